import GRDB

/// What of a statement keeps to questions about subjects, all of them.
struct SubjectFilter {
  /// A condition on a row of `bankEntry`, to go on a `WHERE` with; empty where nothing is left out.
  private(set) var condition = ""
  /// What fills its places.
  private(set) var arguments = StatementArguments()

  /// Makes a filter; without subjects, one that leaves nothing out.
  init(_ subjects: [StatsSubject] = []) {
    for subject in subjects {
      switch subject {
      case .course: condition += " AND bankEntry.course = ?"
      case .topic: condition += " AND bankEntry.topic = ?"
      }
      arguments += [subject.name]
    }
  }

  /// The same for a row that has the number of a question.
  var onQuestion: String {
    condition.isEmpty ? "" : " AND question IN (SELECT number FROM bankEntry WHERE TRUE\(condition))"
  }
}

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
