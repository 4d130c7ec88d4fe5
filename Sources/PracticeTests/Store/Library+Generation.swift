import Foundation
import GRDB

/// What became of a question that was to be kept.
public enum Acceptance: Sendable, Hashable {
  /// It fills its slot.
  case kept
  /// The slot or the lease is not any more what it was.
  case overtaken
  /// The course has a question that it repeats.
  case repeats
}

/// A lease is a lock on a file beside the library, which a process that ends has let go of, and a name in the test's
/// row. The lock keeps others out; the name is compared with whatever is kept, so that nobody writes who lost the lock
/// without noticing, such as when its file was deleted.
extension Library {
  /// Runs `body` with the right to generate a test; `nil` while another process has it, or another part of this one.
  ///
  /// - Throws: ``LibraryError``, or what `body` throws.
  public func withLease<Value>(test id: String, _ body: (Lease) async throws -> Value) async throws -> Value? {
    guard let lock = try lock(test: id) else { return nil }
    defer { lock.release() }
    let lease = Lease(testID: id, owner: newID())
    try write { database in
      try database.execute(
        sql: "UPDATE test SET leaseOwner = ? WHERE id = ? AND deletedAt IS NULL", arguments: [lease.owner, id])
      guard database.changesCount == 1 else { throw LibraryError.noSuchTest(id) }
    }
    return try await body(lease)
  }

  private func lock(test id: String) throws(LibraryError) -> FileLock? {
    do {
      return try FileLock.take("\(path)-\(id).lock")
    } catch {
      switch error.code {
      case .EACCES, .EPERM, .EROFS: throw .readOnly(path: path)
      case .ENOSPC, .EDQUOT: throw .full(path: path)
      default: throw .failed(path: path, detail: "no lock beside it, \(String(cString: strerror(error.code.rawValue)))")
      }
    }
  }

  /// Keeps a question in a slot, if the slot is still open in this generation, the lease still held, and the question
  /// new to the course, whatever other processes have made for it meanwhile; else nothing is written.
  public func accept(
    _ question: Question, slot: Int, generation: Int, lease: Lease
  ) throws(LibraryError) -> Acceptance {
    try write { database in
      guard try isOpen(slot, generation, lease, database) else { return .overtaken }
      return try fill(slot, with: question, lease, database)
    }
  }

  /// Keeps a question in a new slot at the end of a test.
  func append(_ question: Question, slot: QuestionSlot, lease: Lease) throws(LibraryError) -> Acceptance {
    try write { database in
      let test = try Row.fetchOne(
        database,
        sql: "SELECT request, (SELECT count(*) FROM slot WHERE testID = test.id) AS slots FROM test WHERE id = ?",
        arguments: [lease.testID])
      guard let test, try isHeld(lease, database), test["slots"] == slot.index else { return .overtaken }
      let course = try course(of: lease.testID, database)
      guard try !QuestionMarks.isRepeated(question.item, in: course, database) else { return .repeats }
      var request = try JSONColumn.value(TestRequest.self, test["request"])
      request.count = slot.index + 1
      try database.execute(
        sql: "UPDATE test SET request = ? WHERE id = ?", arguments: [try JSONColumn.text(request), lease.testID])
      try insertSlot(slot, test: lease.testID, database)
      try put(question, of: course, into: slot.index, lease, database)
      return .kept
    }
  }

  /// Puts a question that is new to the course into a slot.
  func fill(
    _ slot: Int, with question: Question, _ lease: Lease, _ database: Database
  ) throws -> Acceptance {
    let course = try course(of: lease.testID, database)
    guard try !QuestionMarks.isRepeated(question.item, in: course, database) else { return .repeats }
    try put(question, of: course, into: slot, lease, database)
    return .kept
  }

