import Foundation
import GRDB

/// Questions in the place of others.
extension Library {
  /// Keeps a question in the place of another, which leaves the test and is not made again for its course. The tags move
  /// over. Sittings keep the question that they showed.
  func replace(_ old: Question, by question: Question, slot: Int, lease: Lease) throws(LibraryError) -> Acceptance {
    try write { database in
      guard try isHeld(lease, database), try isFilled(slot, with: old, test: lease.testID, database) else {
        return .overtaken
      }
      let acceptance = try fill(slot, with: question, lease, database)
      if acceptance == .kept {
        try database.execute(
          sql: "UPDATE slot SET generation = generation + 1 WHERE testID = ? AND position = ?",
          arguments: [lease.testID, slot])
        try retire(old.id, for: question.id, database)
      }
      return acceptance
    }
  }

  /// Puts a question back where another was made in its place. That one leaves the test, as the first one did before.
  public func takeBackReplacement(of old: String, by new: String) throws(LibraryError) {
    try write { database in
      try database.execute(
        sql: """
          UPDATE slot SET questionID = ?1, generation = generation + 1,
            revision = (SELECT max(revision) FROM questionRevision WHERE questionID = ?1)
          WHERE questionID = ?2 AND EXISTS (SELECT 1 FROM test WHERE id = testID AND deletedAt IS NULL)
          """, arguments: [old, new])
      guard database.changesCount > 0 else { throw LibraryError.noSuchQuestion(new) }
      try database.execute(
        sql: "UPDATE question SET replacedAt = NULL, deletedAt = reportedAt WHERE id = ?", arguments: [old])
      try retire(new, for: old, database)
    }
  }

  /// Takes a question out of the library unless a test still has it, and gives its tags to the one in its place.
  private func retire(_ old: String, for new: String, _ database: Database) throws {
    try database.execute(
      sql: "UPDATE bankEntry SET tags = (SELECT tags FROM bankEntry WHERE questionID = ?) WHERE questionID = ?",
      arguments: [old, new])
    try database.execute(
      sql: """
        UPDATE question SET replacedAt = ?1, deletedAt = ?1
        WHERE id = ?2 AND NOT EXISTS (SELECT 1 FROM \(Self.slotOfTest) WHERE questionID = ?2)
        """, arguments: [clock().timeIntervalSince1970, old])
  }
}
