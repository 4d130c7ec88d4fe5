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

  /// Fills a test of a course with questions of topics, each of another difficulty; a model confirmed the key of the
  /// second.
  private func fill(_ course: String, _ topics: [String]) async throws {
    let keys = ["ribosome", "nucleus", "vacuole"]
    let questions = zip(zip(topics, keys), Difficulty.allCases).map { about, difficulty in
      var question = Question.fixture("\(course)-\(difficulty)", key: about.1, topic: about.0)
      question.difficulty = difficulty
      if difficulty == .medium { question.provenance.verified = true }
      return question
    }
    try await fixture.fill(try fixture.test(slots: questions.count, course: course), questions)
  }

  @Test("The list is narrowed to a topic of a course, a difficulty, and keys that were verified or not")
  func topicsAndLevels() async throws {
    try await fill("Biology", ["Cells", "Cells", "Roots"])
    try await fill("History", ["Cells"])
    #expect(try library.ids(BankQuery(course: "Biology", topic: "Cells")) == ["Biology-medium", "Biology-easy"])
    #expect(try library.ids(BankQuery(text: "roots", course: "Biology", topic: "Cells")).isEmpty)
    #expect(try library.ids(BankQuery(text: "cells", course: "History", topic: "Cells")) == ["History-easy"])
    #expect(try library.ids(BankQuery(topic: "Cells")) == ["History-easy", "Biology-medium", "Biology-easy"])
    #expect(try library.ids(BankQuery(difficulty: .easy)) == ["History-easy", "Biology-easy"])
    #expect(try library.ids(BankQuery(text: "cells", difficulty: .medium)) == ["Biology-medium"])
    #expect(try library.ids(BankQuery(isVerified: true)) == ["Biology-medium"])
    #expect(try library.ids(BankQuery(isVerified: false)) == ["History-easy", "Biology-hard", "Biology-easy"])
    #expect(try library.ids(BankQuery(text: "biology", difficulty: .hard, isVerified: true)).isEmpty)
  }

  @Test("Topics are known by their courses while they have questions")
  func topicsOfCourses() async throws {
    try await fill("Biology", ["Roots", "Cells", "Cells"])
    try await fill("History", ["Cells"])
    #expect(try library.bankFacets().topics == ["Biology": ["Cells", "Roots"], "History": ["Cells"]])
    for gone in ["Biology-easy", "Biology-medium", "History-easy"] { try library.setDeleted(true, question: gone) }
    #expect(try library.bankFacets().topics == ["Biology": ["Cells"]])
  }

  @Test("Questions of a topic, and the topics that there are, are found by an index")
  func topicsByIndex() throws {
    let wanted = BankQuery(course: "Biology", topic: "Cells", difficulty: .easy, isVerified: true).selection
    let page = "SELECT * FROM \(wanted.tables) WHERE \(wanted.condition) ORDER BY \(wanted.order)"
    let (ofTopic, topics) = try library.read { database in
      func plan(_ sql: String, _ arguments: StatementArguments = []) throws -> [String] {
        try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: arguments).map { $0["detail"] }
      }
      return (try plan(page, wanted.arguments), try plan(Library.listedSubjects))
    }
    #expect(ofTopic.count == 1 && ofTopic[0].contains("bankEntryBySubject (course=? AND topic=?)"), "\(ofTopic)")
    let reads = topics.filter { $0.contains("bankEntry") }
    #expect(reads.count == 2 && reads.allSatisfy { $0.contains("bankEntryBySubject") }, "\(topics)")
  }

  @Test("A library from before difficulties were listed is narrowed by them, and follows new revisions")
  func difficultiesOfOlder() async throws {
    try await fill("Biology", ["Cells", "Cells", "Roots"])
    let path = "\(fixture.folder)/older.sqlite"
    try fixture.makeOlder(path, upTo: "deleted tests")
    let updated = try LibraryFixture.open(path)
    #expect(try updated.ids(BankQuery(difficulty: .hard)) == ["Biology-hard"])
    try updated.write { database in
      try database.execute(
        sql: """
          INSERT INTO questionRevision (questionID, revision, format, topic, prompt, correctAnswer, origin, content,
            createdAt)
          SELECT questionID, 2, format, topic, prompt, correctAnswer, origin,
            json_set(content, '$.difficulty', 'hard'), createdAt
          FROM questionRevision WHERE questionID = 'Biology-easy'
          """)
    }
    #expect(try updated.ids(BankQuery(difficulty: .hard)) == ["Biology-hard", "Biology-easy"])
    #expect(try updated.ids(BankQuery(difficulty: .easy)).isEmpty)
    #expect(try updated.isWhole())
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
          DELETE FROM grdb_migrations WHERE identifier IN (
            'list of questions', 'keys in the index of words', 'difficulties in the list of questions')
          """)
    }
    let again = try fixture.reopened()
    #expect(try again.ids(BankQuery(text: "cells")) == ["\(test)-2", "\(test)-0"])
  }
}
