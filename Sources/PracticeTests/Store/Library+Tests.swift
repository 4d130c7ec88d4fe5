import Foundation
import GRDB

extension Library {
  /// Stores a test with all its slots open, and gives its id.
  public func createTest(_ test: NewTest) throws(LibraryError) -> String {
    try write { try insert(test, $0) }
  }

  /// The same with notes that it was planned on as well: both are kept, or neither.
  func createTest(
    _ test: NewTest, keeping notes: [(path: String, document: NoteDocument)]
  ) throws(LibraryError) -> String {
    try write { database in
      var test = test
      test.versionIDs += try notes.map {
        try importSource($0.document, path: $0.path, course: test.course, database).versionID
      }
      return try insert(test, database)
    }
  }

  /// Stores a test whose questions are there already, one for each slot, in one transaction; gives its id.
  package func createTest(_ test: NewTest, questions: [Question]) throws(LibraryError) -> String {
    try write { try insert(test, questions: questions, tags: [:], $0) }
  }

  /// The same; `tags` are the student's own words for questions, by their ids.
  func insert(
    _ test: NewTest, questions: [Question], tags: [String: [String]], _ database: Database
  ) throws -> String {
    let id = try insert(test, database)
    for (slot, question) in questions.enumerated() {
      try insertQuestion(question, course: test.course, database)
      if let tags = tags[question.id] { try setTags(tags, question: question.id, database) }
      try database.execute(
        sql: """
          UPDATE slot SET state = 'accepted', questionID = ?, revision = ?, acceptedOrder = ?
          WHERE testID = ? AND position = ?
          """, arguments: [question.id, question.revision, slot + 1, id, slot])
    }
    try database.execute(sql: "UPDATE test SET status = 'complete' WHERE id = ?", arguments: [id])
    return id
  }

