import Foundation
import GRDB
import Synchronization

@testable import PracticeTests

/// A library in a folder of its own, with ids and a clock that go up by one at each use.
final class LibraryFixture: Sendable {
  let folder: String
  let library: Library

  var path: String { library.path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "testlet-\(UUID().uuidString)")
      .path(percentEncoded: false)
    library = try Self.open("\(folder)/testlet.sqlite")
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The same file once more, as another process would open it.
  func reopened(patience: TimeInterval = 5) throws -> Library {
    try Self.open(path, patience: patience)
  }

  static func open(_ path: String, patience: TimeInterval = 5) throws -> Library {
    let count = Mutex(0)
    let next: @Sendable () -> Int = {
      count.withLock { count in
        count += 1
        return count
      }
    }
    // Ids of two openings of one file differ.
    let prefix = String(Library.randomID().prefix(6))
    return try Library(
      path: path, patience: patience, clock: { Date(timeIntervalSince1970: 1_000 + Double(next())) },
      newID: { "\(prefix)-\(next())" })
  }

  /// A test with open slots and no notes.
  func test(slots: Int = 3, course: String = "Biology", title: String = "Cells") throws -> String {
    try library.createTest(.fixture(slots: slots, course: course, title: title))
  }

  /// A test whose slots are all filled.
  func filledTest(_ keys: [String] = ["ribosome", "nucleus", "vacuole"]) async throws -> String {
    let id = try test(slots: keys.count)
    try await fill(id, keys.enumerated().map { slot, key in Question.fixture("\(id)-\(slot)", key: key) })
    return id
  }

  /// Fills the slots of a test with questions, from the first on.
  func fill(_ test: String, _ questions: [Question]) async throws {
    _ = try await library.withLease(test: test) { lease in
      for (slot, question) in questions.enumerated() {
        _ = try library.keeps(question, slot: slot, generation: 1, lease: lease)
      }
      return try library.finish(lease)
    }
  }

  /// Makes a library as it was after a step, with the notes, the tests and the questions of this one.
  func makeOlder(_ path: String, upTo step: String) throws {
    let queue = try DatabaseQueue(path: path)
    try Migrations.all.migrate(queue, upTo: step)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)")
      try database.execute(sql: "ATTACH ? AS now", arguments: [library.path])
      for table in Self.copied {
        let columns = try database.columns(in: table).map(\.name).joined(separator: ", ")
        try database.execute(sql: "INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM now.\(table)")
      }
    }
    try queue.close()
  }

  /// The tables, each after those that it refers to; the list of questions follows by itself.
  private static let copied = [
    "source", "sourceVersion", "passage", "test", "testVersion", "question", "questionRevision", "slot", "questionMark",
  ]
}

extension NewTest {
  static func fixture(
    slots: Int, course: String = "Biology", title: String = "Cells", versionIDs: [String] = []
  ) -> NewTest {
    let blueprint = TestBlueprint(
      request: TestRequest(count: slots, seed: 7), slots: (0..<slots).map { QuestionSlot.fixture($0) })
    return NewTest(
      title: title, course: course, blueprint: blueprint, versionIDs: versionIDs, backend: "mock", model: "built-in",
      allowsFallback: false)
  }
}

extension QuestionSlot {
  static func fixture(_ index: Int, format: QuestionFormat = .multipleChoice, passageID: String = "p") -> QuestionSlot {
    QuestionSlot(
      index: index, topic: "Cells", passageID: passageID, bloom: .understand, difficulty: .medium, format: format,
      template: .conceptIdentification, choices: 4, keyPosition: index % 4)
  }
}

extension Question {
  /// A multiple-choice question with its key first.
  static func fixture(
    _ id: String, key: String = "ribosome", topic: String = "Cells", bloom: BloomLevel = .remember
  ) -> Question {
    fixture(
      id, item: choice("What is a \(key)?", key, ["x1", "x2", "x3"], rationale: "It is \(key).", evidence: key),
      topic: topic, bloom: bloom)
  }

  static func fixture(
    _ id: String, item: Item, topic: String = "Cells", bloom: BloomLevel = .remember
  ) -> Question {
    Question(
      id: id, item: item, topic: topic, bloom: bloom, difficulty: .medium, template: .causeAndEffect,
      grounding: Grounding(
        source: "cells.md", heading: "Cells > Parts", passageID: "p", quote: "A ribosome builds proteins.", line: 12),
      provenance: Provenance(origin: .builtin, backend: "mock", model: "built-in", attempts: 1))
  }
}

/// Notes as they are read from a file.
func notes(_ paragraphs: String..., title: String = "Cells") -> NoteDocument {
  NoteReader.document(text: "# \(title)\n\n" + paragraphs.joined(separator: "\n\n"), name: "cells.md")
}

extension Library {
  /// Whether a question is kept in an open slot.
  func keeps(_ question: Question, slot: Int, generation: Int, lease: Lease) throws -> Bool {
    try accept(question, slot: slot, generation: generation, lease: lease) == .kept
  }

  /// The questions that are found, in their order.
  func ids(_ query: BankQuery = BankQuery()) throws -> [String] { try questions(query).entries.map(\.id) }

  /// The revisions of a question, the first first.
  func revisions(of questionID: String) throws(LibraryError) -> [Question] {
    try read { database in
      try String.fetchAll(
        database, sql: "SELECT content FROM questionRevision WHERE questionID = ? ORDER BY revision",
        arguments: [questionID]
      ).map { try JSONColumn.value(Question.self, $0) }
    }
  }

  /// The courses that have sources or tests, by name.
  func courses() throws(LibraryError) -> [String] {
    try read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT course FROM source WHERE removedAt IS NULL
          UNION SELECT course FROM test WHERE deletedAt IS NULL ORDER BY course
          """)
    }
  }

  /// Every question of a course that is not deleted, in its newest revision.
  func bank(course: String) throws(LibraryError) -> [(id: String, item: Item)] {
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
}
