/// The lines of a model's answer as they are completed, without those that it has written before, or that stand in what it
/// was asked: examples are about another subject.
///
/// Small models fall into writing the same lines for ever; nobody has to read that, or to wait for its end.
struct SheetLines: Sendable {
  /// Lines written before, in a row, after which nothing new is to be expected.
  private static let mostRepeats = 3
  /// Shorter lines, such as a rule, may come again.
  private static let shortest = 12

  /// Whether the model only repeats itself.
  private(set) var isLooping = false
  private var seen: Set<[String]>
  private var open = ""
  private var repeats = 0

  /// Makes a reader of the answer to a question.
  init(to question: String) {
    seen = Set(question.split(whereSeparator: \.isNewline).map { Words.tokens(String($0)) })
  }

  /// Takes the next piece, and returns the lines that it completes, each with its end.
  mutating func feed(_ piece: String) -> [String] {
    var lines: [String] = []
    for (index, part) in piece.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if index > 0 {
        lines += line(open)
        open = ""
      }
      open += part
    }
    return lines
  }

  /// What is left at the end; a line that the token limit cut off is none.
  mutating func finish(isCutOff: Bool) -> [String] {
    defer { open = "" }
    return open.isEmpty || isCutOff ? [] : line(open)
  }

  private mutating func line(_ text: String) -> [String] {
    let words = Words.tokens(text)
    if text.count >= Self.shortest, !seen.insert(words).inserted {
      repeats += 1
      isLooping = repeats >= Self.mostRepeats
      return []
    }
    if !words.isEmpty { repeats = 0 }
    return [text + "\n"]
  }
}
