import Foundation
import GRDB
import Synchronization
import Testing

@testable import PracticeTests

/// Answers, and the questions that come back because of them.
@Suite("Keeping reviews")
struct StoreReviewsTests {
  /// A clock that stands still until it is set.
  final class Clock: Sendable {
    private let seconds = Mutex(1_000_000_000.0)
    var now: Date { Date(timeIntervalSince1970: seconds.withLock { $0 }) }
    func wait(days: Double = 0, minutes: Double = 0) {
      seconds.withLock { $0 += days * 86_400 + minutes * 60 }
    }
    func set(_ date: Date) { seconds.withLock { $0 = date.timeIntervalSince1970 } }
  }

  let fixture: LibraryFixture
  let clock = Clock()
  let library: Library

  init() throws {
    fixture = try LibraryFixture()
    library = try Self.open(fixture.path, clock)
  }

  static func open(
    _ path: String, _ clock: Clock, _ settings: ReviewSettings = ReviewSettings()
  ) throws -> Library {
    try Library(path: path, clock: { clock.now }, reviewSettings: { settings }, days: StudyDays(timeZone: .gmt))
  }

  /// Hands in a test: of each question the option chosen (0 is right, `nil` leaves it open), and whether in doubt.
  func handIn(
    _ answers: [Int?], unsure: Set<Int> = [], mode: Attempt.Mode = .exam
  ) async throws -> Attempt {
    let test = try await fixture.filledTest(answers.indices.map { "key\($0)" })
    let attempt = try library.startAttempt(test: test, mode: mode)
    for (position, choice) in answers.enumerated() {
      let response = Response(
        answer: choice.map(Answer.choice), isUnsure: unsure.contains(position),
        answeredAt: choice.map { _ in clock.now })
      try library.respond(attempt: attempt.id, position: position, response)
    }
    return try library.submit(attempt: attempt.id)
  }

  /// The numbers of the questions that come up, one after the other, each answered right.
  func reviewAll(_ library: Library? = nil) throws -> [String] {
    let library = library ?? self.library
    var asked: [String] = []
    while let item = try library.reviewQueue(asked: asked).next, asked.count < 50 {
      asked.append(item.question.id)
      _ = try library.keepReview(item.question, Response(answer: .choice(0), answeredAt: clock.now), seconds: 4)
    }
    return asked.map { String($0.suffix(1)) }
  }

  @Test("Handing in brings back what was missed, left open or in doubt, and nothing else")
  func joins() async throws {
    _ = try await handIn([0, 1, nil, 0], unsure: [3])
    #expect(try library.reviewQueue().next == nil)
    #expect(try library.reviewQueue().nextDue == clock.now.addingTimeInterval(60))
    clock.wait(minutes: 1)
    #expect(try library.reviewQueue().due == 2)
    clock.wait(minutes: 5)
    #expect(try library.reviewQueue().due == 3)
    #expect(try Set(reviewAll()) == ["1", "2", "3"])
  }

  @Test("In study mode a missed question joins at once, and leaves when the student was right")
  func study() async throws {
    let test = try await fixture.filledTest()
    let attempt = try library.startAttempt(test: test, mode: .study)
    let wrong = Response(answer: .choice(2), outcome: .wrong, answeredAt: clock.now)
    try library.respond(attempt: attempt.id, position: 1, wrong)
    #expect(try library.statistics().cards == 1)
    try library.respond(
      attempt: attempt.id, position: 1, Response(answer: .choice(2), outcome: .selfGradedRight, answeredAt: clock.now))
    #expect(try library.statistics().cards == 0)
    try library.respond(attempt: attempt.id, position: 1, wrong)
    _ = try library.submit(attempt: attempt.id)
    let figures = try library.statistics()
    #expect((figures.answers, figures.right) == (1, 0))
    _ = try library.regrade(attempt: attempt.id, position: 1, .selfGradedRight)
    #expect(try library.statistics().right == 1)
  }

  @Test("An answer that was handed in twice counts once")
  func once() async throws {
    let attempt = try await handIn([1, 0])
    _ = try library.submit(attempt: attempt.id)
    #expect(try library.statistics().answers == 2)
  }

