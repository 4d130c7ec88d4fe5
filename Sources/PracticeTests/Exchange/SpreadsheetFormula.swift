/// Spreadsheets run a cell that begins like a formula. An apostrophe before it makes it text.
enum SpreadsheetFormula {
  static func defused(_ cell: String) -> String { isFormula(cell) ? "'\(cell)" : cell }

  /// The cell without our apostrophe.
  static func plain(_ cell: String) -> String {
    cell.hasPrefix("'") && isFormula(String(cell.dropFirst())) ? String(cell.dropFirst()) : cell
  }

  /// Whether the first character behind apostrophes begins a formula, also in its wide form.
  private static func isFormula(_ cell: String) -> Bool {
    cell.drop { $0 == "'" }.first.map { "=+-@\t\r\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".contains($0) } == true
  }
}