  private func insert(_ test: NewTest, _ database: Database) throws -> String {
    let (id, now) = (newID(), clock().timeIntervalSince1970)
    try dropLongDeleted(at: now, database)
    try database.execute(
      sql: """
        INSERT INTO test (id, title, course, status, createdAt, request, backend, model, allowsFallback, stats)
        VALUES (?, ?, ?, 'generating', ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, test.title, test.course, now, try JSONColumn.text(test.blueprint.request),
        test.backend, test.model, test.allowsFallback, try JSONColumn.text(GenerationStats()),
      ])
    for (position, version) in test.versionIDs.enumerated() {
      try database.execute(
        sql: "INSERT INTO testVersion (testID, position, versionID) VALUES (?, ?, ?)",
        arguments: [id, position, version])
    }
    for slot in test.blueprint.slots { try insertSlot(slot, test: id, database) }
    return id
  }

  /// Adds an open slot to a test.
  func insertSlot(_ slot: QuestionSlot, test id: String, _ database: Database) throws {
    try database.cachedStatement(sql: "INSERT INTO slot (testID, position, specification) VALUES (?, ?, ?)")
      .execute(arguments: [id, slot.index, try JSONColumn.text(slot)])
  }

  /// A test, whole.
  public func test(_ id: String) throws(LibraryError) -> StoredTest {
    try read { try test(id, $0) }
  }

  func test(_ id: String, _ database: Database) throws -> StoredTest {
    let row = try Row.fetchOne(
      database, sql: "SELECT * FROM test WHERE id = ? AND deletedAt IS NULL", arguments: [id])
    guard let row else { throw LibraryError.noSuchTest(id) }
    let slots = try slots(of: id, database)
    let blueprint = TestBlueprint(
      request: try JSONColumn.value(TestRequest.self, row["request"]), slots: slots.map(\.slot))
    return StoredTest(
      id: id, title: row["title"], course: row["course"], status: try Self.status(row["status"]),
      attemptState: try latestAttemptState(of: id, database),
      createdAt: Date(timeIntervalSince1970: row["createdAt"]), blueprint: blueprint, backend: row["backend"],
      model: row["model"], allowsFallback: row["allowsFallback"], slots: slots,
      stats: try JSONColumn.value(GenerationStats.self, row["stats"]),
      frozenOrder: try frozenOrder(ofTest: id, database), reported: try reportedSlots(ofTest: id, database))
  }

  /// An attempt that goes on comes before those handed in.
  private func latestAttemptState(of id: String, _ database: Database) throws -> Attempt.State? {
    try String.fetchOne(
      database,
      sql: """
        SELECT state FROM attempt WHERE testID = ?
        ORDER BY state = 'inProgress' DESC, number DESC LIMIT 1
        """, arguments: [id]
    ).flatMap(Attempt.State.init)
  }

  static func status(_ name: String) throws -> TestStatus {
    guard let status = TestStatus(rawValue: name) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "unknown status")
    }
    return status
  }

  /// All tests, the newest first.
  public func tests() throws(LibraryError) -> [TestSummary] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          WITH
            filled AS (
              SELECT testID, count(*) AS total, sum(state = 'accepted') AS accepted, sum(state = 'missing') AS missing
              FROM slot GROUP BY testID),
            sitting AS (
              SELECT attempt.id, attempt.testID, attempt.number, attempt.state, attempt.missedIn, attempt.isPaused,
                max(0, attempt.limitSeconds - attempt.activeSeconds) AS remaining,
                count(response.position) AS total, count(response.answeredAt) AS answered,
                avg(response.outcome IS NOT NULL
                  AND response.outcome IN ('right', 'selfGradedRight', 'modelGradedRight'))
                  FILTER (WHERE response.questionID NOT IN (SELECT id FROM question WHERE reportedAt IS NOT NULL))
                  AS score
              FROM attempt LEFT JOIN response ON response.attemptID = attempt.id GROUP BY attempt.id),
            scored AS (SELECT * FROM sitting WHERE state = 'submitted' AND missedIn IS NULL),
            best AS (SELECT testID, max(score) AS best, count(*) AS attempts FROM scored GROUP BY testID),
            last AS (SELECT testID, score AS last, max(number) FROM scored GROUP BY testID)
          SELECT test.*, filled.*, best.best, best.attempts, last.last, sitting.id AS openID, sitting.answered AS openAnswered,
            sitting.total AS openTotal, sitting.isPaused AS openIsPaused, sitting.remaining AS openRemaining
          FROM test LEFT JOIN filled ON filled.testID = test.id LEFT JOIN best ON best.testID = test.id
            LEFT JOIN last ON last.testID = test.id
            LEFT JOIN sitting ON sitting.testID = test.id AND sitting.state = 'inProgress'
          WHERE test.deletedAt IS NULL
          ORDER BY test.createdAt DESC, test.id
          """
      ).map(Self.summary)
    }
  }

  /// The test that an id, the beginning of one (4 characters or more) or `latest` names.
  public func resolve(_ name: String) throws(LibraryError) -> String {
    if name == "latest" { return try latestTest() }
    guard name.count >= 4 else { throw .prefixTooShort(name) }
    let found = try read { database in
      try String.fetchAll(
        database, sql: "SELECT id FROM test WHERE instr(id, ?) = 1 AND deletedAt IS NULL LIMIT 2", arguments: [name])
    }
    guard let id = found.first else { throw .noSuchTest(name) }
    guard found.count == 1 else { throw .ambiguous(name) }
    return id
  }

  private func latestTest() throws(LibraryError) -> String {
    let id = try read { database in
      try String.fetchOne(
        database, sql: "SELECT id FROM test WHERE deletedAt IS NULL ORDER BY createdAt DESC, id LIMIT 1")
    }
    guard let id else { throw .noTests }
    return id
  }

  private static func summary(_ row: Row) throws -> TestSummary {
    let open: String? = row["openID"]
    return TestSummary(
      id: row["id"], title: row["title"], course: row["course"], status: try status(row["status"]),
      createdAt: Date(timeIntervalSince1970: row["createdAt"]), count: row["total"] ?? 0,
      accepted: row["accepted"] ?? 0, missing: row["missing"] ?? 0, bestScore: row["best"], lastScore: row["last"],
      openAttempt: open.map {
        TestSummary.OpenAttempt(
          id: $0, answered: row["openAnswered"], total: row["openTotal"], isPaused: row["openIsPaused"],
          remainingSeconds: row["openRemaining"])
      }, attempts: row["attempts"] ?? 0)
  }
}
