/// The rows of a table, with or without the row of dashes under its head.
struct MarkdownTable {
  private var rows: [String] = []
  /// The line of each row in the source, counted from 1.
  private(set) var rowLines: [Int] = []
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

  mutating func append(_ row: ArraySlice<UInt8>, line: Int) {
    guard !Self.isSeparator(row) else { return }
    var cells: [String] = []
    for cell in Self.cells(row) {
      let inline = InlineText(markdown: cell[...])
      cells.append(inline.text)
      emphasised += inline.emphasised
    }
    guard cells.contains(where: { !$0.isEmpty }) else { return }
    rows.append(cells.joined(separator: " | "))
    rowLines.append(line)
  }

  /// Each row on a line, cells between bars; nil when there is none.
  var block: Block? {
    rowLines.first.map { Block(kind: .table, text: rows.joined(separator: "\n"), emphasised: emphasised, line: $0) }
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
