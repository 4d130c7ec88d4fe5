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
    try library.setPaused(true, attempt: attempt.id)
    #expect(try library.tests().last?.openAttempt == .init(id: attempt.id, answered: 1, total: 3, isPaused: true))
    _ = try library.submit(attempt: attempt.id)
    summary = try #require(try library.tests().last)
    #expect(summary.shownStatus == "submitted" && summary.openAttempt == nil)
    let again = try library.startAttempt(test: old, mode: .exam)
    _ = try library.submit(attempt: again.id)
    summary = try #require(try library.tests().last)
    #expect(try abs(#require(summary.bestScore) - 1.0 / 3) < 0.001 && summary.lastScore == 0)
  }

  @Test("Of an exam that goes on it is told how much of its time is left, and no less than none")
  func timeLeft() async throws {
    let attempt = try library.startAttempt(test: try await fixture.filledTest(), mode: .exam, limitSeconds: 60)
    try library.keepPlace(attempt: attempt.id, position: 0, activeSeconds: 45)
    #expect(try library.tests().first?.openAttempt?.remainingSeconds == 15)
    try library.keepPlace(attempt: attempt.id, position: 0, activeSeconds: 45)
    #expect(try library.tests().first?.openAttempt?.remainingSeconds == 0)
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

  @Test("A deleted test is put back with its attempts and questions, and with nothing that was deleted by itself")
  func putBack() async throws {
    let test = try await fixture.filledTest()
    let attempt = try library.startAttempt(test: test, mode: .study)
    try library.respond(
      attempt: attempt.id, position: 0, Response(answer: .choice(0), outcome: .right, answeredAt: Date()))
    try library.setDeleted(true, question: "\(test)-1")
    let (before, listed, sat) = (
      try library.test(test), try library.tests(), try library.attempt(attempt.id)
    )
    #expect(try library.lastDeletedTest() == nil)
    #expect(throws: LibraryError.noSuchTest(test)) { try library.putBackTest(test) }
    try library.deleteTest(test)
    #expect(try library.courses().isEmpty && library.questions().total == 0)
    #expect(try library.openAttempt(test: test) == nil && library.attempts(test: test).isEmpty)
    #expect(try library.place(ofQuestion: "\(test)-0") == nil)
    let again = try fixture.reopened()
    #expect(try again.lastDeletedTest() == DeletedTest(id: test, title: "Cells"))
    try again.putBackTest(test)
    #expect(try library.test(test) == before && library.tests() == listed && library.attempt(attempt.id) == sat)
    #expect(try Set(library.questions().entries.map(\.id)) == ["\(test)-0", "\(test)-2"])
    #expect(try library.lastDeletedTest() == nil && library.isWhole())
  }

  @Test("Of several deleted tests the last one comes back first; a question that they share comes back once")
  func putBackInTurn() async throws {
    let first = try await fixture.filledTest(["ribosome"])
    let second = try fixture.test(slots: 1)
    try share("\(first)-0", with: second)
    try library.deleteTest(first)
    try library.deleteTest(second)
    #expect(try library.lastDeletedTest()?.id == second && library.questions().total == 0)
    try library.putBackTest(first)
    #expect(try library.questions().total == 1)
    try library.putBackTest(second)
    #expect(try library.tests().count == 2 && library.questions().total == 1)
  }

  @Test("A month later a deleted test goes for good, with the questions that nothing refers to")
  func goesForGood() async throws {
    let (gone, kept) = (try await fixture.filledTest(["ribosome"]), try await fixture.filledTest(["nucleus"]))
    try library.deleteTest(gone)
    let days = Double(Library.daysOfDeletedTests)
    try library.write { try $0.execute(sql: "UPDATE test SET deletedAt = deletedAt - ?", arguments: [days * 86_000]) }
    _ = try fixture.test(title: "Soon")
    #expect(try library.lastDeletedTest()?.id == gone)
    try library.write { try $0.execute(sql: "UPDATE test SET deletedAt = deletedAt - ?", arguments: [days * 1_000]) }
    _ = try fixture.test(title: "Later")
    #expect(try library.lastDeletedTest() == nil)
    #expect(throws: LibraryError.noSuchQuestion("\(gone)-0")) { try library.question("\(gone)-0") }
    #expect(try library.test(kept).questions.count == 1 && library.isWhole())
  }

  @Test("A test that is dropped can't be put back")
  func drop() async throws {
    let test = try await fixture.filledTest(["ribosome"])
    try library.dropTest(test)
    #expect(try library.tests().isEmpty && library.lastDeletedTest() == nil)
    #expect(throws: LibraryError.noSuchTest(test)) { try library.putBackTest(test) }
    #expect(throws: LibraryError.noSuchQuestion("\(test)-0")) { try library.question("\(test)-0") }
  }

  @Test("A library from before tests could be put back gets that, with its tests as they are")
  func older() async throws {
    let test = try await fixture.filledTest()
    let before = try library.test(test)
    let path = "\(fixture.folder)/older.sqlite"
    try fixture.makeOlder(path, upTo: "questions by their subjects")
    let older = try LibraryFixture.open(path)
    #expect(try older.test(test) == before && older.lastDeletedTest() == nil)
    try older.deleteTest(test)
    try older.putBackTest(test)
    #expect(try older.test(test) == before && older.isWhole())
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
