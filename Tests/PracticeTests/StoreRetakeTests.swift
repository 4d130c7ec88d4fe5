import Foundation
import Testing

@testable import PracticeTests

/// Sittings of what was missed, and questions that were reported as bad.
@Suite("Retaking and reporting")
struct StoreRetakeTests {
  private let fixture: LibraryFixture
  private var library: Library { fixture.library }

  init() throws {
    fixture = try LibraryFixture()
  }

  /// Hands in a sitting: of each question the option chosen (0 is right, `nil` leaves it open), and whether in doubt.
  @discardableResult
  private func handIn(_ attempt: Attempt, _ answers: [Int?], unsure: Set<Int> = []) throws -> Attempt {
    for (position, choice) in answers.enumerated() {
      let response = Response(
        answer: choice.map(Answer.choice), isUnsure: unsure.contains(position),
        answeredAt: choice.map { _ in Date(timeIntervalSince1970: 5_000) })
      try library.respond(attempt: attempt.id, position: position, response)
    }
    return try library.submit(attempt: attempt.id)
  }

  /// The summary of a test in the list.
  private func summary(_ id: String) throws -> TestSummary {
    try #require(try library.tests().first { $0.id == id })
  }

  // MARK: - What was missed

  @Test("What was missed, left open or in doubt is asked again, in its order, and nothing else")
  func missed() async throws {
    let test = try await fixture.filledTest(["k0", "k1", "k2", "k3", "k4"])
    let first = try handIn(library.startAttempt(test: test, mode: .exam), [0, 1, 0, nil, 0], unsure: [2])
    #expect(first.missed.map(\.slot) == [1, 2, 3])
    let again = try library.startAttempt(test: test, mode: .study, scope: .missed(in: first.id))
    #expect(again.items.map(\.slot) == [1, 2, 3] && again.scope == .missed(in: first.id))
    #expect(try library.attempts(test: test).map(\.id) == [first.id, again.id])
    #expect(again.items.allSatisfy { $0.response == Response() })
    #expect(try library.extend(attempt: again.id) == again)
    let second = try handIn(again, [0, 0, 1])
    #expect(Score(second).overall == .init(name: "all", right: 2, total: 3))
    #expect(second.missed.map(\.slot) == [3])
    let third = try library.startAttempt(test: test, mode: .exam, scope: .missed(in: second.id))
    #expect(third.items.map(\.slot) == [3])
  }

  @Test("The score of a test is that of whole sittings, and a whole one after a part asks everything as before")
  func wholeAfterPart() async throws {
    let test = try await fixture.filledTest()
    let first = try handIn(library.startAttempt(test: test, mode: .exam), [0, 1, 1])
    let score = try summary(test).lastScore
    #expect(score == 1.0 / 3)
    try handIn(library.startAttempt(test: test, mode: .exam, scope: .missed(in: first.id)), [0, 0])
    #expect(try (summary(test).lastScore, summary(test).bestScore) == (score, score))
    let whole = try library.startAttempt(test: test, mode: .exam)
    #expect(whole.items.map(\.slot) == first.items.map(\.slot) && whole.scope == .whole)
  }

  @Test("While a test is still being generated, what was missed is asked, and nothing joins")
  func whileGenerating() async throws {
    let test = try fixture.test(slots: 3)
    func accept(_ slot: Int) async throws {
      _ = try await library.withLease(test: test) { lease in
        try library.keeps(.fixture("q\(slot)", key: "key \(slot)"), slot: slot, generation: 1, lease: lease)
      }
    }
    try await accept(0)
    let first = try handIn(library.startAttempt(test: test, mode: .exam), [1])
    let again = try library.startAttempt(test: test, mode: .exam, scope: .missed(in: first.id))
    try await accept(1)
    #expect(try library.extend(attempt: again.id).items.map(\.slot) == [0])
    try handIn(again, [0])
    #expect(try library.startAttempt(test: test, mode: .exam).items.map(\.slot) == [0, 1])
  }

