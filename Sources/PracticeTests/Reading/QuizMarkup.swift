/// The little Markdown and HTML that quizzes are written with.
enum QuizMarkup {
  private static let tags: Set<String> = ["details", "summary", "p", "br", "b", "strong", "i", "em"]
  private static let longestTag = 12

  /// A line without white space around it, quotation marks of Markdown (`>`), bold (`**`), and the tags that hide
  /// answers. Emphasis around the first words goes, too; every other character stays.
  static func plain(_ line: some StringProtocol) -> Substring {
    var text = Substring(line).trimming(\.isWhitespace)
    while text.first == ">" { text = text.dropFirst().trimming(\.isWhitespace) }
    if text.first == "<" || text.last == ">" { text = withoutTags(text)[...].trimming(\.isWhitespace) }
    if text.contains("**") {
      let parts = text.split(separator: "**", omittingEmptySubsequences: false)
      if parts.count % 2 == 1 {
        text = parts.joined()[...].trimming(\.isWhitespace)
      } else if parts.count == 2, parts[0].isEmpty || parts[1].isEmpty {
        // Bold that goes on in the next line, or comes from the one before.
        text = (parts[0] + parts[1])[...].trimming(\.isWhitespace)
      }
    }
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

  private static func withoutTags(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      let inner = rest[rest.index(after: open)...]
      guard let close = inner.prefix(longestTag).firstIndex(of: ">"), isTag(inner[..<close]) else {
        result.append("<")
        rest = inner
        continue
      }
      rest = inner[inner.index(after: close)...]
    }
    return result + rest
  }

  private static func isTag(_ name: Substring) -> Bool {
    tags.contains(name.trimming { $0 == "/" || $0 == " " }.lowercased())
  }
}
