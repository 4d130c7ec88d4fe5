import Foundation
import GRDB

/// A lease is a row with an owner and an expiry that its holder renews: a process that was killed stops renewing, and
/// the next one may go on after at most the time of one lease.
extension Library {
  /// Takes the right to generate a test; `nil` while another process has it.
  public func acquireLease(test id: String, owner: String, seconds: Double) throws -> Lease? {
    try write { database in
      let now = clock().timeIntervalSince1970
      try database.execute(
        sql: "UPDATE test SET leaseOwner = ?, leaseUntil = ? WHERE id = ? AND (leaseUntil IS NULL OR leaseUntil < ?)",
        arguments: [owner, now + seconds, id, now])
      return database.changesCount == 1 ? Lease(testID: id, owner: owner) : nil
    }
  }

  /// Keeps a lease for more time; `false` when it was lost.
  @discardableResult
  public func renew(_ lease: Lease, seconds: Double) throws -> Bool {
    try write { database in
      try database.execute(
        sql: "UPDATE test SET leaseUntil = ? WHERE id = ? AND leaseOwner = ?",
        arguments: [clock().timeIntervalSince1970 + seconds, lease.testID, lease.owner])
      return database.changesCount == 1
    }
  }

  /// Gives a lease back.
  public func release(_ lease: Lease) throws {
    try write { database in
      try database.execute(
        sql: "UPDATE test SET leaseOwner = NULL, leaseUntil = NULL WHERE id = ? AND leaseOwner = ?",
        arguments: [lease.testID, lease.owner])
    }
  }

  /// Keeps a question in a slot, if the slot is still open in this generation and the lease still held; else nothing is
  /// written, and the answer is `false`.
  public func accept(
    _ question: Question, test id: String, slot: Int, generation: Int, lease: Lease
  ) throws -> Bool {
    try write { database in
      guard try isOpen(slot, generation, lease, database) else { return false }
      try insert(question, test: id, database)
      try database.execute(
        sql: """
          UPDATE slot SET state = 'accepted', questionID = ?, revision = ?,
            acceptedOrder = (SELECT coalesce(max(acceptedOrder), 0) + 1 FROM slot WHERE testID = ?3)
          WHERE testID = ?3 AND position = ?4
          """, arguments: [question.id, question.revision, id, slot])
      return true
    }
  }

  /// Notes why a slot can't be filled, under the same conditions.
  public func markMissing(
    _ violations: [Violation], test id: String, slot: Int, generation: Int, lease: Lease
  ) throws -> Bool {
    try write { database in
      guard try isOpen(slot, generation, lease, database) else { return false }
      try database.execute(
        sql: "UPDATE slot SET state = 'missing', violations = ? WHERE testID = ? AND position = ?",
        arguments: [try JSONColumn.text(violations), id, slot])
      return true
    }
  }

  /// Opens the missing slots of a test again, so that only what is missing is made again.
  public func reopenMissing(_ id: String) throws {
    try write { database in
      try database.execute(
        sql: """
          UPDATE slot SET state = 'open', violations = NULL, generation = generation + 1
          WHERE testID = ? AND state = 'missing'
          """, arguments: [id])
      if database.changesCount > 0 {
        try database.execute(sql: "UPDATE test SET status = 'generating' WHERE id = ?", arguments: [id])
      }
    }
  }

  /// Adds what a part of the generation took.
  public func addStats(_ stats: GenerationStats, test id: String) throws {
    try write { database in
      guard let text = try String.fetchOne(database, sql: "SELECT stats FROM test WHERE id = ?", arguments: [id]) else {
        throw LibraryError.noSuchTest(id)
      }
      var sum = try JSONColumn.value(GenerationStats.self, text)
      sum += stats
      try database.execute(sql: "UPDATE test SET stats = ? WHERE id = ?", arguments: [try JSONColumn.text(sum), id])
    }
  }

  /// Notes where a test stands after a generation, and gives that.
  @discardableResult
  public func finish(test id: String) throws -> TestStatus {
    try write { database in
      let states = try String.fetchAll(database, sql: "SELECT state FROM slot WHERE testID = ?", arguments: [id])
      let status: TestStatus =
        if states.contains("open") {
          .generating
        } else if !states.contains("missing") {
          .complete
        } else {
          states.contains("accepted") ? .incomplete : .failed
        }
      try database.execute(sql: "UPDATE test SET status = ? WHERE id = ?", arguments: [status.rawValue, id])
      return status
    }
  }

  /// Every question of a course that is not deleted, in its newest revision.
  public func bank(course: String) throws -> [(id: String, item: Item)] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT questionID, content, max(revision) FROM questionRevision JOIN question ON question.id = questionID
          WHERE course = ? AND deletedAt IS NULL GROUP BY questionID
          """, arguments: [course]
      ).map { ($0["questionID"], try JSONColumn.value(Question.self, $0["content"]).item) }
    }
  }

  private func isOpen(_ slot: Int, _ generation: Int, _ lease: Lease, _ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: """
        SELECT slot.state = 'open' AND slot.generation = ? AND test.leaseOwner IS ?
        FROM slot JOIN test ON test.id = slot.testID WHERE slot.testID = ? AND slot.position = ?
        """, arguments: [generation, lease.owner, lease.testID, slot]) ?? false
  }

  private func insert(_ question: Question, test id: String, _ database: Database) throws {
    try database.execute(
      sql: "INSERT INTO question (id, course) SELECT ?, course FROM test WHERE id = ?", arguments: [question.id, id])
    try database.execute(
      sql: """
        INSERT INTO questionRevision
          (questionID, revision, format, topic, prompt, correctAnswer, origin, verified, content, createdAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        question.id, question.revision, question.item.format.rawValue, question.topic, question.item.prompt,
        question.item.correctAnswer, question.provenance.origin.rawValue, question.provenance.verified,
        try JSONColumn.text(question), clock().timeIntervalSince1970,
      ])
  }
}
