import Foundation

extension QuestionReading {
  /// Whether a file is there for its questions, or is notes with some in them: its name says so, or its format, or how
  /// much of the text the questions make up.
  func isQuiz(_ text: String, path: String) -> Bool {
    if Self.endings.contains(URL(filePath: path).pathExtension.lowercased()) { return true }
    guard let share = format.leastShare else { return true }
    let asked = questions.reduce(0) { $0 + Self.length($1.item) }
    return asked > 0 && Double(asked) >= share * Double(text.count { !$0.isWhitespace })
  }

  private static let endings: Set = ["gift", "aiken", "json", "jsonl", "csv", "tsv", "xml"]

  private static func length(_ item: Item) -> Int {
    ([item.prompt, item.correctAnswer, item.rationale ?? ""] + item.choices).reduce(0) { sum, text in
      sum + text.count { !$0.isWhitespace }
    }
  }
}

extension QuestionFileFormat {
  /// How much of a text questions must make up, where notes may look like this format too; JSON has many names beside
  /// what it says.
  fileprivate var leastShare: Double? {
    switch self {
    case .text, .gift: 0.5
    case .json: 0.15
    case .aiken, .moodleXML, .csv, .anki: nil
    }
  }
}
