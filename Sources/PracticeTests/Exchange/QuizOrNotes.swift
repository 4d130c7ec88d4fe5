import Foundation

extension QuestionReading {
  /// Whether a file is there for its questions, or is notes with some in them: its name says so, or its format, or how
  /// much of the text the questions make up.
  func isQuiz(_ text: String, path: String) -> Bool {
    if Self.endings.contains(URL(filePath: path).pathExtension.lowercased()) { return true }
    let whole = Double(Self.length(text))
    if isFenced {
      let inside = CodeFence.parted(text)?.inside ?? ""
      return Double(Self.length(inside)) >= 0.3 * whole
    }
    guard let share = format.leastShare else { return true }
    let asked = questions.reduce(0) { $0 + Self.length($1.item) }
    return asked > 0 && Double(asked) >= share * whole
  }

  private static let endings: Set = ["gift", "aiken", "json", "jsonl", "csv", "tsv", "xml"]

  private static func length(_ item: Item) -> Int {
    ([item.prompt, item.correctAnswer, item.rationale ?? ""] + item.choices).reduce(0) { $0 + length($1) }
  }

  private static func length(_ text: String) -> Int { text.count { !$0.isWhitespace } }
}

extension QuestionFileFormat {
  /// How much of a text questions must make up, where notes may look like this format too: a chat model writes some lines
  /// around them, and JSON has many names beside what it says.
  fileprivate var leastShare: Double? {
    switch self {
    case .text, .gift: 0.3
    case .json: 0.15
    case .aiken, .moodleXML, .csv, .anki: nil
    }
  }
}
