import Foundation
import GRDB

extension Library {
  /// Begins a sitting with the questions accepted until now, or gives the one that goes on.
  ///
  /// - Parameter limitSeconds: the time after which it is handed in, if there is one.
  /// - Throws: ``LibraryError/nothingMissed`` or ``LibraryError/everythingReported`` where none of the questions that
  ///   it would ask is left.
  public func startAttempt(
    test id: String, mode: Attempt.Mode, scope: Attempt.Scope = .whole, limitSeconds: Double? = nil
  ) throws(LibraryError) -> Attempt {
    try write { database in
      if let open = try openAttemptID(test: id, database) { return try attempt(open, database) }
      guard try hasTest(id, database) else { throw LibraryError.noSuchTest(id) }
      let (slots, missedIn) = try slots(ofTest: id, scope, database)
      let attemptID = newID()
      try database.execute(
        sql: """
          INSERT INTO attempt (id, testID, number, mode, state, startedAt, limitSeconds, missedIn)
          VALUES (?1, ?2, (SELECT coalesce(max(number), 0) + 1 FROM attempt WHERE testID = ?2), ?3, 'inProgress', ?4,
            ?5, ?6)
          """,
        arguments: [attemptID, id, mode.rawValue, clock().timeIntervalSince1970, limitSeconds, missedIn])
      try addQuestions(inOrder: slots, to: attemptID, database)
      return try attempt(attemptID, database)
    }
  }

  /// The sitting of a test that goes on.
  public func openAttempt(test id: String) throws(LibraryError) -> Attempt? {
    try read { database in try openAttemptID(test: id, database).map { try attempt($0, database) } }
  }

  /// A sitting.
  public func attempt(_ id: String) throws(LibraryError) -> Attempt {
    try read { try attempt(id, $0) }
  }

  /// All sittings of a test, the first first.
  public func attempts(test id: String) throws(LibraryError) -> [Attempt] {
    try read { database in
      try String.fetchAll(
        database, sql: "SELECT attempt.id FROM \(Self.attemptOfTest) WHERE testID = ? ORDER BY number", arguments: [id]
      ).map { try attempt($0, database) }
    }
  }

  /// Keeps what the student did with a question of a sitting that goes on, and gives it as it was kept: what was graded
  /// as a typing error is wrong where it is another term of the course.
  ///
  /// - Throws: ``LibraryError/attemptOver`` where the sitting was handed in or deleted.
  @discardableResult
  public func respond(attempt id: String, position: Int, _ response: Response) throws(LibraryError) -> Response {
    let (choice, text): (Int?, String?) =
      switch response.answer {
      case .choice(let index): (index, nil)
      case .text(let text): (nil, text)
      case nil: (nil, nil)
      }
    return try write { database in
      var kept = response
      kept.outcome = try response.outcome.map { outcome in
        try settled(outcome, response.answer, attempt: id, position, database)
      }
      try database.execute(
        sql: """
          UPDATE response SET choice = ?, text = ?, isFlagged = ?, isUnsure = ?, outcome = ?, answeredAt = ?
          WHERE attemptID = ? AND position = ?
            AND EXISTS (SELECT 1 FROM \(Self.attemptOfTest) WHERE attempt.id = attemptID AND state = 'inProgress')
          """,
        arguments: [
          choice, text, kept.isFlagged, kept.isUnsure, kept.outcome?.rawValue,
          kept.answeredAt?.timeIntervalSince1970, id, position,
        ])
      guard database.changesCount == 1 else { throw LibraryError.attemptOver }
      // In study mode an answer is graded at once.
      if kept.outcome != nil { try keepAnswer(attempt: id, position, database) }
      return kept
    }
  }

  /// Keeps which question is on the screen, and adds the seconds that the student was at it since the last call.
  public func keepPlace(attempt id: String, position: Int, activeSeconds: Double) throws(LibraryError) {
    try write { database in
      try database.execute(
        sql: "UPDATE attempt SET position = ?, activeSeconds = activeSeconds + ? WHERE id = ? AND state = 'inProgress'",
        arguments: [position, activeSeconds, id])
    }
  }

  /// Keeps whether the student has stopped the time.
  public func setPaused(_ isPaused: Bool, attempt id: String) throws(LibraryError) {
    try write { try $0.execute(sql: "UPDATE attempt SET isPaused = ? WHERE id = ?", arguments: [isPaused, id]) }
  }

  /// Lets go of a sitting that goes on without a time, if nothing is answered, flagged or marked in it.
  public func discardUntouched(attempt id: String) throws(LibraryError) {
    try write { database in
      try database.execute(
        sql: """
          DELETE FROM attempt WHERE id = ?1 AND state = 'inProgress' AND limitSeconds IS NULL
            AND NOT EXISTS (
              SELECT 1 FROM response WHERE attemptID = ?1
                AND (choice IS NOT NULL OR text IS NOT NULL OR isFlagged OR isUnsure))
          """, arguments: [id])
    }
  }

