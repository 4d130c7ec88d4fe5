/// The YAML (`---`) or TOML (`+++`) head of a Markdown file. Only its title is used.
struct FrontMatter {
  let title: String?
  /// The lines that it takes, with its fences.
  let lineCount: Int

  /// A head has more lines than this only when its end is missing.
  private static let lineLimit = 500

  /// nil when the text does not begin with a closed head that has a first key: then `---` is a horizontal rule.
  init?(_ lines: [ArraySlice<UInt8>]) {
    guard let first = lines.first else { return nil }
    let fence = first.trimmed.string
    let isYAML = fence == "---"
    guard isYAML || fence == "+++" else { return nil }
    let separator = UInt8(ascii: isYAML ? ":" : "=")
    let body = lines.dropFirst().prefix(Self.lineLimit)
    let end = body.firstIndex { line in
      let mark = line.trimmed.string
      return mark == fence || isYAML && mark == "..."
    }
    guard let end, let key = body[..<end].first(where: { !$0.isBlank && $0.first != UInt8(ascii: "#") }),
      Self.isKey(key, separator)
    else { return nil }
    title = body[..<end].lazy.compactMap { Self.title($0, separator) }.first
    lineCount = end + 1
  }

  private static func isKey(_ line: ArraySlice<UInt8>, _ separator: UInt8) -> Bool {
    guard let index = line.firstIndex(of: separator), index > line.startIndex else {
      return line.first == UInt8(ascii: "[")
    }
    return line[..<index].trimmed.allSatisfy { !$0.isBlank }
  }

  private static func title(_ line: ArraySlice<UInt8>, _ separator: UInt8) -> String? {
    guard let index = line.firstIndex(of: separator), line[..<index].trimmed.string.lowercased() == "title" else {
      return nil
    }
    var value = line[(index + 1)...].trimmed
    if let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), value.count > 1,
      value.last == quote
    {
      value = value.dropFirst().dropLast().trimmed
    }
    let title = NoteHeading(level: 1, text: InlineText(markdown: value).text, line: 1).text
    return title.isEmpty ? nil : title
  }
}
