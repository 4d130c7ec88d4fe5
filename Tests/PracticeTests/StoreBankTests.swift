import Foundation
import GRDB
import Testing

@testable import PracticeTests

@Suite("The questions of the library")
struct StoreBankTests {
  private let fixture: LibraryFixture
  private var library: Library { fixture.library }

  init() throws {
    fixture = try LibraryFixture()
  }

  @Test("Questions are found by the beginnings of words in what they say, whatever is typed")
  func search() async throws {
    let test = try await fixture.filledTest(["ribosome", "nucleus", "vacuole"])
    #expect(try library.ids(BankQuery(text: "ribo")) == ["\(test)-0"])
    #expect(try library.ids(BankQuery(text: "NUCLEUS what")) == ["\(test)-1"])
    #expect(try library.ids(BankQuery(text: "cells x2")).count == 3)
    #expect(try library.ids(BankQuery(text: "golgi")).isEmpty)
    for hostile in ["\"", "*", "a\"b OR", "NEAR(", "prompt:x", "'; DROP TABLE test; --", "\u{0}", ")("] {
      _ = try library.questions(BankQuery(text: hostile))
    }
    #expect(try library.questions(BankQuery(text: " -- ")).total == 3)
  }

  @Test("Newest first, page by page, with how many there are in all")
  func pages() async throws {
    let test = try await fixture.filledTest((0..<7).map { "key\($0)" })
    let first = try library.questions(limit: 3)
    #expect(first.entries.map(\.id) == ["\(test)-6", "\(test)-5", "\(test)-4"] && first.total == 7)
    let next = try library.questions(limit: 3, from: first.next)
    #expect(next.entries.map(\.id) == ["\(test)-3", "\(test)-2", "\(test)-1"])
    #expect(first.next == .before(first.entries[2].number) && next.next == .before(next.entries[2].number))
    let rest = try library.questions(limit: 3, from: next.next)
    #expect(rest.entries.map(\.id) == ["\(test)-0"] && rest.total == 7 && rest.next == nil)
    let found = try library.questions(BankQuery(text: "key"), limit: 5)
    let others = try library.questions(BankQuery(text: "key"), limit: 5, from: found.next)
    #expect(found.next == .after(5, by: ["key"]) && others.next == nil && others.total == 7)
    #expect((found.entries + others.entries).map(\.id) == (0..<7).reversed().map { "\(test)-\($0)" })
  }

  /// Adds one question more than are ranked, with "ribosome" as the answer of each.
  private func addMany() throws {
    try library.write { database in
      try database.execute(
        sql: """
          WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
          INSERT INTO question (id, course) SELECT 'x' || i, 'Many' FROM n
          """, arguments: [BankPage.mostCounted])
      try database.execute(
        sql: """
          INSERT INTO questionRevision (questionID, revision, format, topic, prompt, correctAnswer, origin, content,
            createdAt)
          SELECT id, 1, 'multiple-choice', iif(id = 'x1', 'nucleus', 'Cells'), 'What of ' || id || '?', 'ribosome',
            'builtin', '{}', 0
          FROM question WHERE course = 'Many' ORDER BY rowid
          """)
    }
  }

  @Test("A list that was ranked keeps its order on later pages, however many more questions fit meanwhile")
  func rankedPages() async throws {
    let test = try await fixture.filledTest((0..<4).map { "ribosome\($0)" })
    let query = BankQuery(text: "ribosome")
    let first = try library.questions(query, limit: 2)
    #expect(first.entries.map(\.id) == ["\(test)-3", "\(test)-2"])
    try addMany()
    let next = try library.questions(query, limit: 2, from: first.next)
    #expect(next.entries.map(\.id) == ["\(test)-1", "\(test)-0"] && next.next == .after(4, by: ["ribosome"]))
  }

  @Test("Where very many questions have a word, the newest come first, and it is not ranked by")
  func frequentWord() async throws {
    let test = try await fixture.filledTest(["ribosome", "nucleus"])
    let most = BankPage.mostCounted
    try addMany()
    let many = try library.questions(BankQuery(text: "ribosome"), limit: 2)
    #expect(many.entries.map(\.id) == ["x\(most)", "x\(most - 1)"])
    #expect(many.total == most + 1 && many.next == many.entries.last.map { .before($0.number) })
    // Of the two words only the second says which fits better.
    #expect(try library.ids(BankQuery(text: "what nucleus")) == ["\(test)-1", "x1"])
  }

