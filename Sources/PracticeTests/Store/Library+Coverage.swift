import Foundation
import GRDB

/// How much of a source questions were made of.
public struct SourceCoverage: Sendable, Hashable, Identifiable {
  /// How much of a topic questions were made of.
  public struct Topic: Sendable, Hashable {
    /// The topic.
    public var name: String
    /// Its passages.
    public var passages: Int
    /// Of those, the ones that some question rests on.
    public var covered: Int
    /// The questions that rest on them.
    public var questions: Int
  }

  /// The source.
  public var source: SourceSummary
  /// What its newest version held, as a hash.
  public var contentHash: String
  /// The topics of the newest version, in the order of the notes.
  public var topics: [Topic]

  /// The source's id.
  public var id: String { source.id }
  /// Its passages.
  public var passages: Int { topics.reduce(0) { $0 + $1.passages } }
  /// Of those, the ones that some question rests on.
  public var covered: Int { topics.reduce(0) { $0 + $1.covered } }
  /// The questions that rest on them.
  public var questions: Int { topics.reduce(0) { $0 + $1.questions } }
}

extension Library {
  /// Every source with how much of its newest version questions were made of, by course and path.
  public func coverage() throws(LibraryError) -> [SourceCoverage] {
    let sources = try sources()
    return try read { database in
      try sources.map { source in
        let hash = try String.fetchOne(
          database, sql: "SELECT contentHash FROM sourceVersion WHERE id = ?", arguments: [source.versionID])
        return SourceCoverage(
          source: source, contentHash: hash ?? "", topics: try topics(ofVersion: source.versionID, database))
      }.sorted { ($0.source.course, $0.source.path) < ($1.source.course, $1.source.path) }
    }
  }

  private func topics(ofVersion id: String, _ database: Database) throws -> [SourceCoverage.Topic] {
    try Row.fetchAll(
      database,
      sql: """
        WITH counted AS (
          SELECT topic, position,
            (SELECT count(*) FROM bankEntry WHERE bankEntry.passageID = passage.passageID AND isDeleted = 0) AS questions
          FROM passage WHERE versionID = ?)
        SELECT topic, count(*) AS passages, sum(questions > 0) AS covered, sum(questions) AS questions
        FROM counted GROUP BY topic ORDER BY min(position)
        """, arguments: [id]
    ).map {
      SourceCoverage.Topic(
        name: $0["topic"], passages: $0["passages"], covered: $0["covered"], questions: $0["questions"])
    }
  }
}
