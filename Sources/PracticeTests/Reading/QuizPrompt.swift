/// The text of a question in a quiz, which comes in line by line, and whether it asks something.
struct QuizPrompt {
  private(set) var text = ""
  /// Looked for in each line once: a text of many lines is asked for it again and again.
  private var hasBlank = false

  init(_ text: String = "") {
    add(text)
  }

  /// Whether it ends in a question mark, or has a blank.
  var asks: Bool { hasBlank || text.hasSuffix("?") }

  mutating func add(_ line: String) {
    text += text.isEmpty ? line : "\n\(line)"
    hasBlank = hasBlank || Blank.count(in: line.replacing("\\_", with: "_")) > 0
  }
}
