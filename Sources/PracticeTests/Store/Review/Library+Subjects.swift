import GRDB

extension Library {
  /// A subject as notes, tests or questions have its name: letter by letter, else but for capitals and accents; `nil`
  /// where none of them is about it.
  ///
  /// - Throws: ``LibraryError/ambiguousSubject(_:candidates:)`` where several names differ from it only so.
  public func known(_ subject: StatsSubject) throws(LibraryError) -> StatsSubject? {
    let (column, tables): (String, [String]) =
      switch subject {
      case .course: ("course", ["bankEntry", "source", "test"])
      case .topic: ("topic", ["bankEntry", "passage"])
      }
    let names = try read { database in
      try Set(tables.flatMap { try String.fetchAll(database, sql: "SELECT DISTINCT \(column) FROM \($0)") })
    }
    // The same accents may be written in other scalars, as they are not compared here but in a query.
    if let same = names.first(where: { $0 == subject.name }) { return subject.named(same) }
    let folded = Words.fold(subject.name)
    let alike = names.filter { Words.fold($0) == folded }.sorted()
    guard alike.count < 2 else { throw .ambiguousSubject(subject, candidates: alike) }
    return alike.first.map(subject.named)
  }

  /// The name of a course that is there already, where a name differs from it only in capitals and accents; else the
  /// name as it is.
  ///
  /// - Throws: ``LibraryError/ambiguousSubject(_:candidates:)`` where several courses differ from it only so.
  public func course(like name: String) throws(LibraryError) -> String {
    try known(.course(name))?.name ?? name
  }
}

extension Library {
  /// A row for each course and topic of the questions, from an index alone.
  static let subjectsOfQuestions = "SELECT DISTINCT course, topic FROM bankEntry ORDER BY course, topic"

  /// What the questions are about, each once.
  func subjects() throws(LibraryError) -> [StatsSubject] {
    let rows = try read { database in
      try Row.fetchAll(database, sql: Self.subjectsOfQuestions).map { row -> (String, String) in (row[0], row[1]) }
    }
    var seen = Set<StatsSubject>()
    return rows.flatMap { [StatsSubject.course($0), .topic($1)] }.filter { seen.insert($0).inserted }
  }
}
