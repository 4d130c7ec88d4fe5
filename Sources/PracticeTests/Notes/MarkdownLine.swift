/// What a single line of Markdown is, its indent left out.
enum MarkdownLine {
  /// The line as one that opens a block of code, or ends it. Few lines are worth a closer look.
  static func fence(_ line: ArraySlice<UInt8>) -> CodeFence? {
    guard line.starts(with: "```", at: line.startIndex) || line.starts(with: "~~~", at: line.startIndex) else {
      return nil
    }
    return CodeFence(line.string)
  }

  /// No heading is longer, in bytes: a text that was joined into one line may begin with one.
  private static let longestHeading = 400

  /// "## Text ##".
  static func heading(_ line: ArraySlice<UInt8>) -> (level: Int, text: ArraySlice<UInt8>)? {
    let level = line.prefix(7).prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level) else { return nil }
    let rest = line.dropFirst(level)
    guard rest.isEmpty || rest.first?.isBlank == true else { return nil }
    var text = rest.trimmed
    let closing = text.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    let before = text.dropLast(closing)
    if closing > 0, before.isEmpty || before.last?.isBlank == true { text = before.trimmed }
    return text.count <= longestHeading ? (level, text) : nil
  }

  /// The definition after a term on the line before: ": text".
  static func isDefinition(_ line: ArraySlice<UInt8>) -> Bool {
    line.count > 2 && line.first == UInt8(ascii: ":") && line[line.startIndex + 1].isBlank
  }

  /// A horizontal rule.
  static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    guard let mark = line.first, "-*_".utf8.contains(mark) else { return false }
    return line.isRun(of: mark, atLeast: 3)
  }

  /// Without the `>` of a block quote, and how many there were.
  static func withoutQuoteMarks(_ line: ArraySlice<UInt8>) -> (content: ArraySlice<UInt8>, depth: Int) {
    var (content, depth) = (line, 0)
    while content.indent < 4 || depth > 0 {
      let trimmed = content.withoutIndent
      guard trimmed.first == UInt8(ascii: ">") else { break }
      content = trimmed.dropFirst()
      depth += 1
    }
    return (content, depth)
  }

  /// Lines that are no text: the target of a reference link and the fence of an admonition.
  static func isLeftOut(_ line: ArraySlice<UInt8>) -> Bool {
    if line.starts(with: ":::", at: line.startIndex) { return true }
    guard line.first == UInt8(ascii: "["), !line.starts(with: "[^", at: line.startIndex),
      let end = line.firstIndex(of: "]:", from: line.startIndex, within: 200)
    else { return false }
    return line[(end + 2)...].wordCount > 0 && line[(end + 2)...].wordCount <= 6
  }
}
