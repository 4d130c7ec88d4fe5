import Foundation
import GRDB

/// Questions that come back.
extension Library {
  /// What is due now, and what comes first of it.
  ///
  /// - Parameters:
  ///   - asked: the questions of this sitting, the first first; the last two come again only after others.
  ///   - subjects: only what is about all of these; the limits of the day are those of everything.
  public func reviewQueue(
    asked: [String] = [], about subjects: [StatsSubject] = []
  ) throws(LibraryError) -> ReviewQueue {
    let settings = reviewSettings()
    let filter = SubjectFilter(subjects)
    return try read { database in
      let now = clock()
      let (order, held) = try dueNow(now, settings, filter, database)
      let recent = Set(try asked.suffix(2).compactMap { try number(of: $0, database) })
      let next = order.first { !recent.contains($0.question) } ?? order.first
      return ReviewQueue(
        next: try next.map { try item($0.question, card: $0.card, database) }, due: order.count,
        held: held, suspended: try suspendedCount(filter, database),
        nextDue: order.isEmpty ? try nextDue(after: now, filter, database) : nil)
    }
  }

  /// Keeps a review: the answer, its grade, and when the question comes back.
  ///
  /// - Parameters:
  ///   - seconds: how long the answer took.
  ///   - before: a review of the same answer in whose place it is kept, such as after "I was right".
  ///   - item: how the question was shown.
  /// - Throws: ``LibraryError/answeredMeanwhile`` where it was answered since: nothing is answered twice for being open
  ///   in two windows.
  public func keepReview(
    _ question: Question, _ response: Response, seconds: Double, replacing before: Int64? = nil,
    shownAs item: ReviewItem? = nil
  ) throws(LibraryError) -> KeptReview {
    try write { database in
      guard let number = try number(of: question.id, database) else { throw LibraryError.noSuchQuestion(question.id) }
      if before == nil, let item, try answers(to: number, database) != item.answers {
        throw LibraryError.answeredMeanwhile
      }
      let graded = response.outcome ?? Grading.grade(question.item, response.answer)
      let outcome = try settled(graded, response.answer, to: question, database)
      let answer = GradedAnswer(question, response, outcome, seconds: seconds, date: clock())
      let isPractice = try isPractice(number, replacing: before, database)
      try database.execute(
        sql: "DELETE FROM answer WHERE id = ? AND question = ? AND position IS NULL", arguments: [before, number])
      let id = try insertReview(answer, number, isPractice: isPractice, database)
      return KeptReview(
        id: id, due: try updateCard(number, database)?.due, outcome: outcome == response.outcome ? nil : outcome)
    }
  }