  @Test("Where nothing that was missed is left, no sitting begins")
  func nothingMissed() async throws {
    let test = try await fixture.filledTest()
    let first = try handIn(library.startAttempt(test: test, mode: .exam), [0, 1, 0])
    try library.setReported(true, question: first.items[1].question.id)
    #expect(throws: LibraryError.nothingMissed) {
      try library.startAttempt(test: test, mode: .exam, scope: .missed(in: first.id))
    }
    #expect(try library.openAttempt(test: test) == nil)
    #expect(try library.attempts(test: test).count == 1)
  }

  // MARK: - Bad questions

  @Test("A bad question leaves bank, score, figures and later sittings, until that is taken back")
  func reported() async throws {
    let test = try await fixture.filledTest()
    let attempt = try handIn(library.startAttempt(test: test, mode: .exam), [0, 1, 0])
    let bad = attempt.items[1].question
    try library.setReported(true, question: bad.id)
    let kept = try library.attempt(attempt.id)
    #expect(kept.items.map(\.isReported) == [false, true, false] && kept.missed.isEmpty)
    #expect(Score(kept).overall == .init(name: "all", right: 2, total: 2))
    #expect(try summary(test).lastScore == 1)
    #expect(try !library.bank(course: "Biology").contains { $0.id == bad.id })
    #expect(try library.isRepeated(bad.item, in: "Biology"))
    let figures = try library.statistics()
    #expect((figures.answers, figures.right, figures.cards) == (2, 2, 0))
    let next = try library.startAttempt(test: test, mode: .exam)
    #expect(next.items.map(\.slot) == [0, 2])
    #expect(try library.extend(attempt: next.id).items.map(\.slot) == [0, 2])

    try library.setReported(false, question: bad.id)
    #expect(try Score(library.attempt(attempt.id)).overall.total == 3)
    #expect(try summary(test).lastScore == 2.0 / 3)
    #expect(try library.bank(course: "Biology").contains { $0.id == bad.id })
    let restored = try library.statistics()
    #expect((restored.answers, restored.right, restored.cards) == (3, 2, 1))
    #expect(try library.extend(attempt: next.id).items.map(\.slot) == [0, 2, 1])
    #expect(throws: LibraryError.noSuchQuestion("gone")) { try library.setReported(true, question: "gone") }
  }

  @Test("A test without a question that may be asked begins no sitting, until a report is taken back")
  func everythingReported() async throws {
    let test = try await fixture.filledTest()
    let questions = try library.test(test).questions.map(\.id)
    for id in questions { try library.setReported(true, question: id) }
    #expect(throws: LibraryError.everythingReported) { try library.startAttempt(test: test, mode: .exam) }
    #expect(try library.attempts(test: test).isEmpty)
    try library.setReported(false, question: questions[1])
    #expect(try library.startAttempt(test: test, mode: .exam).items.map(\.question.id) == [questions[1]])
  }

  @Test("A report that is taken back leaves a question away that was deleted before or meanwhile")
  func reportOfDeleted() async throws {
    let test = try await fixture.filledTest()
    let id = "\(test)-0"
    for isDeletedFirst in [true, false] {
      if isDeletedFirst { try library.setDeleted(true, question: id) }
      for _ in 0..<2 { try library.setReported(true, question: id) }
      if !isDeletedFirst { try library.setDeleted(true, question: id) }
      try library.setReported(false, question: id)
      #expect(try !library.ids().contains(id))
      try library.setDeleted(false, question: id)
      #expect(try library.ids().contains(id))
    }
    for _ in 0..<2 { try library.setReported(true, question: id) }
    try library.setDeleted(false, question: id)
    #expect(try !library.ids().contains(id))
    try library.setReported(false, question: id)
    #expect(try library.ids().contains(id))
  }

  @Test("A question that was only deleted still counts")
  func deleted() async throws {
    let test = try await fixture.filledTest()
    let attempt = try handIn(library.startAttempt(test: test, mode: .exam), [0, 1, 0])
    try library.setDeleted(true, question: attempt.items[1].question.id)
    #expect(try Score(library.attempt(attempt.id)).overall.total == 3)
    #expect(try library.statistics().answers == 3)
  }

  @Test("An open sitting goes on with a question that was reported meanwhile, and does not count it")
  func reportedWhileOpen() async throws {
    let test = try await fixture.filledTest()
    let attempt = try library.startAttempt(test: test, mode: .exam)
    try library.setReported(true, question: attempt.items[0].question.id)
    let kept = try handIn(attempt, [1, 0, 0])
    #expect(kept.items.count == 3 && Score(kept).overall == .init(name: "all", right: 2, total: 2))
    #expect(try library.isWhole())
  }

  @Test("Tests that share a title are numbered in the order of their creation")
  func numbers() throws {
    let ids = try ["Cells", "Stars", "Cells"].map { try fixture.test(title: $0) }
    #expect(try library.tests().numbers == [ids[0]: 1, ids[2]: 2])
    try library.deleteTest(ids[0])
    #expect(try library.tests().numbers.isEmpty)
  }
}
