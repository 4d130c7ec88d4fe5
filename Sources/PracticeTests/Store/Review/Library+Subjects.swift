import GRDB

extension Library {
  /// Whether there are notes, tests or questions about a subject.
  public func isKnown(_ subject: StatsSubject) throws(LibraryError) -> Bool {
    let (column, tables): (String, [String]) =
      switch subject {
      case .course: ("course", ["bankEntry", "source", "test"])
      case .topic: ("topic", ["bankEntry", "passage"])
      }
    return try read { database in
      try tables.contains { table in
        let sql = "SELECT EXISTS (SELECT 1 FROM \(table) WHERE \(column) = ?)"
        return try Bool.fetchOne(database, sql: sql, arguments: [subject.name]) ?? false
      }
    }
  }
}
