import Foundation
import Testing

@testable import PracticeTests

/// Sittings in the library.
@Suite("Keeping attempts")
struct StoreAttemptsTests {
  private let fixture: LibraryFixture
  private var library: Library { fixture.library }

  init() throws {
    fixture = try LibraryFixture()
  }

  private let time = Date(timeIntervalSince1970: 5_000)

  @Test("An attempt goes on at its question, with every answer and the time it took")
  func resumes() async throws {
    let test = try await fixture.filledTest()
    let attempt = try library.startAttempt(test: test, mode: .study)
    #expect((attempt.mode, attempt.state, attempt.position) == (.study, .inProgress, 0))
    let responses = [
      Response(answer: .choice(2), isFlagged: true, outcome: .wrong, answeredAt: time),
      Response(answer: .text("'; DROP TABLE response; --"), isUnsure: true, answeredAt: time),
      Response(isFlagged: true),
    ]
    for (position, response) in responses.enumerated() {
      try library.respond(attempt: attempt.id, position: position, response)
    }
    try library.keepPlace(attempt: attempt.id, position: 2, activeSeconds: 12.5)
    try library.keepPlace(attempt: attempt.id, position: 1, activeSeconds: 0.25)
    let reopened = try fixture.reopened()
    let again = try reopened.startAttempt(test: test, mode: .exam)
    #expect((again.id, again.mode, again.position, again.activeSeconds) == (attempt.id, .study, 1, 12.75))
    #expect(again.items.map(\.response) == responses)
    #expect(again.items.map(\.slot) == [0, 1, 2])
    #expect(try reopened.openAttempt(test: test) == again)
  }

  @Test("An answer can be changed and taken back")
  func changed() async throws {
    let attempt = try library.startAttempt(test: try await fixture.filledTest(), mode: .exam)
    for answer in [Answer.choice(0), .text("x"), .choice(3), nil] {
      let response = Response(answer: answer, answeredAt: answer.map { _ in time })
      try library.respond(attempt: attempt.id, position: 1, response)
      #expect(try library.attempt(attempt.id).items[1].response == response)
    }
    #expect(try library.attempt(attempt.id).answered == 0)
  }