  @Test("A question that was deleted is not listed, and stands where it was when it is put back")
  func deletion() async throws {
    let test = try await fixture.filledTest()
    let before = try library.ids()
    try library.setDeleted(true, question: "\(test)-1")
    #expect(try library.ids() == ["\(test)-2", "\(test)-0"])
    #expect(try library.ids(BankQuery(text: "nucleus")).isEmpty)
    #expect(try library.test(test).questions.count == 3)
    try library.setDeleted(false, question: "\(test)-1")
    #expect(try library.ids() == before)
    #expect(throws: LibraryError.noSuchQuestion("none")) { try library.setDeleted(true, question: "none") }
  }

  @Test("The question that was deleted last is known; one that was reported, or whose test is gone, is not it")
  func lastDeleted() async throws {
    let test = try await fixture.filledTest()
    #expect(try library.lastDeletedQuestion() == nil)
    for number in 1...2 { try library.setDeleted(true, question: "\(test)-\(number)") }
    #expect(try library.lastDeletedQuestion() == "\(test)-2")
    try library.setReported(true, question: "\(test)-2")
    #expect(try library.lastDeletedQuestion() == "\(test)-1")
    try library.deleteTest(test)
    #expect(try library.lastDeletedQuestion() == nil)
    try library.putBackTest(test)
    #expect(try library.lastDeletedQuestion() == "\(test)-1")
  }

  @Test("Tags are kept once each, searched and filtered by")
  func tags() async throws {
    let test = try await fixture.filledTest()
    try library.setTags([" exam ", "week  2", "exam", ""], question: "\(test)-0")
    #expect(try library.questions().entries.last?.tags == ["exam", "week 2"])
    #expect(try library.ids(BankQuery(text: "wee")) == ["\(test)-0"])
    #expect(try library.ids(BankQuery(tag: "exam")) == ["\(test)-0"])
    #expect(try library.ids(BankQuery(tag: "exa")).isEmpty)
    #expect(try library.bankFacets().tags == ["exam", "week 2"])
    try library.setTags([], question: "\(test)-0")
    #expect(try library.ids(BankQuery(text: "week")).isEmpty && library.bankFacets().tags.isEmpty)
  }

  @Test("Filters narrow the list")
  func filters() async throws {
    let test = try await fixture.filledTest()
    #expect(try library.ids(BankQuery(course: "Biology", format: .multipleChoice, origin: .builtin)).count == 3)
    #expect(try library.ids(BankQuery(text: "ribosome", course: "History")).isEmpty)
    #expect(try library.ids(BankQuery(format: .cloze)).isEmpty && library.ids(BankQuery(origin: .model)).isEmpty)
    #expect(try library.bankFacets().courses == ["Biology"])
    #expect(try library.question("\(test)-0").item.correctAnswer == "ribosome")
  }

  @Test("The list goes with its questions, and the index of words stays whole")
  func whole() async throws {
    let test = try await fixture.filledTest()
    try library.setTags(["exam"], question: "\(test)-2")
    try library.dropTest(test)
    #expect(try library.questions().total == 0)
    try library.write { try $0.execute(sql: "INSERT INTO bankSearch (bankSearch) VALUES ('integrity-check')") }
    #expect(try library.isWhole())
  }

  @Test("A library from before the list has all its questions in it")
  func migrated() async throws {
    let test = try await fixture.filledTest()
    try library.setDeleted(true, question: "\(test)-1")
    try library.write { database in
      try database.execute(
        sql: """
          DROP TRIGGER revisionListed; DROP TRIGGER questionDeletionListed; DROP TABLE bankSearch; DROP TABLE bankEntry;
          DELETE FROM grdb_migrations WHERE identifier IN ('list of questions', 'keys in the index of words')
          """)
    }
    let again = try fixture.reopened()
    #expect(try again.ids(BankQuery(text: "cells")) == ["\(test)-2", "\(test)-0"])
  }
}
