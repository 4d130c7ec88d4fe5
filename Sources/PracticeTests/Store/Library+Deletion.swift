import Foundation
import GRDB

/// A test that was deleted and can still be put back.
public struct DeletedTest: Sendable, Hashable, Identifiable {
  /// The test's id.
  public var id: String
  /// The title.
  public var title: String

  /// Makes one.
  public init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

/// A test that is deleted is marked, and its questions with it: nothing finds it any more, and one step puts all of it
/// back. The rows go a month later, when a test is made or deleted again, so that the file does not grow for ever.
extension Library {
  /// For how many days a deleted test can be put back, at least.
  public static let daysOfDeletedTests = 30

  /// The tests that are not deleted, with their slots and with their attempts.
  static let slotOfTest = "slot JOIN test ON test.id = slot.testID AND test.deletedAt IS NULL"
  static let attemptOfTest = "attempt JOIN test ON test.id = attempt.testID AND test.deletedAt IS NULL"

  /// Deletes a test with its attempts, so that it can be put back. Its questions leave the bank, but for those that
  /// another test has.
  public func deleteTest(_ id: String) throws(LibraryError) {
    try write { database in
      let now = clock().timeIntervalSince1970
      try dropLongDeleted(at: now, database)
      try markDeleted(id, at: now, database)
    }
  }

  /// Deletes a test for good, as if it had never been made; its answers stay in the figures.
  public func dropTest(_ id: String) throws(LibraryError) {
    try write { database in
      try markDeleted(id, at: clock().timeIntervalSince1970, database)
      try drop(id, database)
    }
  }

  /// Puts a deleted test back, with its attempts and the questions that went with it.
  public func putBackTest(_ id: String) throws(LibraryError) {
    try write { database in
      // They bear the time of the test that they went with; what was deleted by itself stays away. So does what was
      // replaced or reported as bad.
      try database.execute(
        sql: """
          UPDATE question SET deletedAt = coalesce(replacedAt, reportedAt)
          WHERE id IN (SELECT questionID FROM slot WHERE testID = ?) AND deletedAt IN (
            SELECT test.deletedAt FROM slot JOIN test ON test.id = slot.testID WHERE slot.questionID = question.id)
          """, arguments: [id])
      try database.execute(
        sql: "UPDATE test SET deletedAt = NULL WHERE id = ? AND deletedAt IS NOT NULL", arguments: [id])
      guard database.changesCount > 0 else { throw LibraryError.noSuchTest(id) }
    }
  }

  /// The test that was deleted last, of those that can be put back.
  public func lastDeletedTest() throws(LibraryError) -> DeletedTest? {
    try read { database in
      try Row.fetchOne(
        database,
        sql: "SELECT id, title FROM test WHERE deletedAt IS NOT NULL ORDER BY deletedAt DESC, id LIMIT 1"
      ).map { DeletedTest(id: $0["id"], title: $0["title"]) }
    }
  }

  // MARK: - Marking and dropping

  private func markDeleted(_ id: String, at time: Double, _ database: Database) throws {
    // Whoever is making it has lost the lease, and writes nothing to it any more.
    try database.execute(
      sql: "UPDATE test SET deletedAt = ?, leaseOwner = NULL WHERE id = ? AND deletedAt IS NULL", arguments: [time, id])
    guard database.changesCount > 0 else { throw LibraryError.noSuchTest(id) }
    try database.execute(
      sql: """
        UPDATE question SET deletedAt = ?
        WHERE id IN (SELECT questionID FROM slot WHERE testID = ?) AND deletedAt IS NULL
          AND NOT EXISTS (SELECT 1 FROM \(Self.slotOfTest) WHERE slot.questionID = question.id)
        """, arguments: [time, id])
  }

  /// Drops the tests that were deleted more than a month before a time.
  func dropLongDeleted(at time: Double, _ database: Database) throws {
    let old = try String.fetchAll(
      database, sql: "SELECT id FROM test WHERE deletedAt < ?",
      arguments: [time - Double(Self.daysOfDeletedTests) * 86_400])
    for id in old { try drop(id, database) }
  }

  /// Drops a marked test, and those of its marked questions that nothing refers to; answers keep theirs.
  private func drop(_ id: String, _ database: Database) throws {
    let questions = try String.fetchAll(
      database,
      sql: """
        SELECT question.id FROM slot JOIN question ON question.id = slot.questionID
        WHERE slot.testID = ? AND question.deletedAt IS NOT NULL
        """, arguments: [id])
    try database.execute(sql: "DELETE FROM test WHERE id = ?", arguments: [id])
    for question in questions {
      if try isReferredTo(question, database) { continue }
      try database.execute(sql: "DELETE FROM questionRevision WHERE questionID = ?", arguments: [question])
      try database.execute(sql: "DELETE FROM question WHERE id = ?", arguments: [question])
    }
  }

  private func isReferredTo(_ question: String, _ database: Database) throws -> Bool {
    let tables = ["slot", "response", "answer JOIN bankEntry ON number = question"]
    return try tables.contains { table in
      try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE questionID = ?)", arguments: [question]) ?? false
    }
  }
}