  /// Hands a sitting in: every response is graded, and what was missed or unsure joins the reviews.
  public func submit(attempt id: String) throws(LibraryError) -> Attempt {
    try write { database in
      let attempt = try attempt(id, database)
      for (position, item) in attempt.items.enumerated() where item.response.outcome == nil {
        let answer = item.response.answer
        let outcome = try settled(
          Grading.grade(item.question.item, answer), answer, to: item.question, database)
        try setOutcome(outcome, attempt: id, position, database)
      }
      try database.execute(
        sql: "UPDATE attempt SET state = 'submitted', submittedAt = ? WHERE id = ? AND state = 'inProgress'",
        arguments: [clock().timeIntervalSince1970, id])
      let graded = try self.attempt(id, database)
      guard attempt.state == .inProgress else { return graded }
      for (position, item) in graded.items.enumerated() {
        try keepAnswer(item.response, to: item.question, attempt: id, position, database)
      }
      return graded
    }
  }

  /// Keeps a student's own grade of an answer, or the first one again; or a model's, where the student has given none
  /// meanwhile.
  public func regrade(attempt id: String, position: Int, _ outcome: Outcome) throws(LibraryError) -> Attempt {
    try write { database in
      let settled = try settled(outcome, attempt: id, position, database)
      try setOutcome(settled, attempt: id, position, database)
      if database.changesCount > 0 { try keepAnswer(attempt: id, position, database) }
      return try attempt(id, database)
    }
  }

  /// Keeps the graded answer to one question of a sitting.
  private func keepAnswer(attempt id: String, _ position: Int, _ database: Database) throws {
    guard let shown = try shown(attempt: id, position, database) else { return }
    try keepAnswer(shown.response, to: shown.question, attempt: id, position, database)
  }

  /// A question of a sitting in the revision that was shown, with the response that is kept.
  func shown(
    attempt id: String, _ position: Int, _ database: Database
  ) throws -> (question: Question, response: Response)? {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT response.*, questionRevision.content
        FROM response JOIN questionRevision USING (questionID, revision) WHERE attemptID = ? AND position = ?
        """, arguments: [id, position])
    guard let row else { return nil }
    return (try JSONColumn.value(Question.self, row["content"]), Self.response(row))
  }

  private func setOutcome(_ outcome: Outcome, attempt id: String, _ position: Int, _ database: Database) throws {
    try database.execute(
      sql: """
        UPDATE response SET outcome = ?1
        WHERE attemptID = ?2 AND position = ?3 AND (?1 <> 'modelGradedRight' OR outcome = 'ungraded')
        """, arguments: [outcome.rawValue, id, position])
  }

  private func hasTest(_ id: String, _ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM test WHERE id = ? AND deletedAt IS NULL)", arguments: [id]) ?? false
  }

  private func openAttemptID(test id: String, _ database: Database) throws -> String? {
    try String.fetchOne(
      database, sql: "SELECT attempt.id FROM \(Self.attemptOfTest) WHERE testID = ? AND state = 'inProgress'",
      arguments: [id])
  }

  func attempt(_ id: String, _ database: Database) throws -> Attempt {
    let row = try Row.fetchOne(
      database, sql: "SELECT attempt.* FROM \(Self.attemptOfTest) WHERE attempt.id = ?", arguments: [id])
    guard let row,
      let mode = Attempt.Mode(rawValue: row["mode"]), let state = Attempt.State(rawValue: row["state"])
    else { throw LibraryError.attemptOver }
    let items = try Row.fetchAll(
      database,
      sql: """
        SELECT response.*, questionRevision.content, question.reportedAt IS NOT NULL AS isReported
        FROM response JOIN questionRevision USING (questionID, revision) JOIN question ON question.id = questionID
        WHERE attemptID = ? ORDER BY position
        """, arguments: [id]
    ).map { row in
      AttemptItem(
        slot: row["slot"], question: try JSONColumn.value(Question.self, row["content"]), response: Self.response(row),
        isReported: row["isReported"])
    }
    let (submittedAt, missedIn): (Double?, String?) = (row["submittedAt"], row["missedIn"])
    return Attempt(
      id: id, testID: row["testID"], mode: mode, scope: missedIn.map { .missed(in: $0) } ?? .whole, state: state,
      submittedAt: submittedAt.map(Date.init(timeIntervalSince1970:)), activeSeconds: row["activeSeconds"],
      limitSeconds: row["limitSeconds"], isPaused: row["isPaused"], position: row["position"], items: items)
  }

  private static func response(_ row: Row) -> Response {
    let choice: Int? = row["choice"]
    let text: String? = row["text"]
    let outcome: String? = row["outcome"]
    let answeredAt: Double? = row["answeredAt"]
    return Response(
      answer: choice.map(Answer.choice) ?? text.map(Answer.text), isFlagged: row["isFlagged"],
      isUnsure: row["isUnsure"], outcome: outcome.flatMap(Outcome.init),
      answeredAt: answeredAt.map(Date.init(timeIntervalSince1970:)))
  }
}
