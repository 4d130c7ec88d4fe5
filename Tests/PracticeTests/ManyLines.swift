import TestSupport

@testable import PracticeTests

/// Items of lines that could be taken for something else.
enum ManyLines {
  private static let lines = [
    "plain words", "# not left out", "#", "* starred", "*C) marked", "A) one", "B) two", "AA) x", "Answer: C",
    "Question:", "Question: what?", "Also right: x", "Key point: y", "Explanation: z", "Quote: q", "- dash",
    "```swift", "```", "~~~", "    deep", "  two", " one", "let x = [1, 2] // #", "", "", "   ", "trailing  ",
    "\"quoted\" \\n \\", "____", "\u{3000}wide", "\u{301}mark", "\u{200D}", "睡眠 🧪", "e\u{301}", "é", "{\"prompt\": 1}",
    "<b>&amp;",
  ]

  static func line(_ lottery: inout Lottery) -> String { lines[lottery.number(below: lines.count)] }

  /// A text as it can be stored.
  private static func text(_ lottery: inout Lottery) -> String {
    let count = 1 + lottery.number(below: 5)
    let text = DraftFields.clean((0..<count).map { _ in line(&lottery) }.joined(separator: "\n"))
    return text.isBlank ? "x" : text
  }

  private static func texts(_ range: ClosedRange<Int>, _ lottery: inout Lottery) -> [String] {
    (0..<(range.lowerBound + lottery.number(below: range.count))).map { _ in text(&lottery) }
  }

  static func item(_ format: QuestionFormat, _ lottery: inout Lottery) -> Item {
    var item = Item(format: format, prompt: text(&lottery), correctAnswer: text(&lottery))
    switch format {
    case .multipleChoice: item.choices = texts(2...26, &lottery)
    case .trueFalse: item.choices = ["True", "False"]
    case .cloze, .shortAnswer: item.acceptedAnswers = texts(0...3, &lottery)
    case .explanation: item.keyPoints = texts(0...5, &lottery)
    }
    if !item.choices.isEmpty {
      let key = lottery.number(below: item.choices.count)
      (item.correctIndex, item.correctAnswer) = (key, item.choices[key])
    }
    if lottery.number(below: 4) > 0 { item.rationale = text(&lottery) }
    if lottery.number(below: 4) > 0 { item.evidence = text(&lottery) }
    return item
  }
}
