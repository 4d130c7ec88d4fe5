import Foundation
import GRDB

extension Library {
  /// The questions that are wanted: those that fit the words best first; without words, or where more than
  /// ``BankPage/mostCounted`` fit, the newest.
  ///
  /// - Parameters:
  ///   - limit: the most that are given.
  ///   - place: where another page ended, to go on from there.
  public func questions(
    _ query: BankQuery = BankQuery(), limit: Int = 200, from place: BankPlace? = nil
  ) throws(LibraryError) -> BankPage {
    let wanted = query.selection
    return try read { database in
      guard !query.words.isEmpty else {
        let total = try Int.fetchOne(
          database, sql: "SELECT count(*) FROM \(wanted.tables) WHERE \(wanted.condition)", arguments: wanted.arguments)
        return try page(wanted, total: total ?? 0, limit, place, database)
      }
      let found = try Int.fetchAll(
        database, sql: "SELECT number FROM \(wanted.tables) WHERE \(wanted.condition) LIMIT :most",
        arguments: wanted.arguments + ["most": BankPage.mostCounted + 1])
      let ranking = try ranking(query.words, found: found.count, place, database)
      let ordered = ranking.isEmpty ? wanted : BankQuery.Selection(ranking: found, by: ranking)
      return try page(ordered, total: found.count, limit, place, database)
    }
  }

  /// The words to rank by. Pages of one list keep its order, also where fewer or more questions fit meanwhile.
  private func ranking(
    _ words: [Substring], found: Int, _ place: BankPlace?, _ database: Database
  ) throws -> [Substring] {
    switch place {
    case .before: []
    case .after(_, let words): words
    case nil: try found > BankPage.mostCounted ? [] : tellingWords(words, database)
    }
  }

  private func page(
    _ wanted: BankQuery.Selection, total: Int, _ limit: Int, _ place: BankPlace?, _ database: Database
  ) throws -> BankPage {
    let (end, skipped): (Int, Int) =
      switch place {
      case .before(let number): (number, 0)
      case .after(let count, _): (.max, count)
      case nil: (.max, 0)
      }
    let entries = try Row.fetchAll(
      database,
      sql: """
        SELECT bankEntry.* FROM \(wanted.tables) WHERE \(wanted.condition) AND number < :end
        ORDER BY \(wanted.order) LIMIT :limit OFFSET :skipped
        """, arguments: wanted.arguments + ["end": end, "limit": limit, "skipped": skipped]
    ).map(Self.entry)
    var page = BankPage(entries: entries, total: total)
    if entries.count == limit {
      let last = entries.last.map { BankPlace.before($0.number) }
      page.next = wanted.ranking.isEmpty ? last : .after(skipped + entries.count, by: wanted.ranking)
    }
    return page
  }

  /// The words that few enough questions have to tell these from the others.
  ///
  /// To rank by a word, the index goes through all questions that have it, however few of them have the others too:
  /// with "w" among 100,000 questions that takes longer than a key may. And a word that so many have hardly says which
  /// of them fits best.
  private func tellingWords(_ words: [Substring], _ database: Database) throws -> [Substring] {
    try words.filter { word in
      let count = try Int.fetchOne(
        database, sql: "SELECT count(*) FROM (SELECT 1 FROM bankSearch WHERE bankSearch MATCH ? LIMIT ?)",
        arguments: [BankQuery.match([word]), BankPage.mostCounted + 1])
      return (count ?? 0) <= BankPage.mostCounted
    }
  }

  private static func entry(_ row: Row) throws -> BankEntry {
    guard let origin = Provenance.Origin(rawValue: row["origin"]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "unknown origin")
    }
    return BankEntry(
      id: row["questionID"], number: row["number"], topic: row["topic"], origin: origin, verified: row["verified"],
      prompt: row["prompt"], tags: lines(row["tags"]))
  }

  static func lines(_ text: String) -> [String] {
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
          SELECT testID, position FROM \(Self.slotOfTest)
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

  /// The question that was taken out last and can be put back: one that a test has, and that was neither replaced nor
  /// reported as bad.
  public func lastDeletedQuestion() throws(LibraryError) -> String? {
    try read { database in
      try String.fetchOne(
        database,
        sql: """
          SELECT id FROM question
          WHERE deletedAt IS NOT NULL AND replacedAt IS NULL AND reportedAt IS NULL
            AND EXISTS (SELECT 1 FROM \(Self.slotOfTest) WHERE slot.questionID = question.id)
          ORDER BY deletedAt DESC, id LIMIT 1
          """)
    }
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
    try write { try setTags(tags, question: id, $0) }
  }

  func setTags(_ tags: [String], question id: String, _ database: Database) throws {
    let tags = Set(tags.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty })
    try database.execute(
      sql: "UPDATE bankEntry SET tags = ? WHERE questionID = ?",
      arguments: [tags.sorted().joined(separator: "\n"), id])
    guard database.changesCount == 1 else { throw LibraryError.noSuchQuestion(id) }
  }

  /// What questions can be told apart by: the courses and the topics that have some, and the tags.
  public func bankFacets() throws(LibraryError) -> BankFacets {
    try read { database in
      let courses = try String.fetchAll(
        database, sql: "SELECT DISTINCT course FROM bankEntry WHERE isDeleted = 0 ORDER BY course")
      let topics = try Row.fetchAll(database, sql: Self.listedSubjects).map { ($0[0], $0[1]) as (String, String) }
      let tags = try String.fetchAll(
        database, sql: "SELECT DISTINCT tags FROM bankEntry WHERE isDeleted = 0 AND tags <> ''")
      return BankFacets(
        courses: courses, topics: Dictionary(grouping: topics, by: \.0).mapValues { $0.map(\.1) },
        tags: Set(tags.flatMap(Self.lines)).sorted())
    }
  }

  /// The courses and topics that have questions which are not deleted: all from an index alone, then one question each.
  static let listedSubjects = """
    SELECT course, topic FROM (\(subjectsOfQuestions)) AS subject
    WHERE EXISTS (SELECT 1 FROM bankEntry
      WHERE bankEntry.course = subject.course AND bankEntry.topic = subject.topic AND isDeleted = 0)
    ORDER BY course, topic
    """
}
