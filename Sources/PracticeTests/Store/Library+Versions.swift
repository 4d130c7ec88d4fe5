import Foundation
import GRDB

/// What a source held when it was read.
public struct SourceVersion: Sendable, Hashable, Identifiable {
  /// The version's id.
  public var id: String
  /// Counted up whenever the file was read with a change.
  public var number: Int
  /// When it was read.
  public var readAt: Date
  /// Its passages.
  public var passages: Int
  /// Of those, the ones that the version before did not have.
  public var changed: Int
  /// The tests that were made from it.
  public var tests: Int
}

/// A passage with what was made of it.
public struct CoveredPassage: Sendable, Hashable {
  /// The passage.
  public var passage: Passage
  /// The questions that rest on it.
  public var questions: Int
}

extension Library {
  /// What a source held whenever it was read with a change, the newest first.
  public func versions(ofSource id: String) throws(LibraryError) -> [SourceVersion] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT version.id, version.number, version.createdAt,
            (SELECT count(*) FROM passage WHERE passage.versionID = version.id) AS passages,
            (SELECT count(*) FROM passage WHERE passage.versionID = version.id AND NOT EXISTS (
              SELECT 1 FROM passage AS old WHERE old.passageID = passage.passageID AND old.versionID = earlier.id
            )) AS changed,
            (SELECT count(*) FROM testVersion JOIN test ON test.id = testVersion.testID AND test.deletedAt IS NULL
              WHERE testVersion.versionID = version.id) AS tests
          FROM sourceVersion AS version LEFT JOIN sourceVersion AS earlier
            ON earlier.sourceID = version.sourceID AND earlier.number = version.number - 1
          WHERE version.sourceID = ? ORDER BY version.number DESC
          """, arguments: [id]
      ).map { row in
        SourceVersion(
          id: row["id"], number: row["number"], readAt: Date(timeIntervalSince1970: row["createdAt"]),
          passages: row["passages"], changed: row["changed"], tests: row["tests"])
      }
    }
  }

  /// The passages of a version in the order of the notes, each with what was made of it.
  public func passages(ofVersion id: String) throws(LibraryError) -> [CoveredPassage] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT passageID, topic, headings, blocks,
            (SELECT count(*) FROM bankEntry WHERE bankEntry.passageID = passage.passageID AND isDeleted = 0)
              AS questions
          FROM passage WHERE versionID = ? ORDER BY position
          """, arguments: [id]
      ).map { CoveredPassage(passage: try Self.storedPassage($0), questions: $0["questions"]) }
    }
  }
}