  private func put(
    _ question: Question, of course: String, into slot: Int, _ lease: Lease, _ database: Database
  ) throws {
    try insertQuestion(question, course: course, database)
    try database.execute(
      sql: """
        UPDATE slot SET state = 'accepted', questionID = ?, revision = ?,
          acceptedOrder = (SELECT coalesce(max(acceptedOrder), 0) + 1 FROM slot WHERE testID = ?3)
        WHERE testID = ?3 AND position = ?4
        """, arguments: [question.id, question.revision, lease.testID, slot])
  }

  /// Notes why a slot can't be filled, under the same conditions.
  public func markMissing(
    _ violations: [Violation], slot: Int, generation: Int, lease: Lease
  ) throws(LibraryError) -> Bool {
    try write { database in
      guard try isOpen(slot, generation, lease, database) else { return false }
      try database.execute(
        sql: "UPDATE slot SET state = 'missing', violations = ? WHERE testID = ? AND position = ?",
        arguments: [try JSONColumn.text(violations), lease.testID, slot])
      return true
    }
  }

  /// Opens the missing slots of a test again, so that only what is missing is made again.
  public func reopenMissing(_ lease: Lease) throws(LibraryError) {
    try write { database in
      try database.execute(
        sql: """
          UPDATE slot SET state = 'open', violations = NULL, generation = generation + 1
          WHERE testID = ? AND state = 'missing'
          """, arguments: [lease.testID])
      if database.changesCount > 0 {
        try database.execute(sql: "UPDATE test SET status = 'generating' WHERE id = ?", arguments: [lease.testID])
      }
    }
  }

  /// Adds what a part of the generation took.
  public func addStats(_ stats: GenerationStats, test id: String) throws(LibraryError) {
    try write { database in
      let text = try String.fetchOne(
        database, sql: "SELECT stats FROM test WHERE id = ? AND deletedAt IS NULL", arguments: [id])
      guard let text else { throw LibraryError.noSuchTest(id) }
      var sum = try JSONColumn.value(GenerationStats.self, text)
      sum += stats
      try database.execute(sql: "UPDATE test SET stats = ? WHERE id = ?", arguments: [try JSONColumn.text(sum), id])
    }
  }

  /// Notes where a test stands after a generation, and gives that.
  @discardableResult
  public func finish(_ lease: Lease) throws(LibraryError) -> TestStatus {
    try write { database in
      let states = try String.fetchAll(
        database, sql: "SELECT state FROM slot WHERE testID = ?", arguments: [lease.testID])
      let status: TestStatus =
        if states.contains("open") {
          .generating
        } else if !states.contains("missing") {
          .complete
        } else {
          states.contains("accepted") ? .incomplete : .failed
        }
      try database.execute(sql: "UPDATE test SET status = ? WHERE id = ?", arguments: [status.rawValue, lease.testID])
      return status
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

  func isHeld(_ lease: Lease, _ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT leaseOwner IS ? FROM test WHERE id = ?", arguments: [lease.owner, lease.testID]) ?? false
  }

  /// Whether a slot holds a question in the revision that is known.
  func isFilled(_ slot: Int, with question: Question, test id: String, _ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT questionID IS ? AND revision IS ? FROM slot WHERE testID = ? AND position = ?",
      arguments: [question.id, question.revision, id, slot]) ?? false
  }

  func course(of test: String, _ database: Database) throws -> String {
    let course = try String.fetchOne(
      database, sql: "SELECT course FROM test WHERE id = ? AND deletedAt IS NULL", arguments: [test])
    guard let course else { throw LibraryError.noSuchTest(test) }
    return course
  }

  /// Keeps a question in its first revision.
  func insertQuestion(_ question: Question, course: String, _ database: Database) throws {
    try database.execute(sql: "INSERT INTO question (id, course) VALUES (?, ?)", arguments: [question.id, course])
    try insertRevision(question, course: course, database)
  }

  /// Keeps a revision of a question, and marks it as the newest.
  func insertRevision(_ question: Question, course: String, _ database: Database) throws {
    try QuestionMarks.keep(question.item, of: question.id, course: course, database)
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
