import GRDB
import Testing

@testable import PracticeTests

@Suite("Which of the questions that are searched for come first")
struct BankSearchTests {
  private let fixture: LibraryFixture
  private var library: Library { fixture.library }

  init() throws {
    fixture = try LibraryFixture()
  }

  /// Fills the slots of a test with items; their number is the id of each.
  private func fill(_ test: String, _ items: [Item]) async throws {
    try await fixture.fill(test, items.enumerated().map { slot, item in Question.fixture("\(slot)", item: item) })
  }

  @Test("What has the words in its stem goes before what has them elsewhere, and else the newest goes first")
  func ranking() async throws {
    let test = try fixture.test(slots: 5)
    let items = [
      choice("Which long and winding question about many other things asks for the golgi body?", "a", ["b", "c"]),
      choice("What is made there?", "a", ["golgi body", "golgi"]),
      choice("What is a golgi?", "a", ["b", "c"]), choice("Where is a golgi?", "d", ["e", "f"]),
      choice("What else is there?", "a", ["b", "c"]),
    ]
    try await fill(test, items)
    #expect(try library.ids(BankQuery(text: "golgi")) == ["3", "2", "0", "1"])
    #expect(try library.ids(BankQuery(text: "cells golgi")) == ["3", "2", "0", "1"])
    #expect(try library.ids(BankQuery(text: "golg", course: "Biology")) == ["3", "2", "0", "1"])
  }

  private static let aboutOsmosis = [
    choice("What moves water across a membrane?", "osmosis", ["diffusion", "filtration"]),
    choice("What moves salt across a membrane?", "diffusion", ["osmosis", "filtration"]),
    choice("What moves sugar across a membrane?", "transport", ["osmosis", "reverse osmosis"]),
    choice("What moves ions across a membrane?", "pumping", ["filtration", "osmosis"]),
    choice("What moves gases in a lung?", "diffusion", ["osmosis"], rationale: "Osmosis, unlike that, moves water."),
  ]

  @Test("What has the words as its key goes before what has them as wrong options")
  func keysFirst() async throws {
    try await fill(try fixture.test(slots: 5), Self.aboutOsmosis)
    #expect(try library.ids(BankQuery(text: "osmosis")).first == "0")
    #expect(try library.ids(BankQuery(text: "osmosis")).count == 5)
    #expect(try library.ids(BankQuery(text: "membrane osmo", course: "Biology")).first == "0")
  }

  @Test("A library from before keys had a column of their own ranks by them, and goes on with new questions")
  func keysOfOlder() throws {
    let path = "\(fixture.folder)/older.sqlite"
    try older(path, [("old", "osmosis"), ("later", "diffusion")])
    let library = try LibraryFixture.open(path)
    func found() throws -> [String] { try library.ids(BankQuery(text: "osmosis")) }
    #expect(try found() == ["old", "later"])
    try library.write { try Self.insert("new", revision: 1, key: "diffusion", $0) }
    #expect(try found() == ["old", "new", "later"])
    try library.write { try Self.insert("new", revision: 2, key: "osmosis", $0) }
    #expect(try found() == ["new", "old", "later"])
    try library.write {
      try $0.execute(sql: "INSERT INTO bankSearch (bankSearch, rank) VALUES ('integrity-check', 1)")
    }
    #expect(try library.isWhole())
  }

  /// Makes a library as it was before, with a question for each key; the first revision of each had another.
  private func older(_ path: String, _ keys: [(id: String, key: String)]) throws {
    let queue = try DatabaseQueue(path: path)
    try Migrations.all.migrate(queue, upTo: "tests by their notes")
    try queue.write { database in
      try database.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)")
      for (id, key) in keys {
        try Self.insert(id, revision: 1, key: "filtration", database)
        try Self.insert(id, revision: 2, key: key, database)
      }
    }
    try queue.close()
  }

  /// Puts a revision of a question about osmosis and diffusion into a database.
  private static func insert(_ id: String, revision: Int, key: String, _ database: Database) throws {
    let item = choice("What moves it?", key, ["osmosis", "diffusion", "filtration"].filter { $0 != key })
    let content = try JSONColumn.text(Question.fixture(id, item: item))
    try database.execute(sql: "INSERT OR IGNORE INTO question (id, course) VALUES (?, 'Biology')", arguments: [id])
    try database.execute(
      sql: """
        INSERT INTO questionRevision (questionID, revision, format, topic, prompt, correctAnswer, origin, content,
          createdAt)
        VALUES (?, ?, 'multiple-choice', 'Cells', ?, ?, 'builtin', ?, 0)
        """, arguments: [id, revision, item.prompt, key, content])
  }
}
