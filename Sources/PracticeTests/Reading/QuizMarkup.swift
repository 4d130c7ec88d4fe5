/// The little Markdown and HTML that quizzes are written with.
enum QuizMarkup {
  /// A line without white space around it, quotation marks of Markdown (`>`), bold (`**`), and the tags that hide
  /// answers. Emphasis around the first words goes, too; every other character stays.
  static func plain(_ line: some StringProtocol) -> Substring {
    var text = Substring(line).trimming(\.isWhitespace)
    while text.first == ">" { text = text.dropFirst().trimming(\.isWhitespace) }
    if text.first == "<" || text.last == ">" { text = QuizTags.removed(text)[...].trimming(\.isWhitespace) }
    if text.contains("**") { text = BoldMarks.removed(text)[...].trimming(\.isWhitespace) }
    return withoutLeadingEmphasis(text)
  }

  /// Removes the marks of a heading, and says whether there were any.
  static func removeHeading(_ text: inout Substring) -> Bool {
    let marks = text.prefix { $0 == "#" }
    guard (1...6).contains(marks.count), text.dropFirst(marks.count).first == " " else { return false }
    text = withoutLeadingEmphasis(text.dropFirst(marks.count).trimming(\.isWhitespace))
    return true
  }

  /// "*Explanation:* ..." and "_Answer: B_".
  private static func withoutLeadingEmphasis(_ text: Substring) -> Substring {
    guard let mark = text.first, mark == "*" || mark == "_", let first = text.dropFirst().first,
      first.isLetter || first.isNumber
    else { return text }
    let rest = text.dropFirst()
    guard let end = rest.firstIndex(of: mark), let last = rest[..<end].last, !last.isWhitespace else { return text }
    let after = rest[rest.index(after: end)...]
    guard after.first.map({ $0.isWhitespace || $0 == ":" }) ?? true else { return text }
    return Substring(rest[..<end] + after)
  }
}
