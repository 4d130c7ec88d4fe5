/// The rows of a table, with or without the row of dashes under its head.
struct MarkdownTable {
  private var rows: [String] = []
  private var emphasised: [String] = []

  /// Whether a line begins with a bar and has another.
  static func beginsRow(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: "|") && line.dropFirst().contains(UInt8(ascii: "|"))
  }

  static func isRow(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "|"))
  }

  /// The row of dashes: "| --- | :-: |".
  static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "-")) && (line.contains(UInt8(ascii: "|")) || line.contains(UInt8(ascii: ":")))
      && line.allSatisfy { $0.isBlank || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
  }

  mutating func append(_ line: ArraySlice<UInt8>) {
    guard !Self.isSeparator(line) else { return }
    var cells: [String] = []
    for cell in Self.cells(line) {
      let inline = InlineText(markdown: cell[...])
      cells.append(inline.text)
      emphasised += inline.emphasised
    }
    if cells.contains(where: { !$0.isEmpty }) { rows.append(cells.joined(separator: " | ")) }
  }

  /// Each row on a line, cells between bars.
  func block(line: Int) -> Block? {
    rows.isEmpty ? nil : Block(kind: .table, text: rows.joined(separator: "\n"), emphasised: emphasised, line: line)
  }

  /// The cells of a row. A bar after a backslash belongs to its cell.
  private static func cells(_ line: ArraySlice<UInt8>) -> [[UInt8]] {
    var cells: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in line {
      if byte == UInt8(ascii: "|"), !isEscaped {
        cells.append([])
      } else {
        cells[cells.count - 1].append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    if cells.first?[...].isBlank == true { cells.removeFirst() }
    if cells.last?[...].isBlank == true { cells.removeLast() }
    return cells
  }
}