  @Test("A review moves a question on, and taken back it is as if it had not been")
  func undo() async throws {
    _ = try await handIn([1])
    clock.wait(days: 1)
    let before = try #require(try library.reviewQueue().next)
    let kept = try library.keepReview(before.question, Response(answer: .choice(0)), seconds: 3)
    #expect(kept.due == clock.now.addingTimeInterval(600))
    #expect(try library.reviewQueue().next == nil)
    try library.takeBackReview(kept.id)
    try library.takeBackReview(kept.id)
    #expect(try library.reviewQueue().next == before)
    #expect(try library.statistics().answers == 1)
  }

  @Test("Nor is a question that nobody had answered when it was shown for practice")
  func practisedMeanwhile() async throws {
    let test = try fixture.test(slots: 1)
    try await fixture.fill(test, [Question.fixture("1", key: "key")])
    let shown = try #require(try library.practiceItem())
    func keep() throws -> KeptReview {
      try library.keepReview(shown.question, Response(answer: .choice(0)), seconds: 3, shownAs: shown)
    }
    _ = try keep()
    #expect(throws: LibraryError.answeredMeanwhile) { try keep() }
    #expect(try library.statistics().answers == 1)
  }

  @Test("What was answered since it was shown is not answered again, but for changing and taking back that answer")
  func answeredMeanwhile() async throws {
    _ = try await handIn([1])
    clock.wait(days: 1)
    let shown = try #require(try library.reviewQueue().next)
    func keep(replacing before: Int64? = nil) throws -> KeptReview {
      try library.keepReview(
        shown.question, Response(answer: .choice(0)), seconds: 3, replacing: before, shownAs: shown)
    }
    let kept = try keep()
    clock.wait(minutes: 1)
    #expect(throws: LibraryError.answeredMeanwhile) { try keep() }
    #expect(try library.statistics().answers == 2)
    let changed = try keep(replacing: kept.id)
    #expect(throws: LibraryError.answeredMeanwhile) { try keep() }
    try library.takeBackReview(changed.id)
    #expect(throws: Never.self) { try keep() }
    #expect(try library.statistics().answers == 2)
  }

  @Test("A grade in a test is no review that could be taken back")
  func undoTest() async throws {
    _ = try await handIn([1])
    try library.takeBackReview(1)
    #expect(try library.statistics().answers == 1)
  }

  @Test("What is put away or deleted does not come up until it is brought back")
  func suspended() async throws {
    _ = try await handIn([1, 2])
    clock.wait(days: 1)
    let first = try #require(try library.reviewQueue().next).question.id
    try library.setSuspended(true, question: first)
    try library.setSuspended(true, question: first)
    let queue = try library.reviewQueue()
    #expect((queue.due, queue.suspended) == (1, 1))
    let figures = try library.statistics()
    #expect((figures.due, figures.cards, figures.suspended) == (1, 1, 1))
    let second = try #require(queue.next).question.id
    try library.setDeleted(true, question: second)
    #expect(try library.reviewQueue().next == nil)
    #expect(try library.practiceItem() == nil)
    #expect(try library.statistics().forecast.reduce(0, +) == 0)
    try library.setDeleted(false, question: second)
    try library.endSuspensions()
    #expect(try library.reviewQueue().due == 2)
  }

  @Test("A review is there after a kill in the moment that it was kept")
  func killed() async throws {
    _ = try await handIn([1])
    let path = fixture.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let library = try LibraryFixture.open(path)
      let question = try library.question(
        try library.read { try String.fetchOne($0, sql: "SELECT id FROM question") } ?? "")
      _ = try library.keepReview(question, Response(answer: .choice(0)), seconds: 3)
      kill(getpid(), SIGKILL)
    }
    #expect(try library.statistics().answers == 2)
  }

  @Test("Tests that were handed in before there were reviews count, and what was missed is due")
  func migrated() async throws {
    _ = try await handIn([0, 1, nil, 0], unsure: [3])
    clock.wait(minutes: 10)
    let (figures, queue) = (try library.statistics(), try library.reviewQueue())
    try library.write { database in
      try database.execute(
        sql: """
          DROP TABLE answer; DROP TABLE reviewCard; DROP TABLE suspension;
          DELETE FROM grdb_migrations
          WHERE identifier IN ('answers and reviews', 'practice beside reviews', 'facts of answers')
          """)
    }
    let again = try Self.open(fixture.path, clock)
    #expect(try again.statistics() == figures)
    #expect(try again.reviewQueue().due == queue.due)
    #expect(try Set(reviewAll(again)) == ["1", "2", "3"])
  }
}
