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
  /// The questions that rest on passages of earlier versions, which the newest does not have.
  public var earlier = 0
  /// The questions that a source before it in the list has too, as the same text stands in both.
  public var repeated = 0

  /// The source's id.
  public var id: String { source.id }
  /// Its passages.
  public var passages: Int { topics.reduce(0) { $0 + $1.passages } }
  /// Of those, the ones that some question rests on.
  public var covered: Int { topics.reduce(0) { $0 + $1.covered } }
  /// The questions that rest on them, and on passages of earlier versions.
  public var questions: Int { topics.reduce(earlier) { $0 + $1.questions } }
}

extension Library {
  /// Every source with how much of its newest version questions were made of, by course and path.
  public func coverage() throws(LibraryError) -> [SourceCoverage] {
    let sources = try sources().sorted { ($0.course, $0.path) < ($1.course, $1.path) }
    return try read { database in
      var seen = Set<String>()
      return try sources.map { source in
        let hash = try String.fetchOne(
          database, sql: "SELECT contentHash FROM sourceVersion WHERE id = ?", arguments: [source.versionID])
        let newest = try Self.newestPassages(of: source, database)
        let earlier = try Self.earlierPassages(of: source, database)
        let repeated = (newest + earlier).filter { !seen.insert($0.id).inserted }
        return SourceCoverage(
          source: source, contentHash: hash ?? "", topics: Self.topics(of: newest),
          earlier: earlier.reduce(0) { $0 + $1.questions }, repeated: repeated.reduce(0) { $0 + $1.questions })
      }
    }
  }

  /// A passage with the questions that rest on it.
  private struct CountedPassage {
    var id: String
    var topic: String
    var questions: Int

    init(_ row: Row) { (id, topic, questions) = (row["passageID"], row["topic"], row["questions"]) }
  }

  private static let counted = """
    SELECT passageID, topic,
      (SELECT count(*) FROM bankEntry WHERE bankEntry.passageID = passage.passageID AND isDeleted = 0) AS questions
    FROM passage
    """

  private static func newestPassages(of source: SourceSummary, _ database: Database) throws -> [CountedPassage] {
    try Row.fetchAll(
      database, sql: "\(counted) WHERE versionID = ? ORDER BY position", arguments: [source.versionID]
    ).map(CountedPassage.init)
  }

  private static func earlierPassages(of source: SourceSummary, _ database: Database) throws -> [CountedPassage] {
    try Row.fetchAll(
      database,
      sql: """
        \(counted)
        WHERE versionID IN (SELECT id FROM sourceVersion WHERE sourceID = ?1 AND id <> ?2)
          AND passageID NOT IN (SELECT passageID FROM passage WHERE versionID = ?2)
        GROUP BY passageID
        """, arguments: [source.id, source.versionID]
    ).map(CountedPassage.init)
  }

  /// The topics of passages, in their order.
  private static func topics(of passages: [CountedPassage]) -> [SourceCoverage.Topic] {
    var topics: [SourceCoverage.Topic] = []
    var places: [String: Int] = [:]
    for passage in passages {
      let place = places[passage.topic] ?? topics.count
      if place == topics.count {
        places[passage.topic] = place
        topics.append(SourceCoverage.Topic(name: passage.topic, passages: 0, covered: 0, questions: 0))
      }
      topics[place].passages += 1
      topics[place].covered += passage.questions > 0 ? 1 : 0
      topics[place].questions += passage.questions
    }
    return topics
  }
}
