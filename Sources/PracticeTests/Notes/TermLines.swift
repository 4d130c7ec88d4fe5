/// Finds lists of terms whose items have no marks: "Osmosis: movement of water through a membrane", line under line, or
/// "**Osmosis**: ...". Takes time linear in the text.
struct TermLines {
  private let lines: [ArraySlice<UInt8>]
  private var starts: Set<Int> = []

  /// Fewer lines of that form are no list.
  private static let fewest = 3
  /// The bytes and the words that a term has at most.
  private static let (longestTerm, mostWords) = (40, 5)

  init(_ lines: [ArraySlice<UInt8>]) {
    self.lines = lines
    var spaced: [Int] = []
    for paragraph in paragraphs() {
      if paragraph.count == 1, Self.isPlainTerm(lines[paragraph[0]]) {
        spaced += paragraph
      } else {
        mark(spaced)
        mark(paragraph)
        spaced = []
      }
    }
    mark(spaced)
  }

  /// Whether an item of such a list begins on a line.
  func beginsItem(_ index: Int) -> Bool { starts.contains(index) }

  /// The lines of text that stand together; an empty one where something else stands between two of them.
  private func paragraphs() -> [[Int]] {
    var result: [[Int]] = []
    var current: [Int] = []
    for (index, raw) in lines.enumerated() {
      let line = raw.trimmed
      if line.isEmpty {
        if !current.isEmpty { result.append(current) }
        current = []
      } else if Self.isText(line) {
        current.append(index)
      } else {
        // A line under a short one makes that a heading.
        let isHeading = current.count <= 2 && Self.isUnderline(line)
        result += isHeading ? [[]] : [current, []]
        current = []
      }
    }
    return result + [current]
  }

  /// Marks the lines that begin items where most of those that could are a term with its meaning.
  private mutating func mark(_ paragraph: [Int]) {
    guard let first = paragraph.first(where: { Self.isTerm(lines[$0]) }) else { return }
    // A line that begins lower or farther to the right goes on with the item above it.
    let isLowercase = lines[first].trimmed.first?.isLower == true
    let indent = lines[first].indent
    let items = paragraph.filter { index in
      lines[index].indent <= indent && (isLowercase || lines[index].trimmed.first?.isLower != true)
    }
    let terms = items.count { Self.isTerm(lines[$0]) }
    if terms >= Self.fewest, terms * 2 >= items.count { starts.formUnion(items) }
  }

  // MARK: Lines

  /// Whether a line is neither a list item, a heading, a quotation, a row of a table, a fence nor a rule.
  private static func isText(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, !"#>|`~".utf8.contains(first) else { return false }
    return ListMarker(line) == nil && !isUnderline(line)
  }

  private static func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
    MarkdownLine.isRule(line) || line.isRun(of: UInt8(ascii: "="), atLeast: 2)
      || line.isRun(of: UInt8(ascii: "-"), atLeast: 2)
  }

  private static func isTerm(_ line: ArraySlice<UInt8>) -> Bool { isPlainTerm(line) || isBoldTerm(line) }

  /// "Osmosis: movement of water".
  private static func isPlainTerm(_ raw: ArraySlice<UInt8>) -> Bool {
    let line = raw.trimmed
    guard let first = line.first, !first.isMark,
      let colon = line.prefix(longestTerm + 1).firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    let term = line[..<colon]
    return term.wordCount <= mostWords && term.contains(where: { $0.isLetter || $0 >= 0x80 })
      && !term.contains(where: { ".?!;*|\"".utf8.contains($0) }) && isMeaning(line[(colon + 1)...])
  }

  /// "**Osmosis**: movement of water" or "**Osmosis:** movement of water".
  private static func isBoldTerm(_ raw: ArraySlice<UInt8>) -> Bool {
    let line = raw.trimmed
    let start = line.startIndex
    guard line.starts(with: "**", at: start),
      let end = line.firstIndex(of: "**", from: start + 2, within: longestTerm * 2), end > start + 2
    else { return false }
    if line[end - 1] == UInt8(ascii: ":") { return isMeaning(line[(end + 2)...]) }
    let rest = line[(end + 2)...]
    return rest.first == UInt8(ascii: ":") && isMeaning(rest.dropFirst())
  }

  /// Whether two words follow, apart from what stands before them.
  private static func isMeaning(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.first?.isBlank == true && rest.prefix(longestTerm * 2).wordCount >= 2
  }
}
