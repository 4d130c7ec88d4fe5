import Foundation
import Testing

@testable import PracticeTests

/// Tests in lists, by name, and out of the library.
@Suite("Finding and deleting tests")
struct StoreTestsTests {
  private let fixture: LibraryFixture
  private var library: Library { fixture.library }

  init() throws {
    fixture = try LibraryFixture()
  }

  @Test("Tests are listed newest first, with what fills them and how they were answered")
  func list() async throws {
    let old = try await fixture.filledTest()
    let new = try fixture.test(slots: 2, title: "New")
    let attempt = try library.startAttempt(test: old, mode: .exam)
    try library.respond(attempt: attempt.id, position: 0, Response(answer: .choice(0), answeredAt: Date()))
    #expect(try library.tests().map(\.id) == [new, old])
    var summary = try #require(try library.tests().last)
    #expect((summary.count, summary.accepted, summary.missing, summary.status) == (3, 3, 0, .complete))
    #expect(summary.openAttempt == .init(id: attempt.id, answered: 1, total: 3))
    #expect(summary.shownStatus == "inProgress" && summary.lastScore == nil)
    _ = try library.submit(attempt: attempt.id)
    summary = try #require(try library.tests().last)
    #expect(summary.shownStatus == "submitted" && summary.openAttempt == nil)
    let again = try library.startAttempt(test: old, mode: .exam)
    _ = try library.submit(attempt: again.id)
    summary = try #require(try library.tests().last)
    #expect(try abs(#require(summary.bestScore) - 1.0 / 3) < 0.001 && summary.lastScore == 0)
  }

  @Test("A test is named by its id, its beginning or as the latest")
  func resolve() throws {
    #expect(throws: LibraryError.noTests) { try library.resolve("latest") }
    let one = try fixture.test()
    let two = try fixture.test()
    let shared = String(one.prefix(6))
    #expect(two.hasPrefix(shared))
    #expect(try library.resolve(one) == one)
    #expect(try library.resolve("latest") == two)
    #expect(try library.resolve(String(one.prefix(8))) == one)
    #expect(throws: LibraryError.ambiguous(shared)) { try library.resolve(shared) }
    #expect(throws: LibraryError.prefixTooShort("abc")) { try library.resolve("abc") }
    for name in ["%%%%", "____", "' OR ''='", String(one.dropFirst())] {
      #expect(throws: LibraryError.noSuchTest(name)) { try library.resolve(name) }
    }
    #expect(LibraryError.ambiguous("x").category == .badUsage && LibraryError.prefixTooShort("x").category == .badUsage)
    #expect(LibraryError.noSuchTest("x").category == .inputMissing && LibraryError.noTests.category == .inputMissing)
  }

  @Test("A deleted test takes its attempts and questions along, and nothing of another test")
  func delete() async throws {
    let (gone, kept) = (try await fixture.filledTest(["ribosome"]), try await fixture.filledTest(["nucleus"]))
    let attempt = try library.startAttempt(test: gone, mode: .exam)
    try library.deleteTest(gone)
    #expect(try library.tests().map(\.id) == [kept])
    #expect(throws: LibraryError.noSuchTest(gone)) { try library.test(gone) }
    #expect(throws: LibraryError.noSuchTest(gone)) { try library.deleteTest(gone) }
    #expect(throws: LibraryError.noSuchTest(gone)) { try library.startAttempt(test: gone, mode: .exam) }
    #expect(throws: LibraryError.attemptOver) { try library.attempt(attempt.id) }
    #expect(throws: LibraryError.attemptOver) {
      try library.respond(attempt: attempt.id, position: 0, Response(answer: .choice(0)))
    }
    #expect(try library.bank(course: "Biology").map(\.item.correctAnswer) == ["nucleus"])
    #expect(try library.isWhole())
  }

  /// The slots of one test point at another test's question, as a test that is made of the bank does.
  private func share(_ question: String, with test: String) throws {
    try library.write { database in
      try database.execute(
        sql: "UPDATE slot SET state = 'accepted', questionID = ?, revision = 1, violations = NULL WHERE testID = ?",
        arguments: [question, test])
    }
  }

  @Test("A question that another test has stays with it")
  func shared() async throws {
    let first = try await fixture.filledTest(["ribosome"])
    let second = try fixture.test(slots: 1)
    try share("\(first)-0", with: second)
    try library.deleteTest(first)
    #expect(try library.test(second).questions.map(\.item.correctAnswer) == ["ribosome"])
    #expect(try library.bank(course: "Biology").count == 1)
  }

  @Test("A question that only an attempt has seen leaves the bank, and stays readable there")
  func tombstone() async throws {
    let first = try await fixture.filledTest(["ribosome"])
    let second = try fixture.test(slots: 1)
    try share("\(first)-0", with: second)
    let attempt = try library.startAttempt(test: second, mode: .exam)
    try library.write { database in
      try database.execute(
        sql: "UPDATE slot SET state = 'open', questionID = NULL, revision = NULL WHERE testID = ?", arguments: [second])
    }
    try library.deleteTest(first)
    #expect(try library.bank(course: "Biology").isEmpty)
    #expect(try library.attempt(attempt.id).items.map(\.question.item.correctAnswer) == ["ribosome"])
    #expect(try library.isWhole())
  }
}