  /// Whether a question is answered that is not due: then it takes nothing of what may be reviewed on a day. An answer
  /// that is kept anew stays what it was.
  private func isPractice(_ number: Int, replacing before: Int64?, _ database: Database) throws -> Bool {
    let kept = try Bool.fetchOne(
      database, sql: "SELECT isPractice FROM answer WHERE id = ? AND question = ? AND position IS NULL",
      arguments: [before, number])
    if let kept { return kept }
    let isDue = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM reviewCard WHERE question = ? AND due <= ?)",
      arguments: [number, clock().timeIntervalSince1970])
    return isDue != true
  }

  private func answers(to number: Int, _ database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT count(*) FROM answer WHERE question = ?", arguments: [number]) ?? 0
  }

  /// Takes a review back, as if it had not been.
  public func takeBackReview(_ id: Int64) throws(LibraryError) {
    try write { database in
      let number = try Int.fetchOne(
        database, sql: "SELECT question FROM answer WHERE id = ? AND position IS NULL", arguments: [id])
      guard let number else { return }
      try database.execute(sql: "DELETE FROM answer WHERE id = ?", arguments: [id])
      _ = try updateCard(number, database)
    }
  }

  /// Puts a question away, so that it does not come back until it is brought back.
  public func setSuspended(_ isSuspended: Bool, question id: String) throws(LibraryError) {
    try write { database in
      guard let number = try number(of: id, database) else { throw LibraryError.noSuchQuestion(id) }
      try database.execute(
        sql: isSuspended
          ? "INSERT OR IGNORE INTO suspension (question) VALUES (?)" : "DELETE FROM suspension WHERE question = ?",
        arguments: [number])
    }
  }

  /// Brings back everything that was put away.
  public func endSuspensions() throws(LibraryError) {
    try write { try $0.execute(sql: "DELETE FROM suspension") }
  }

  // MARK: - What is due

  /// Cards that can come up: those of questions that are neither deleted nor put away.
  static let active = """
    FROM reviewCard JOIN bankEntry ON number = reviewCard.question
    WHERE isDeleted = 0 AND reviewCard.question NOT IN (SELECT question FROM suspension)
    """

  /// What is due now, as every place counts it: what comes up within the limits of the day, in its order, and how many
  /// more those limits leave for tomorrow.
  func dueNow(
    _ now: Date, _ settings: ReviewSettings, _ filter: SubjectFilter, _ database: Database
  ) throws -> (order: [DueQueue.Entry], held: Int) {
    let wanted = try numbers(filter, database)
    func isWanted(_ entry: DueQueue.Entry) -> Bool { wanted?.contains(entry.question) ?? true }
    let all = try dueEntries(now, database)
    let order = DueQueue.order(all, try done(now, database), settings, scheduler, at: now).filter(isWanted)
    return (order, all.count { isWanted($0) } - order.count)
  }

  /// The numbers of the questions that a filter leaves; `nil` where it leaves all.
  private func numbers(_ filter: SubjectFilter, _ database: Database) throws -> Set<Int>? {
    guard !filter.condition.isEmpty else { return nil }
    return Set(
      try Int.fetchAll(
        database, sql: "SELECT number FROM bankEntry WHERE TRUE\(filter.condition)", arguments: filter.arguments))
  }

  private func dueEntries(_ now: Date, _ database: Database) throws -> [DueQueue.Entry] {
    try Row.fetchAll(
      database, sql: "SELECT reviewCard.* \(Self.active) AND due <= ?", arguments: [now.timeIntervalSince1970]
    ).map { row in
      let introducedAt: Double? = row["introducedAt"]
      return DueQueue.Entry(
        question: row["question"], card: Self.card(row),
        introducedAt: introducedAt.map(Date.init(timeIntervalSince1970:)))
    }
  }

  /// What was reviewed today because it was due.
  private func done(_ now: Date, _ database: Database) throws -> DueQueue.Done {
    let today = scheduler.days.start(of: scheduler.days.day(of: now)).timeIntervalSince1970
    let reviewed = try Int.fetchOne(
      database,
      sql: """
        SELECT count(DISTINCT question) FROM answer WHERE position IS NULL AND answeredAt >= ? AND NOT isPractice
        """, arguments: [today])
    let introduced = try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM reviewCard WHERE introducedAt >= ? AND NOT EXISTS (
          SELECT 1 FROM answer WHERE answer.question = reviewCard.question AND position IS NULL
            AND answeredAt = introducedAt AND isPractice)
        """, arguments: [today])
    return DueQueue.Done(reviewed: reviewed ?? 0, introduced: introduced ?? 0)
  }

  private func nextDue(after now: Date, _ filter: SubjectFilter, _ database: Database) throws -> Date? {
    try Double.fetchOne(
      database, sql: "SELECT min(due) \(Self.active)\(filter.condition) AND due > ?",
      arguments: filter.arguments + [now.timeIntervalSince1970]
    ).map(Date.init(timeIntervalSince1970:))
  }

  func suspendedCount(_ filter: SubjectFilter, _ database: Database) throws -> Int {
    try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM suspension JOIN bankEntry ON number = question WHERE isDeleted = 0\(filter.condition)
        """, arguments: filter.arguments) ?? 0
  }

  /// How many cards come up on each day from today on: what is overdue today, but for what the limits of the day leave
  /// for tomorrow.
  func forecast(
    days count: Int, _ now: Date, held: Int, _ filter: SubjectFilter, _ database: Database
  ) throws -> [Int] {
    let days = scheduler.days
    let today = days.day(of: now)
    let ends = (1...count).map { days.start(of: today + $0).timeIntervalSince1970 }
    var counts = try zip([-Double.infinity] + ends, ends).map { start, end in
      try Int.fetchOne(
        database, sql: "SELECT count(*) \(Self.active)\(filter.condition) AND due >= ? AND due < ?",
        arguments: filter.arguments + [start, end]) ?? 0
    }
    counts[0] -= held
    counts[1] += held
    return counts
  }

  func item(_ number: Int, card: ReviewCard?, _ database: Database) throws -> ReviewItem {
    let content = try String.fetchOne(
      database,
      sql: """
        SELECT content FROM questionRevision JOIN bankEntry USING (questionID) WHERE number = ?
        ORDER BY revision DESC LIMIT 1
        """, arguments: [number])
    return ReviewItem(
      question: try JSONColumn.value(Question.self, content ?? ""), card: card,
      answers: try answers(to: number, database))
  }
}