  @Test("Handing in grades every question and freezes the answers")
  func submits() async throws {
    let test = try await fixture.filledTest()
    let attempt = try library.startAttempt(test: test, mode: .exam)
    try library.respond(attempt: attempt.id, position: 0, Response(answer: .choice(0), answeredAt: time))
    try library.respond(attempt: attempt.id, position: 1, Response(answer: .choice(1), answeredAt: time))
    let submitted = try library.submit(attempt: attempt.id)
    #expect(submitted.state == .submitted && submitted.submittedAt != nil)
    #expect(submitted.items.map(\.response.outcome) == [.right, .wrong, .wrong])
    #expect(throws: LibraryError.attemptOver) {
      try library.respond(attempt: attempt.id, position: 2, Response(answer: .choice(0)))
    }
    try library.keepPlace(attempt: attempt.id, position: 2, activeSeconds: 60)
    #expect(try library.submit(attempt: attempt.id) == submitted)
    #expect(try library.attempt(attempt.id) == submitted)
    #expect(try library.openAttempt(test: test) == nil)
    #expect(try library.test(test).shownStatus == "submitted")
  }

  @Test("A student's own grade is kept, also after handing in, and can be taken back")
  func regrades() async throws {
    let attempt = try library.startAttempt(test: try await fixture.filledTest(), mode: .exam)
    _ = try library.submit(attempt: attempt.id)
    #expect(
      try library.regrade(attempt: attempt.id, position: 1, .selfGradedRight).items[1].response.outcome
        == .selfGradedRight)
    #expect(Score(try library.attempt(attempt.id)).overall.right == 1)
    #expect(try library.regrade(attempt: attempt.id, position: 1, .wrong).items[1].response.outcome == .wrong)
  }

  @Test("Only a sitting without a time in which nothing was done is let go")
  func discarded() async throws {
    let test = try await fixture.filledTest()
    func isLetGo(_ response: Response?, limit: Double? = nil) throws -> Bool {
      let attempt = try library.startAttempt(test: test, mode: .exam, limitSeconds: limit)
      if let response { try library.respond(attempt: attempt.id, position: 1, response) }
      try library.discardUntouched(attempt: attempt.id)
      let isGone = try library.openAttempt(test: test) == nil
      if !isGone { _ = try library.submit(attempt: attempt.id) }
      try library.discardUntouched(attempt: attempt.id)
      return isGone
    }
    #expect(try isLetGo(nil))
    #expect(try isLetGo(Response()))
    #expect(try !isLetGo(Response(answer: .choice(0), answeredAt: time)))
    #expect(try !isLetGo(Response(answer: .text("x"), answeredAt: time)))
    #expect(try !isLetGo(Response(isFlagged: true)) && !isLetGo(Response(isUnsure: true)))
    #expect(try !isLetGo(nil, limit: 60))
    #expect(try library.attempts(test: test).count == 5)
  }

  @Test("A test is taken as often as wanted, one attempt at a time")
  func several() async throws {
    let test = try await fixture.filledTest()
    let first = try library.startAttempt(test: test, mode: .exam)
    #expect(try library.startAttempt(test: test, mode: .study).id == first.id)
    _ = try library.submit(attempt: first.id)
    let second = try library.startAttempt(test: test, mode: .study)
    #expect(second.items.allSatisfy { $0.response == Response() })
    #expect(try library.attempts(test: test).map(\.id) == [first.id, second.id])
  }

  @Test("Questions that are accepted later join at the end, in the order of their acceptance")
  func extends() async throws {
    let test = try fixture.test(slots: 4)
    func accept(_ slots: [Int]) async throws {
      _ = try await library.withLease(test: test) { lease in
        for slot in slots {
          _ = try library.keeps(.fixture("q\(slot)", key: "key \(slot)"), slot: slot, generation: 1, lease: lease)
        }
      }
    }
    try await accept([2, 1])
    // The first ones stand in the order of the plan.
    let attempt = try library.startAttempt(test: test, mode: .exam)
    #expect(attempt.items.map(\.slot) == [1, 2])
    try library.respond(attempt: attempt.id, position: 1, Response(answer: .choice(0), answeredAt: time))
    try await accept([3, 0])
    let extended = try library.extend(attempt: attempt.id)
    #expect(extended.items.map(\.slot) == [1, 2, 3, 0])
    #expect(extended.items[1].response.answer == .choice(0))
    #expect(try library.extend(attempt: attempt.id) == extended)
  }

  @Test("The time that an attempt has, and a pause, are found again")
  func limitAndPause() async throws {
    let test = try await fixture.filledTest()
    let attempt = try library.startAttempt(test: test, mode: .exam, limitSeconds: 60)
    #expect(attempt.limitSeconds == 60 && !attempt.isPaused)
    try library.keepPlace(attempt: attempt.id, position: 0, activeSeconds: 45)
    try library.setPaused(true, attempt: attempt.id)
    let kept = try fixture.reopened().attempt(attempt.id)
    #expect(kept.isPaused && kept.remainingSeconds(after: kept.activeSeconds) == 15)
    #expect(kept.remainingSeconds(after: 61) == 0)
    try library.setPaused(false, attempt: attempt.id)
    #expect(try library.attempt(attempt.id).isPaused == false)
    let other = try library.startAttempt(test: try await fixture.filledTest(["lysosome"]), mode: .exam)
    #expect(other.remainingSeconds(after: 1_000_000) == nil)
  }

  @Test("The questions of an exam are told from others until it is handed in, with those that are still to join it")
  func inOpenExams() async throws {
    let (exam, study) = (try fixture.test(slots: 3), try await fixture.filledTest(["vacuole"]))
    try await fixture.fill(exam, [.fixture("a", key: "ribosome"), .fixture("b", key: "nucleus")])
    #expect(try library.questionsInOpenExams().isEmpty)
    _ = try library.startAttempt(test: study, mode: .study)
    let attempt = try library.startAttempt(test: exam, mode: .exam)
    #expect(try library.questionsInOpenExams() == ["a", "b"])
    _ = try await library.withLease(test: exam) { lease in
      try library.keeps(.fixture("c", key: "lysosome"), slot: 2, generation: 1, lease: lease)
    }
    #expect(try library.questionsInOpenExams() == ["a", "b", "c"])
    try library.respond(attempt: attempt.id, position: 0, Response(answer: .choice(0), answeredAt: time))
    _ = try library.submit(attempt: attempt.id)
    #expect(try library.questionsInOpenExams().isEmpty)
    let again = try library.startAttempt(test: exam, mode: .exam, scope: .missed(in: attempt.id))
    #expect(try library.questionsInOpenExams() == [attempt.items[1].question.id])
    try library.deleteTest(exam)
    #expect(try library.questionsInOpenExams().isEmpty && again.items.count == 1)
  }

  @Test("Nothing joins an attempt that was handed in")
  func frozen() async throws {
    let test = try fixture.test(slots: 1)
    let attempt = try library.startAttempt(test: test, mode: .exam)
    _ = try library.submit(attempt: attempt.id)
    _ = try await library.withLease(test: test) { try library.keeps(.fixture("q"), slot: 0, generation: 1, lease: $0) }
    #expect(try library.extend(attempt: attempt.id).items.isEmpty)
  }

  @Test("An answer is there after a kill in the moment that it was kept")
  func killed() async throws {
    let attempt = try library.startAttempt(test: try await fixture.filledTest(), mode: .exam)
    let (path, id) = (fixture.path, attempt.id)
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, id = id as String] in
      let library = try LibraryFixture.open(path)
      try library.respond(attempt: id, position: 1, Response(answer: .choice(2), isUnsure: true))
      try library.keepPlace(attempt: id, position: 1, activeSeconds: 9)
      kill(getpid(), SIGKILL)
    }
    let kept = try fixture.reopened().attempt(id)
    #expect(kept.items[1].response == Response(answer: .choice(2), isUnsure: true))
    #expect((kept.position, kept.activeSeconds) == (1, 9))
  }
}
