import Foundation
import GRDB

/// Keeping answers, each with what follows from it in the same transaction.
extension Library {
  /// Keeps the graded answer to a question of a sitting, in the place of the one that was kept before.
  func keepAnswer(
    _ response: Response, to question: Question, attempt id: String, _ position: Int, _ database: Database
  )
    throws
  {
    guard let outcome = response.outcome, let number = try number(of: question.id, database) else { return }
    let answer = GradedAnswer(question, response, outcome, date: clock())
    let before = try Int64.fetchOne(
      database, sql: "SELECT id FROM answer WHERE attemptID = ? AND position = ?", arguments: [id, position])
    let grade = answer.grade(isFirst: false, median: nil)
    if let before {
      try database.execute(
        sql: """
          UPDATE answer SET outcome = ?, isRight = ?, isUnsure = ?, isEvidence = ?, grade = ?, answeredAt = ? WHERE id = ?
          """,
        arguments: [
          answer.outcome.rawValue, answer.outcome.isRight, answer.isUnsure, answer.isEvidence, grade.rawValue,
          answer.date.timeIntervalSince1970, before,
        ])
    } else {
      _ = try insert(answer, grade, number, attempt: (id, position), database)
    }
    _ = try updateCard(number, database)
  }

  /// Keeps the graded answer to a question in a review or in practice, and gives its number.
  func insertReview(
    _ answer: GradedAnswer, _ number: Int, isPractice: Bool, _ database: Database
  ) throws -> Int64 {
    let isFirst =
      try
      !(Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM answer WHERE question = ?)", arguments: [number]) ?? false)
    let grade = answer.grade(isFirst: isFirst, median: try medianSeconds(answer.question.item.format, database))
    return try insert(answer, grade, number, attempt: nil, isPractice: isPractice, database)
  }

  private func insert(
    _ answer: GradedAnswer, _ grade: ReviewGrade, _ number: Int, attempt: (id: String, position: Int)?,
    isPractice: Bool = false, _ database: Database
  ) throws -> Int64 {
    try database.execute(
      sql: """
        INSERT INTO answer (question, revision, bloom, options, outcome, isRight, isUnsure, isEvidence, grade, seconds,
          answeredAt, attemptID, position, isPractice)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number, answer.question.revision, BloomLevel.allCases.firstIndex(of: answer.question.bloom),
        answer.question.item.choices.count, answer.outcome.rawValue, answer.outcome.isRight, answer.isUnsure,
        answer.isEvidence, grade.rawValue, answer.seconds, answer.date.timeIntervalSince1970, attempt?.id,
        attempt?.position, isPractice,
      ])
    return database.lastInsertedRowID
  }

  /// The seconds in which half of the student's last reviews of a format were answered; `nil` below 20 of them.
  private func medianSeconds(_ format: QuestionFormat, _ database: Database) throws -> Double? {
    let seconds = try Double.fetchAll(
      database,
      sql: """
        SELECT seconds FROM answer JOIN bankEntry ON bankEntry.number = question
        WHERE position IS NULL AND seconds IS NOT NULL AND format = ? ORDER BY answeredAt DESC LIMIT 200
        """, arguments: [format.rawValue])
    return seconds.count < 20 ? nil : seconds.sorted()[seconds.count / 2]
  }

  func number(of questionID: String, _ database: Database) throws -> Int? {
    try Int.fetchOne(database, sql: "SELECT number FROM bankEntry WHERE questionID = ?", arguments: [questionID])
  }

  // MARK: - Cards

  /// Works a question's card out anew from all its answers, and gives it.
  func updateCard(_ number: Int, _ database: Database) throws -> ReviewCard? {
    let rows = try Row.fetchAll(
      database, sql: "SELECT grade, answeredAt, position FROM answer WHERE question = ? ORDER BY answeredAt, id",
      arguments: [number])
    let entries = rows.compactMap { row in
      ReviewGrade(rawValue: row["grade"]).map {
        ReviewHistory.Entry(grade: $0, date: Date(timeIntervalSince1970: row["answeredAt"]))
      }
    }
    guard let card = ReviewHistory.card(entries, scheduler) else {
      try database.execute(sql: "DELETE FROM reviewCard WHERE question = ?", arguments: [number])
      return nil
    }
    let introducedAt = rows.first { $0["position"] == nil }.map { $0["answeredAt"] as Double }
    let (phase, step) = Self.columns(card.phase)
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO reviewCard
          (question, phase, step, stability, difficulty, reviewedAt, due, introducedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number, phase, step, card.memory.stability, card.memory.difficulty, card.reviewedAt.timeIntervalSince1970,
        card.due.timeIntervalSince1970, introducedAt,
      ])
    return card
  }

  /// The card of a row of `reviewCard`.
  static func card(_ row: Row) -> ReviewCard {
    let (name, step): (String, Int) = (row["phase"], row["step"])
    let phase: ReviewCard.Phase =
      switch name {
      case "learning": .learning(step: step)
      case "relearning": .relearning(step: step)
      default: .review
      }
    return ReviewCard(
      phase: phase, memory: MemoryState(stability: row["stability"], difficulty: row["difficulty"]),
      reviewedAt: Date(timeIntervalSince1970: row["reviewedAt"]), due: Date(timeIntervalSince1970: row["due"]))
  }

  private static func columns(_ phase: ReviewCard.Phase) -> (String, Int) {
    switch phase {
    case .learning(let step): ("learning", step)
    case .review: ("review", 0)
    case .relearning(let step): ("relearning", step)
    }
  }
}
