import Foundation
import LanguageModels

/// What a command lists: a row for people, an object for programs.
protocol Listed {
  var columns: [String] { get }
  var json: JSONValue { get }
}

extension Output {
  /// Writes a list as it was asked for.
  static func list(_ rows: [some Listed], asJSON: Bool) {
    if asJSON { json(.array(rows.map(\.json))) } else { table(rows.map(\.columns)) }
  }

  /// Writes rows with their columns one below the other; the last column is as wide as it is.
  static func table(_ rows: [[String]]) {
    let rows = rows.map { $0.map(cell) }
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in rows.compactMap { $0.count > column ? $0[column].count : nil }.max() ?? 0 }
    for row in rows {
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : cell.padding(toLength: widths[column], withPad: " ", startingAt: 0)
      }
      line(cells.joined(separator: "  "))
    }
  }
}
