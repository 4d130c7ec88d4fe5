import Foundation
import GRDB

/// Which questions a sitting asks, and in which order. One that was reported as bad is not asked again.
extension Library {
  /// Adds the questions that were accepted since, at the end; none to a sitting of those that were missed.
  public func extend(attempt id: String) throws(LibraryError) -> Attempt {
    try write { database in
      let slots = try Int.fetchAll(
        database,
        sql: """
          SELECT slot.position FROM attempt JOIN slot ON slot.testID = attempt.testID \(Self.askable)
          WHERE attempt.id = ? AND attempt.state = 'inProgress' AND attempt.missedIn IS NULL
            AND slot.position NOT IN (SELECT slot FROM response WHERE attemptID = attempt.id)
          ORDER BY slot.acceptedOrder
          """, arguments: [id])
      try addQuestions(inOrder: slots, to: id, database)
      return try attempt(id, database)
    }
  }

  /// The slots that a new sitting asks, in its order, and the sitting that they were missed in.
  func slots(
    ofTest id: String, _ scope: Attempt.Scope, _ database: Database
  ) throws -> (slots: [Int], missedIn: String?) {
    switch scope {
    case .whole:
      let order = try readingOrder(ofTest: id, database)
      guard try !order.isEmpty || !hasQuestions(id, database) else { throw LibraryError.everythingReported }
      return (order, nil)
    case .missed(let attemptID):
      let missed = try attempt(attemptID, database).missed.filter { item in
        try Bool.fetchOne(
          database, sql: "SELECT questionID IS ? FROM slot WHERE testID = ? AND position = ?",
          arguments: [item.question.id, id, item.slot]) ?? false
      }
      guard !missed.isEmpty else { throw LibraryError.nothingMissed }
      return (missed.map(\.slot), attemptID)
    }
  }

  /// Whether a test has a question, be it one that was reported as bad.
  private func hasQuestions(_ id: String, _ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM slot WHERE testID = ? AND state = 'accepted')", arguments: [id])
      ?? false
  }

  /// Joins to slots the questions that fill them and may be asked.
  private static let askable =
    "JOIN question ON question.id = slot.questionID AND slot.state = 'accepted' AND question.reportedAt IS NULL"

  /// The slots of a test as they were shown in its last whole sitting, and behind them those that are new.
  private func readingOrder(ofTest id: String, _ database: Database) throws -> [Int] {
    let shown = try Int.fetchAll(
      database,
      sql: """
        SELECT response.slot FROM response JOIN slot ON slot.position = response.slot \(Self.askable)
        WHERE slot.testID = ?1 AND response.attemptID =
          (SELECT id FROM attempt
           WHERE testID = ?1 AND missedIn IS NULL AND id IN (SELECT attemptID FROM response)
           ORDER BY number DESC LIMIT 1)
        ORDER BY response.position
        """, arguments: [id])
    let new = try Row.fetchAll(
      database,
      sql: """
        SELECT slot.position, questionRevision.content
        FROM slot \(Self.askable) JOIN questionRevision USING (questionID, revision)
        WHERE slot.testID = ? ORDER BY slot.position
        """, arguments: [id]
    ).map { row in
      (slot: row["position"] as Int, item: try JSONColumn.value(Question.self, row["content"]).item)
    }.filter { !shown.contains($0.slot) }
    return shown + ReadingOrder.order(new.map(\.item)).map { new[$0].slot }
  }

  /// Adds the questions of slots to a sitting, at its end.
  func addQuestions(inOrder slots: [Int], to id: String, _ database: Database) throws {
    for slot in slots {
      try database.execute(
        sql: """
          INSERT INTO response (attemptID, position, slot, questionID, revision)
          SELECT attempt.id, (SELECT count(*) FROM response WHERE attemptID = attempt.id), slot.position,
            slot.questionID, slot.revision
          FROM attempt JOIN slot ON slot.testID = attempt.testID
          WHERE attempt.id = ? AND slot.position = ?
          """, arguments: [id, slot])
    }
  }
}
