import Foundation
import TestSupport
import Testing

@testable import PracticeTests

/// A question as a text in an editor.
@Suite struct EditableQuestionTests {
  private let choice = Item(
    format: .multipleChoice, prompt: "What does this print?\n\n```swift\nprint(1)\n  # not a comment\n```",
    choices: ["one", "```\nB) two\n```", "* three"], correctIndex: 2, correctAnswer: "* three", rationale: "It is so.",
    evidence: "A quote.")
  private let cloze = Item(
    format: .cloze, prompt: "A ____ builds.", correctAnswer: "ribosome", acceptedAnswers: ["ribosomes", "the ribosome"])

  /// The form without the help above it.
  private func form(_ item: Item) -> String {
    let lines = EditableQuestion.text(item).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { $0.hasPrefix("#") }.dropFirst().joined(separator: "\n")
  }

  // MARK: - The form

  @Test("A text of several lines stands below its name, set in, and any other behind it")
  func written() {
    #expect(
      form(choice) == """
        Question:
          What does this print?

          ```swift
          print(1)
            # not a comment
          ```

        A) one
        B)
          ```
          B) two
          ```
        C) * three
        Answer: C

        Explanation: It is so.

        Quote: A quote.

        """)
    #expect(
      form(cloze) == """
        Question: A ____ builds.

        Answer: ribosome
        Also right: ribosomes
        Also right: the ribosome

        Explanation:

        Quote:

        """)
  }

  @Test(
    "Each format has the entries that it can have, and empty ones where something can be added",
    arguments: [
      (QuestionFormat.trueFalse, "Answer: True"), (.shortAnswer, "Answer: True\nAlso right:"),
      (.explanation, "Answer: True\nKey point:"),
    ])
  func entries(format: QuestionFormat, answers: String) {
    let item = Item(
      format: format, prompt: "It builds.", choices: format == .trueFalse ? ["True", "False"] : [],
      correctIndex: format == .trueFalse ? 0 : nil, correctAnswer: "True")
    #expect(form(item) == "Question: It builds.\n\n\(answers)\n\nExplanation:\n\nQuote:\n")
  }

  // MARK: - Round trips

  /// Another question of the format, so that nothing that is read can come from the old one.
  private func other(than item: Item) -> Item {
    var other = Item(format: item.format, prompt: "old", correctAnswer: "old", rationale: "old", evidence: "old")
    if item.format == .multipleChoice { (other.choices, other.correctIndex) = (["old", "older"], 0) }
    if item.format == .trueFalse {
      (other.choices, other.correctIndex, other.correctAnswer) = (item.choices, 0, "True")
    }
    return other
  }

  /// Every byte of it, as two texts that look the same are equal.
  private func bytes(_ item: Item) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(item)
  }

  @Test("Texts that mean something elsewhere are read as they were", arguments: trickyTexts)
  func tricky(text: String) throws {
    for item in items(with: text) {
      let read = try EditableQuestion.item(EditableQuestion.text(item), changing: other(than: item))
      #expect(try bytes(read) == bytes(item))
    }
  }

  @Test("Any question is read as it was, also with line ends of Windows", arguments: QuestionFormat.allCases)
  func roundTrips(format: QuestionFormat) throws {
    var lottery = Lottery(state: 7)
    for _ in 0..<500 {
      let item = ManyLines.item(format, &lottery)
      let text = EditableQuestion.text(item)
      for text in [text, text.replacing("\n", with: "\r\n"), text.trimmingCharacters(in: .newlines)] {
        let read = try EditableQuestion.item(text, changing: other(than: item))
        #expect(try bytes(read) == bytes(item), "\(text)")
      }
    }
  }

  @Test("Whatever becomes of the lines, a text is refused, or is a question that reads as itself")
  func mutations() throws {
    var lottery = Lottery(state: 11)
    var (kept, refused) = (0, 0)
    for round in 0..<1_000 {
      let format = QuestionFormat.allCases[round % QuestionFormat.allCases.count]
      let item = ManyLines.item(format, &lottery)
      var lines = EditableQuestion.text(item).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let place = lottery.number(below: lines.count)
      let end = min(lines.count, place + lottery.number(below: 3))
      let new = lottery.number(below: 2) == 0 ? [] : [ManyLines.line(&lottery)]
      lines.replaceSubrange(place..<end, with: new)
      guard let read = try? EditableQuestion.item(lines.joined(separator: "\n"), changing: item) else {
        refused += 1
        continue
      }
      let again = try EditableQuestion.item(EditableQuestion.text(read), changing: other(than: read))
      #expect(try bytes(again) == bytes(read))
      kept += 1
    }
    #expect(kept > 100 && refused > 100)
  }

  // MARK: - What is not shown

  @Test("What can't be seen is not in the text; it stays in what is left alone, and nowhere else")
  func hidden() throws {
    var item = cloze
    item.prompt = "A\u{202E} ____ \u{1B}[31mbuilds."
    item.acceptedAnswers = ["ribo\u{200B}some"]
    item.rationale = " \u{7} "
    let text = EditableQuestion.text(item)
    #expect(text.contains("Question: A ____ [31mbuilds.\n") && text.contains("Also right: ribosome\n"))
    #expect(try bytes(EditableQuestion.item(text, changing: item)) == bytes(item))
    var changed = item
    changed.prompt = "A ____ [31mmakes."
    let typed = text.replacing("builds.", with: "ma\u{202E}kes.\u{1B}")
    #expect(try bytes(EditableQuestion.item(typed, changing: item)) == bytes(changed))
  }

  // MARK: - Changes

  @Test("What was changed is changed, and nothing else")
  func changes() throws {
    var wanted = choice
    (wanted.choices, wanted.correctIndex, wanted.correctAnswer) = (["one", "two"], 1, "two")
    wanted.rationale = "It is so.\n\nAnd more:\nAnswer: A"
    wanted.evidence = nil
    let text = EditableQuestion.text(choice)
      .replacing("B)\n  ```\n  B) two\n  ```\nC) * three\nAnswer: C", with: "B)two\n\nAnswer: b")
      .replacing("It is so.", with: "It is so.\n\n\tAnd more:\n  Answer: A").replacing("Quote: A quote.", with: "")
    #expect(try EditableQuestion.item(text, changing: choice) == wanted)

    var other = cloze
    other.acceptedAnswers = ["ribosomes", "a ribosome"]
    let more = EditableQuestion.text(cloze).replacing("right: the", with: "right:\nAlso right: a")
    #expect(try EditableQuestion.item(more, changing: cloze) == other)
  }

  @Test(
    "What can't be understood is named with its line",
    arguments: [
      ("A) one", "A) one\nor so", "Line 16 can't be read (\"or so\"): begin it with two spaces if it belongs to"),
      ("A) one", "A) one\n or so", "Line 16 can't be read (\"or so\"): begin it with two spaces"),
      ("A) one", "A) one\n# or so", "Line 16 can't be read (\"# or so\"): begin it with two spaces"),
      ("A) one", "A) one\nKey point: x", "Line 16 can't be read (\"Key point: x\")"),
      ("Question:", "Ask\u{202E} this:\nQuestion:", "Line 7 can't be read (\"Ask this:\"): above the question only"),
      ("A) one\n", "", "Line 15: the options are lettered in order, and A) comes next."),
      ("A) one", "A) one\nA) one", "Line 16: the options are lettered in order, and B) comes next."),
      ("A) one", "A) ", "Line 15: there is nothing behind \"A)\"."),
      ("Answer: C", "Answer: D", "Line 21: the answer is one of these: A, B, C."),
      ("Answer: C", "Answer:", "Line 21: the answer is one of these: A, B, C."),
      ("Answer: C\n", "", "No line begins with \"Answer:\" any more: write one."),
      ("Quote:", "Explanation:", "Line 25: \"Explanation:\" stands further up, too. Write it once."),
      ("It is so.", String(repeating: "so ", count: 1_500), "Line 23: the text of \"Explanation:\" is longer than"),
      ("one", String(repeating: "so ", count: 500), "Line 15: the text of \"A)\" is longer than 1000 characters."),
    ])
  func refused(old: String, new: String, sentence: String) throws {
    // The help has lines of its own.
    let parts = EditableQuestion.text(choice).split(separator: "\n\n", maxSplits: 1)
    let text = "\(parts[0])\n\n\(parts[1].replacing(old, with: new, maxReplacements: 1))"
    #expect(text != EditableQuestion.text(choice))
    let error = #expect(throws: EditError.self) { try EditableQuestion.item(text, changing: choice) }
    #expect(error?.sentence.hasPrefix("The question was not changed: \(sentence)") == true, "\(error?.sentence ?? "")")
  }

  @Test("Of an empty text, or one that is no such form, it is said what is missing", arguments: ["", "\n \n", "# x\n"])
  func empty(text: String) throws {
    for format in QuestionFormat.allCases {
      let item = other(than: Item(format: format, prompt: "x", choices: ["True", "False"], correctAnswer: "True"))
      let error = #expect(throws: EditError.self) { try EditableQuestion.item(text, changing: item) }
      #expect(error?.sentence.hasSuffix("No line begins with \"Question:\" any more: write one.") == true)
    }
  }

  @Test("More other answers than a question can have are refused")
  func tooMany() throws {
    let lines = (0..<21).map { "Also right: answer \($0)" }.joined(separator: "\n")
    let text = EditableQuestion.text(cloze).replacing("Also right: ribosomes\nAlso right: the ribosome", with: lines)
    let error = #expect(throws: EditError.self) { try EditableQuestion.item(text, changing: cloze) }
    #expect(error?.sentence.contains("There are more than 20 lines with \"Also right:\": write fewer.") == true)
  }
}
