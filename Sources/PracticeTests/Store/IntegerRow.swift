import GRDB
import GRDBSQLite

/// A row of whole numbers, as the statement that found it stands on it.
struct IntegerRow: ~Copyable {
  fileprivate let statement: OpaquePointer

  /// The number in a column, counted from 0; of a number with a fraction the whole part.
  subscript(column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }
}

extension Database {
  /// Goes through what a query finds, where all of its columns are numbers: for a hundred thousand rows, making a `Row`
  /// of each costs more than the query.
  func forEachRow(
    ofIntegers sql: String, arguments: StatementArguments, _ body: (borrowing IntegerRow) throws -> Void
  ) throws {
    let statement = try cachedStatement(sql: sql)
    try statement.setArguments(arguments)
    // The row has the statement's pointer only.
    try withExtendedLifetime(statement) {
      let row = IntegerRow(statement: statement.sqliteStatement)
      // One that is left in the middle of its rows would hold on to what the library was.
      defer { sqlite3_reset(row.statement) }
      var code = sqlite3_step(row.statement)
      while code == SQLITE_ROW {
        try body(row)
        code = sqlite3_step(row.statement)
      }
      guard code == SQLITE_DONE else {
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: lastErrorMessage, sql: sql)
      }
    }
  }
}
