import LanguageModels
import Terminal

/// What a command lists: a row for people, an object for programs.
protocol Listed {
  var columns: [String] { get }
  var json: JSONValue { get }
}

extension Output {
  /// Writes a list as it was asked for.
  static func list(_ rows: [some Listed], asJSON: Bool) {
    guard asJSON else { return table(rows.map(\.columns)) }
    json(.array(rows.map(\.json)))
  }

  /// Writes rows with their columns one below the other.
  static func table(_ rows: [[String]]) {
    for row in aligned(rows) { line(row) }
  }

  /// The rows as lines in which every column begins at one place; the last is as wide as it is.
  static func aligned(_ rows: [[String]]) -> [String] {
    let rows = rows.map { $0.map(cell) }
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.compactMap { $0.count > column ? TextWidth.of($0[column]) : nil }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : TextWidth.pad(cell, to: widths[column])
      }
      return cells.joined(separator: "  ")
    }
  }
}
