/// A text in rows and cells (RFC 4180): a cell in quotation marks may hold separators, line ends and doubled quotation
/// marks.
struct CSVTable {
  /// A row that holds anything.
  struct Row {
    /// The line, counted from 1, where it begins.
    var line: Int
    var cells: [String]
  }

  private(set) var rows: [Row] = []
  /// The line where a quotation mark was opened that is never closed.
  private(set) var openQuote: Int?

  /// Reads a text, all of it or its first rows.
  init(_ text: String, separator: UInt8, limit: Int = .max) {
    var (cells, cell) = ([String](), [UInt8]())
    var (line, rowLine, quoteLine) = (1, 1, 0)
    var (isQuoted, wasQuoted) = (false, false)
    func endCell() {
      cells.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
      wasQuoted = false
    }
    func endRow() {
      endCell()
      if cells.contains(where: { !$0.isBlank }) { rows.append(Row(line: rowLine, cells: cells)) }
      cells.removeAll()
    }
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count, rows.count < limit {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if isQuoted {
        if byte == UInt8(ascii: "\""), next == byte {
          cell.append(byte)
          index += 1
        } else if byte == UInt8(ascii: "\"") {
          isQuoted = false
        } else {
          cell.append(byte)
        }
      } else if byte == UInt8(ascii: "\""), cell.isEmpty, !wasQuoted {
        (isQuoted, wasQuoted, quoteLine) = (true, true, line)
      } else if byte == separator {
        endCell()
      } else if byte == UInt8(ascii: "\n") {
        endRow()
        rowLine = line + 1
      } else if byte != UInt8(ascii: "\r") || next != UInt8(ascii: "\n") {
        cell.append(byte)
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
    if isQuoted { openQuote = quoteLine }
    if rows.count < limit, !cells.isEmpty || !cell.isEmpty { endRow() }
  }
}
