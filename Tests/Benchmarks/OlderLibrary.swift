import ArgumentParser
import GRDB
import PracticeTests

/// Makes the library that the first testlet would have left.
enum OlderLibrary {
  /// The tables of the first schema, those that others point at first.
  private static let tables = [
    "source", "sourceVersion", "passage", "test", "testVersion", "question", "questionRevision", "slot", "attempt",
    "response",
  ]

  /// Makes one at a path, with what a library of today holds.
  static func make(_ path: String, of newer: String) throws {
    guard let first = Migrations.all.migrations.first else { throw ValidationError("There is no first schema.") }
    let pool = try DatabasePool(path: path)
    try Migrations.all.migrate(pool, upTo: first)
    try pool.writeWithoutTransaction { database in
      let copying = try tables.map { table in
        let columns = try database.columns(in: table).map { "\"\($0.name)\"" }.joined(separator: ", ")
        return "INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM newer.\(table) ORDER BY rowid"
      }
      try database.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)")
      try database.execute(sql: "ATTACH DATABASE ? AS newer", arguments: [newer])
      try database.inTransaction {
        for sql in copying { try database.execute(sql: sql) }
        return .commit
      }
      try database.execute(sql: "DETACH DATABASE newer")
    }
    try pool.close()
  }
}
