import Foundation
import GRDB

/// Which questions a sitting asks, and in which order. One that was reported as bad is not asked again.
extension Library {
  /// Adds the questions that were accepted since, at the end; none to a sitting of those that were missed.
  public func extend(attempt id: String) throws(LibraryError) -> Attempt {
    try write { database in
      try addQuestions(inOrder: slots(joining: id, database), to: id, database)
      return try attempt(id, database)
    }
  }

  /// The questions of all exams that go on, by id, those included that are still to join one: where questions are only
  /// read, what is right is not told before the exam is handed in. A review asks first, and keeps its days.
  public func questionsInOpenExams() throws(LibraryError) -> Set<String> {
    try read { database in
      try Set(
        String.fetchAll(
          database,
          sql: """
            WITH exam AS (
              SELECT attempt.id, attempt.testID, attempt.missedIn FROM \(Self.attemptOfTest)
              WHERE attempt.mode = 'exam' AND attempt.state = 'inProgress')
            SELECT response.questionID FROM exam JOIN response ON response.attemptID = exam.id
            UNION
            SELECT slot.questionID FROM exam JOIN slot ON slot.testID = exam.testID AND slot.state = 'accepted'
            WHERE exam.missedIn IS NULL AND NOT EXISTS (
              SELECT 1 FROM response WHERE response.attemptID = exam.id AND response.slot = slot.position)
            """))
    }
  }

  /// The slots that were filled since, as they join a sitting that goes on.
  private func slots(joining id: String, _ database: Database) throws -> [Int] {
    try Int.fetchAll(
      database,
      sql: """
        SELECT slot.position FROM attempt JOIN slot ON slot.testID = attempt.testID \(Self.askable)
        WHERE attempt.id = ? AND attempt.state = 'inProgress' AND attempt.missedIn IS NULL
          AND slot.position NOT IN (SELECT slot FROM response WHERE attemptID = attempt.id)
        ORDER BY slot.acceptedOrder
        """, arguments: [id])
  }

  /// The slots that a new sitting asks, in its order, and the sitting that they were missed in.
  func slots(
    ofTest id: String, _ scope: Attempt.Scope, _ database: Database
  ) throws -> (slots: [Int], missedIn: String?) {
    switch scope {
    case .whole:
      let test = try test(id, database)
      let order = test.inReadingOrder.map(\.slot.index).filter { !test.reported.contains($0) }
      guard !order.isEmpty || test.questions.isEmpty else { throw LibraryError.everythingReported }
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

  /// Joins to slots the questions that fill them and may be asked.
  private static let askable =
    "JOIN question ON question.id = slot.questionID AND slot.state = 'accepted' AND question.reportedAt IS NULL"

  /// The slots of a test whose place is fixed: those that its last whole sitting showed, in its order, and behind them
  /// those that join it next, where it goes on.
  func frozenOrder(ofTest id: String, _ database: Database) throws -> [Int] {
    let sitting = try String.fetchOne(
      database,
      sql: """
        SELECT id FROM attempt WHERE testID = ? AND missedIn IS NULL AND id IN (SELECT attemptID FROM response)
        ORDER BY number DESC LIMIT 1
        """, arguments: [id])
    guard let sitting else { return [] }
    let shown = try Int.fetchAll(
      database,
      sql: """
        SELECT response.slot FROM response JOIN slot ON slot.position = response.slot AND slot.state = 'accepted'
        WHERE slot.testID = ? AND response.attemptID = ? ORDER BY response.position
        """, arguments: [id, sitting])
    return try shown + slots(joining: sitting, database)
  }

  /// The slots of a test whose question was reported as bad.
  func reportedSlots(ofTest id: String, _ database: Database) throws -> Set<Int> {
    try Set(
      Int.fetchAll(
        database,
        sql: """
          SELECT slot.position FROM slot JOIN question ON question.id = slot.questionID
          WHERE slot.testID = ? AND question.reportedAt IS NOT NULL
          """, arguments: [id]))
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
