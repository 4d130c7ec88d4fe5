import Foundation
import GRDB

extension Library {
  /// The questions that are wanted, the newest first.
  ///
  /// - Parameters:
  ///   - limit: the most that are given.
  ///   - number: only those that came in before the question of this number, to go on where another page ended.
  public func questions(
    _ query: BankQuery = BankQuery(), limit: Int = 200, before number: Int = .max
  ) throws(LibraryError) -> BankPage {
    let wanted = query.selection
    return try read { database in
      let entries = try Row.fetchAll(
        database,
        sql: """
          SELECT bankEntry.* FROM \(wanted.tables) WHERE \(wanted.condition) AND number < :before
          ORDER BY \(wanted.order) DESC LIMIT :limit
          """, arguments: wanted.arguments + ["before": number, "limit": limit]
      ).map(Self.entry)
      let most = query.match == nil ? -1 : BankPage.mostCounted + 1
      let total = try Int.fetchOne(
        database,
        sql: "SELECT count(*) FROM (SELECT 1 FROM \(wanted.tables) WHERE \(wanted.condition) LIMIT :most)",
        arguments: wanted.arguments + ["most": most])
      return BankPage(entries: entries, total: total ?? 0, isLast: entries.count < limit)
    }
  }

  private static func entry(_ row: Row) throws -> BankEntry {
    guard let format = QuestionFormat(rawValue: row["format"]),
      let origin = Provenance.Origin(rawValue: row["origin"])
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "unknown format or origin") }
    return BankEntry(
      id: row["questionID"], number: row["number"], course: row["course"], topic: row["topic"], format: format,
      origin: origin, verified: row["verified"], prompt: row["prompt"], tags: lines(row["tags"]))
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  /// A question in its newest revision.
  public func question(_ id: String) throws(LibraryError) -> Question {
    try read { database in
      let content = try String.fetchOne(
        database, sql: "SELECT content FROM questionRevision WHERE questionID = ? ORDER BY revision DESC LIMIT 1",
        arguments: [id])
      guard let content else { throw LibraryError.noSuchQuestion(id) }
      return try JSONColumn.value(Question.self, content)
    }
  }

  /// Where a question stands: in the newest test that has its newest revision; `nil` where none has.
  public func place(ofQuestion id: String) throws(LibraryError) -> (testID: String, slot: Int)? {
    try read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT testID, position FROM slot JOIN test ON test.id = slot.testID
          WHERE questionID = ?1 AND revision = (SELECT max(revision) FROM questionRevision WHERE questionID = ?1)
          ORDER BY test.createdAt DESC LIMIT 1
          """, arguments: [id]
      ).map { ($0["testID"], $0["position"]) }
    }
  }

  /// Takes a question out of the library, or puts it back. Tests and attempts that have it keep it.
  public func setDeleted(_ isDeleted: Bool, question id: String) throws(LibraryError) {
    let time = isDeleted ? clock().timeIntervalSince1970 : nil
    // One that was replaced by another, or reported as bad, stays away.
    try change(id, "deletedAt = coalesce(?, replacedAt, reportedAt)", [time])
  }

  /// Takes a bad question out of the library, or puts it back. Attempts that have it keep it, but it is not asked again,
  /// and counts in no score and no figure.
  public func setReported(_ isReported: Bool, question id: String) throws(LibraryError) {
    guard isReported else {
      // One that was away before it was reported stays away.
      let before = "CASE WHEN deletedAt = reportedAt THEN replacedAt ELSE deletedAt END"
      return try change(id, "deletedAt = \(before), reportedAt = NULL")
    }
    let time = clock().timeIntervalSince1970
    try change(id, "deletedAt = coalesce(deletedAt, ?), reportedAt = coalesce(reportedAt, ?)", [time, time])
  }

  private func change(_ id: String, _ columns: String, _ values: StatementArguments = []) throws(LibraryError) {
    try write { database in
      try database.execute(sql: "UPDATE question SET \(columns) WHERE id = ?", arguments: values + [id])
      guard database.changesCount == 1 else { throw LibraryError.noSuchQuestion(id) }
    }
  }

  /// Gives a question the student's own words, in the place of those it had; order and repetitions do not count.
  public func setTags(_ tags: [String], question id: String) throws(LibraryError) {
    let tags = Set(tags.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty })
    try write { database in
      try database.execute(
        sql: "UPDATE bankEntry SET tags = ? WHERE questionID = ?",
        arguments: [tags.sorted().joined(separator: "\n"), id])
      guard database.changesCount == 1 else { throw LibraryError.noSuchQuestion(id) }
    }
  }

  /// What questions can be told apart by: the courses that have some, and the tags.
  public func bankFacets() throws(LibraryError) -> BankFacets {
    try read { database in
      let courses = try String.fetchAll(
        database, sql: "SELECT DISTINCT course FROM bankEntry WHERE isDeleted = 0 ORDER BY course")
      let tags = try String.fetchAll(
        database, sql: "SELECT DISTINCT tags FROM bankEntry WHERE isDeleted = 0 AND tags <> ''")
      return BankFacets(courses: courses, tags: Set(tags.flatMap(Self.lines)).sorted())
    }
  }
}

extension BankQuery {
  /// The parts of a statement that finds the questions.
  fileprivate struct Selection {
    var tables = "bankEntry"
    /// The column that counts up; that of the index of words where it is asked, so that it need not sort.
    var order = "number"
    var condition = "isDeleted = 0"
    var arguments = StatementArguments()

    mutating func want(_ part: String, _ name: String, _ value: String?) {
      guard let value else { return }
      condition += " AND " + part
      arguments += [name: value]
    }
  }

  fileprivate var selection: Selection {
    var selection = Selection()
    if match != nil {
      selection.tables = "bankSearch JOIN bankEntry ON number = bankSearch.rowid"
      selection.order = "bankSearch.rowid"
    }
    selection.want("bankSearch MATCH :match", "match", match)
    selection.want("bankEntry.course = :course", "course", course)
    selection.want("format = :format", "format", format?.rawValue)
    selection.want("origin = :origin", "origin", origin?.rawValue)
    selection.want("instr(char(10) || bankEntry.tags || char(10), char(10) || :tag || char(10)) > 0", "tag", tag)
    return selection
  }
}
