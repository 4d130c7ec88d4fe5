/// What is typed to have a test written to a file: "export anki ~/cards.txt".
public struct ExportWords: Sendable, Hashable {
  /// The format of the file.
  public let format: ExportFormat
  /// The file, as it was typed.
  public let path: String

  /// Reads what was typed; `nil` where it is something else, as "export anki of my last test" and "export anki latest"
  /// are.
  public init?(_ typed: String) {
    let parts = typed.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    guard parts.count == 3, parts[0].lowercased() == "export",
      let format = ExportFormat(rawValue: parts[1].lowercased())
    else { return nil }
    self.format = format
    path = String(parts[2].trimming(\.isWhitespace))
    // What is wanted of the file is no part of its name.
    guard Self.isFile(path), !PlainText(path).holds(PlainPhrases.withoutAnswers) else { return nil }
  }

  /// Whether it can only be meant as a file: it begins as one, or is one word, with backslashes before its blanks, that
  /// does not stand for the latest test everywhere else.
  private static func isFile(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    if "/~.'\"".contains(first) { return true }
    let words = PlainText(text)
    if words.tokens.count == 1, words.holds(PlainPhrases.latest) { return false }
    return zip(text, text.dropFirst()).allSatisfy { $0 == "\\" || !$1.isWhitespace }
  }

  /// Whether a word looks like a file, so that it is one also where something else could stand.
  static func looksLikeFile(_ word: some StringProtocol) -> Bool {
    word.first.map(TypedPath.isMark) ?? false || word.contains { "/~.".contains($0) }
  }
}
