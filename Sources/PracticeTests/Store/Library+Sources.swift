import Foundation
import GRDB

/// A source as it is listed.
public struct SourceSummary: Sendable, Hashable {
  /// The source.
  public var id: String
  /// Its newest version.
  public var versionID: String
  /// The file.
  public var path: String
  /// The course.
  public var course: String
  /// The title of the newest version.
  public var title: String
}

/// What bringing a document did.
public struct ImportResult: Sendable, Hashable {
  /// How it compares with what was there.
  public enum Outcome: Sendable, Hashable {
    /// The source is new, or it was removed, and is back as it was.
    case new
    /// The file is the same as before.
    case unchanged
    /// The file was edited: the passages that are new or changed.
    case newVersion(changed: [Passage])
  }

  /// The source.
  public var sourceID: String
  /// The version that holds the document.
  public var versionID: String
  /// How it compares with what was there.
  public var outcome: Outcome
}

extension Library {
  /// Keeps a document as a source, or as a new version of the source with this path; an unchanged one is not kept
  /// twice, and one that was removed is back.
  public func importSource(_ document: NoteDocument, path: String, course: String) throws(LibraryError) -> ImportResult
  {
    try write { try importSource(document, path: path, course: course, $0) }
  }

  func importSource(
    _ document: NoteDocument, path: String, course: String, _ database: Database
  ) throws -> ImportResult {
    let known = try Row.fetchOne(
      database,
      sql: """
        SELECT source.id, removedAt, version.id AS versionID, version.number, version.contentHash
        FROM source JOIN sourceVersion AS version ON version.sourceID = source.id
        WHERE source.path = ? ORDER BY version.number DESC LIMIT 1
        """, arguments: [path])
    guard let known else {
      let sourceID = newID()
      try database.execute(
        sql: "INSERT INTO source (id, path, course, createdAt) VALUES (?, ?, ?, ?)",
        arguments: [sourceID, path, course, clock().timeIntervalSince1970])
      let versionID = try insertVersion(1, of: sourceID, document, database)
      return ImportResult(sourceID: sourceID, versionID: versionID, outcome: .new)
    }
    let sourceID: String = known["id"]
    let removedAt: Double? = known["removedAt"]
    try database.execute(
      sql: "UPDATE source SET course = ?, removedAt = NULL WHERE id = ?", arguments: [course, sourceID])
    let oldVersion: String = known["versionID"]
    let before = try Set(
      String.fetchAll(database, sql: "SELECT passageID FROM passage WHERE versionID = ?", arguments: [oldVersion]))
    // The same bytes may have been cut otherwise by an older testlet.
    if known["contentHash"] == document.contentHash, before == Set(document.passages.map(\.id)) {
      return ImportResult(
        sourceID: sourceID, versionID: oldVersion, outcome: removedAt == nil ? .unchanged : .new)
    }
    let versionID = try insertVersion(known["number"] + 1, of: sourceID, document, database)
    let changed = document.passages.filter { !before.contains($0.id) }
    return ImportResult(sourceID: sourceID, versionID: versionID, outcome: .newVersion(changed: changed))
  }

  private func insertVersion(
    _ number: Int, of sourceID: String, _ document: NoteDocument, _ database: Database
  ) throws -> String {
    let id = newID()
    try database.execute(
      sql: """
        INSERT INTO sourceVersion (id, sourceID, number, contentHash, title, glossary, createdAt)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, sourceID, number, document.contentHash, document.title, try JSONColumn.text(document.glossary),
        clock().timeIntervalSince1970,
      ])
    let insert = try database.makeStatement(
      sql: "INSERT INTO passage (versionID, position, passageID, topic, headings, blocks) VALUES (?, ?, ?, ?, ?, ?)")
    for (position, passage) in document.passages.enumerated() {
      try insert.execute(arguments: [
        id, position, passage.id, passage.topic, try JSONColumn.text(passage.headings),
        try JSONColumn.text(passage.blocks),
      ])
    }
    return id
  }

  /// Takes a source off the list, or puts it back. Tests and questions that were made from it keep all of it.
  public func setRemoved(_ isRemoved: Bool, source id: String) throws(LibraryError) {
    let time = isRemoved ? clock().timeIntervalSince1970 : nil
    try write { database in
      try database.execute(sql: "UPDATE source SET removedAt = ? WHERE id = ?", arguments: [time, id])
    }
  }

  /// The sources that were not removed, of one course or of all, by path.
  public func sources(course: String? = nil) throws(LibraryError) -> [SourceSummary] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT source.id, version.id AS versionID, source.path, source.course, version.title, max(version.number)
          FROM source JOIN sourceVersion AS version ON version.sourceID = source.id
          WHERE source.removedAt IS NULL AND (?1 IS NULL OR source.course = ?1)
          GROUP BY source.id ORDER BY source.path
          """, arguments: [course]
      ).map { row in
        SourceSummary(
          id: row["id"], versionID: row["versionID"], path: row["path"], course: row["course"], title: row["title"])
      }
    }
  }

  /// The documents of versions, in the given order, each with the name of its file.
  public func documents(ofVersions ids: [String]) throws(LibraryError) -> [(name: String, document: NoteDocument)] {
    try notes(ofVersions: ids).map { ($0.path.fileName, $0.document) }
  }

  /// The same, each with the path that it is kept under.
  func notes(ofVersions ids: [String]) throws(LibraryError) -> [(path: String, document: NoteDocument)] {
    try read { database in try ids.compactMap { try document($0, database) } }
  }

  /// The versions of notes that a test was planned on.
  func versions(ofTest id: String) throws(LibraryError) -> [String] {
    try read { database in
      try String.fetchAll(
        database, sql: "SELECT versionID FROM testVersion WHERE testID = ? ORDER BY position", arguments: [id])
    }
  }

  /// The documents that a test was planned on.
  public func documents(ofTest id: String) throws(LibraryError) -> [(name: String, document: NoteDocument)] {
    try documents(ofVersions: versions(ofTest: id))
  }

  /// A passage, also where it is no longer in the newest version of its source; `nil` where its source is gone.
  public func passage(_ id: String) throws(LibraryError) -> Passage? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT passageID, topic, headings, blocks FROM passage WHERE passageID = ? LIMIT 1",
        arguments: [id]
      ).map(Self.storedPassage)
    }
  }

  static func storedPassage(_ row: Row) throws -> Passage {
    Passage(
      id: row["passageID"], headings: try JSONColumn.value([String].self, row["headings"]), topic: row["topic"],
      blocks: try JSONColumn.value([Block].self, row["blocks"]))
  }

  private func document(_ versionID: String, _ database: Database) throws -> (path: String, document: NoteDocument)? {
    let version = try Row.fetchOne(
      database,
      sql: """
        SELECT source.path, title, contentHash, glossary
        FROM sourceVersion JOIN source ON source.id = sourceID WHERE sourceVersion.id = ?
        """, arguments: [versionID])
    guard let version else { return nil }
    let passages = try Row.fetchAll(
      database, sql: "SELECT passageID, topic, headings, blocks FROM passage WHERE versionID = ? ORDER BY position",
      arguments: [versionID]
    ).map(Self.storedPassage)
    let document = NoteDocument(
      title: version["title"], contentHash: version["contentHash"], passages: passages,
      glossary: try JSONColumn.value([GlossaryEntry].self, version["glossary"]))
    return (version["path"], document)
  }
}
