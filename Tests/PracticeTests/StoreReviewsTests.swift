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

  private let fixture: LibraryFixture
  private let clock = Clock()
  private let library: Library

  init() throws {
    fixture = try LibraryFixture()
    library = try Self.open(fixture.path, clock)
  }

  private static func open(
    _ path: String, _ clock: Clock, _ settings: ReviewSettings = ReviewSettings()
  ) throws -> Library {
    try Library(path: path, clock: { clock.now }, reviewSettings: { settings }, days: StudyDays(timeZone: .gmt))
  }

  /// Hands in a test: of each question the option chosen (0 is right, `nil` leaves it open), and whether in doubt.
  private func handIn(
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
  private func reviewAll(_ library: Library? = nil) throws -> [String] {
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

  @Test("Practice stays in a course until all of it was asked")
  func practice() async throws {
    for course in ["Biology", "History"] {
      let test = try fixture.test(slots: 3, course: course)
      try await fixture.fill(test, (0..<3).map { Question.fixture("\(course)-\($0)", key: "key\($0)") })
    }
    var asked: [String] = []
    for _ in 0..<6 { asked.append(try #require(try library.practiceItem(asked: asked)).question.id) }
    let courses = asked.map { $0.prefix(7) }
    #expect(courses == [Substring](repeating: "Biology", count: 3) + [Substring](repeating: "History", count: 3))
    #expect(Set(asked).count == 6)
  }

  @Test("An edited question keeps its history and is asked as it is now")
  func edited() throws {
    let test = try broughtTest()
    let attempt = try library.startAttempt(test: test, mode: .exam)
    let old = try #require(attempt.items.first).question
    let key = try #require(old.item.correctIndex)
    let wrong = Response(answer: .choice(key == 0 ? 1 : 0), answeredAt: clock.now)
    try library.respond(attempt: attempt.id, position: 0, wrong)
    _ = try library.submit(attempt: attempt.id)
    clock.wait(days: 1)
    _ = try library.keepReview(old, Response(answer: .choice(key)), seconds: 3)
    clock.wait(minutes: 20)
    let before = try #require(try library.reviewQueue().next)
    #expect(before.question == old)
    var item = old.item
    item.prompt = "What builds the proteins of a cell?"
    let edited = try library.edit(old, to: item, slot: 0, of: test)
    #expect(edited.revision == 2)
    let after = try #require(try library.reviewQueue().next)
    #expect(after.card == before.card && after.question == edited)
    #expect(try library.statistics().answers == 2)
    let kept = try library.keepReview(after.question, Response(answer: .choice(key)), seconds: 3)
    #expect(try #require(kept.due) > clock.now.addingTimeInterval(86_400))
  }

  /// A test of one question that was brought in, so that it can be edited without notes.
  private func broughtTest() throws -> String {
    let path = "\(fixture.folder)/cells.gift"
    try "What builds proteins in a cell? {=ribosomes ~vacuoles ~nuclei}"
      .write(toFile: path, atomically: true, encoding: .utf8)
    let outcome = try FileImport(library: library, course: "Biology", title: nil).bring(path: path)
    guard case .questions(let questions) = outcome else { throw POSIXError(.EINVAL) }
    return try #require(questions.testID)
  }

  @Test("The limits of a day hold back the rest for the next")
  func limits() async throws {
    var settings = ReviewSettings()
    (settings.newPerDay, settings.perDay) = (2, 3)
    let limited = try Self.open(fixture.path, clock, settings)
    _ = try await handIn([1, 1, 1, 1, 1])
    clock.wait(days: 1)
    let queue = try limited.reviewQueue()
    #expect((queue.due, queue.held) == (2, 3))
    let figures = try limited.statistics()
    #expect((figures.due, figures.held, figures.cards) == (queue.due, queue.held, 5))
    // What comes up today is what is due, and what is left for tomorrow comes up tomorrow.
    #expect(Array(figures.forecast.prefix(2)) == [2, 3] && figures.forecast.reduce(0, +) == 5)
    #expect(try reviewAll(limited).count == 2)
    #expect(try limited.reviewQueue().held == 3)
    clock.wait(days: 1)
    // The two of yesterday, then one of the others: that makes three.
    #expect(try limited.reviewQueue().due == 3)
  }

  @Test("Practice takes nothing of what may be reviewed on a day")
  func practiceBesides() async throws {
    var settings = ReviewSettings()
    (settings.newPerDay, settings.perDay) = (2, 2)
    let limited = try Self.open(fixture.path, clock, settings)
    let questions = try await handIn([0, 0, 0, 1, 1]).items.map(\.question)
    clock.wait(days: 1)
    for question in questions.prefix(2) {
      _ = try limited.keepReview(question, Response(answer: .choice(0)), seconds: 3)
    }
    let missed = try limited.keepReview(questions[2], Response(answer: .choice(1)), seconds: 3)
    #expect(try limited.reviewQueue().due == 2)
    // Kept anew when the question has come due because of it, it is practice as before.
    clock.wait(minutes: 2)
    let again = Response(answer: .choice(1), isUnsure: true)
    _ = try limited.keepReview(questions[2], again, seconds: 3, replacing: missed.id)
    let queue = try limited.reviewQueue()
    #expect((queue.due, queue.held) == (2, 0))
    #expect(try Set(reviewAll(limited)) == ["3", "4"])
  }

  @Test("A question comes again only after two others, where there are others")
  func spread() async throws {
    _ = try await handIn([1, 1, 1])
    clock.wait(days: 1)
    let ids = try (0..<3).map { _ in "" }.reduce(into: [String]()) { asked, _ in
      asked.append(try #require(try library.reviewQueue(asked: asked).next).question.id)
    }
    #expect(Set(ids).count == 3)
  }

  @Test("A wish for more certainty brings questions back sooner")
  func retention() async throws {
    _ = try await handIn([1])
    var settings = ReviewSettings()
    settings.retention = 0.97
    let careful = try Self.open(fixture.path, clock, settings)
    clock.wait(days: 1)
    let question = try #require(try library.reviewQueue().next).question
    func due(_ library: Library) throws -> Date {
      let kept = try (0..<4).map { _ in
        clock.wait(days: 9)
        return try library.keepReview(question, Response(answer: .choice(0)), seconds: 3)
      }
      defer {
        for one in kept { try? library.takeBackReview(one.id) }
        clock.wait(days: -36)
      }
      return try #require(kept.last?.due)
    }
    #expect(try due(careful) < due(library))
  }

  @Test("Quick, sure and not the first time: easy, once the student's own pace is known")
  func easy() async throws {
    _ = try await handIn([1])
    clock.wait(days: 1)
    let question = try #require(try library.reviewQueue().next).question
    func grade(_ seconds: Double, unsure: Bool = false) throws -> Int? {
      let kept = try library.keepReview(question, Response(answer: .choice(0), isUnsure: unsure), seconds: seconds)
      return try library.read { database in
        try Int.fetchOne(database, sql: "SELECT grade FROM answer WHERE id = ?", arguments: [kept.id])
      }
    }
    for _ in 0..<20 { #expect(try grade(10) == 3) }
    #expect(try grade(9) == 4)
    #expect(try grade(11) == 3)
    #expect(try grade(9, unsure: true) == 2)
  }

  @Test("Of a deleted test the answers still count, but its questions do not come back")
  func deletedTest() async throws {
    let attempt = try await handIn([1, 0, nil])
    clock.wait(days: 1)
    let before = try library.statistics()
    try library.deleteTest(attempt.testID)
    let figures = try library.statistics()
    // What was left open is no answer, neither before nor after.
    #expect((figures.answers, figures.right, figures.cards) == (2, 1, 0))
    #expect((before.answers, before.right, before.cards) == (2, 1, 2))
    #expect(try library.reviewQueue().next == nil)
    #expect(try library.isWhole())
  }

  @Test("The figures about a topic or a course leave out everything else, in each of their parts")
  func subjects() async throws {
    let test = try fixture.test(slots: 3)
    _ = try await fixture.library.withLease(test: test) { lease in
      for (slot, topic) in ["Cells", "Cells", "Plants"].enumerated() {
        let question = Question.fixture("\(slot)", key: "key\(slot)", topic: topic, bloom: BloomLevel.allCases[slot])
        _ = try fixture.library.keeps(question, slot: slot, generation: 1, lease: lease)
      }
      return try fixture.library.finish(lease)
    }
    for choices in [[0, 1, 1], [0, 1, 1]] {
      let attempt = try library.startAttempt(test: test, mode: .exam)
      for (position, item) in attempt.items.enumerated() {
        let slot = try #require(Int(item.question.id))
        let response = Response(answer: .choice(choices[slot]), isUnsure: slot == 2, answeredAt: clock.now)
        try library.respond(attempt: attempt.id, position: position, response)
      }
      _ = try library.submit(attempt: attempt.id)
      clock.wait(days: 1)
    }
    let (all, cells) = (try library.statistics(), try library.statistics(about: [.topic("Cells")]))
    #expect((all.answers, all.right, all.cards, all.hardest.count) == (6, 2, 2, 2))
    #expect((cells.answers, cells.right, cells.cards, cells.hardest.count) == (4, 2, 1, 1))
    #expect(cells.topics == all.topics.filter { $0.name == "Cells" } && cells.topics.count == 1)
    #expect(cells.blooms.map(\.name) == ["remember", "understand"])
    #expect((cells.sure.total, cells.unsure.total, all.unsure.total) == (4, 0, 2))
    #expect(cells.days.map(\.answers) == [2, 2] && all.days.map(\.answers) == [3, 3])
    #expect(cells.forecast.reduce(0, +) == 1 && all.forecast.reduce(0, +) == 2)
    let plants = try library.reviewQueue(about: [.topic("Plants"), .course("Biology")])
    #expect(plants.due == 1 && plants.next?.question.id == "2")
    #expect(try library.reviewQueue().due == 2)
    try library.setSuspended(true, question: "2")
    #expect(try library.statistics(about: [.topic("Plants")]).suspended == 1)
    #expect(try library.statistics(about: [.topic("Cells")]).suspended == 0)
    #expect(try library.statistics(about: [.course("History")]).answers == 0)
  }

  @Test("A course or a topic is known regardless of capitals and accents, and by a part of its name it is not")
  func knownSubjects() async throws {
    let test = try fixture.test(slots: 3)
    _ = try await fixture.library.withLease(test: test) { lease in
      for (slot, topic) in ["M\u{E9}iosis", "DNA", "Dna"].enumerated() {
        let question = Question.fixture("\(slot)", key: "key\(slot)", topic: topic)
        _ = try fixture.library.keeps(question, slot: slot, generation: 1, lease: lease)
      }
      return try fixture.library.finish(lease)
    }
    for said in ["M\u{E9}iosis", "meiosis", "ME\u{301}IOSIS"] {
      #expect(try library.known(.topic(said)) == .topic("M\u{E9}iosis"), "\(said)")
    }
    #expect(try library.known(.course("biology")) == .course("Biology"))
    #expect(try library.known(.topic("DNA")) == .topic("DNA") && library.known(.topic("Dna")) == .topic("Dna"))
    let several = LibraryError.ambiguousSubject(.topic("dna"), candidates: ["DNA", "Dna"])
    #expect(throws: several) { try library.known(.topic("dna")) }
    #expect(several.sentence == "\"dna\" can be \"DNA\" or \"Dna\": write it as one of them is written.")
    for unknown in [StatsSubject.topic("Biology"), .course("DNA"), .topic("meio"), .topic("")] {
      #expect(try library.known(unknown) == nil)
    }
    #expect(try library.course(like: "BIOLOGY") == "Biology" && library.course(like: "Art") == "Art")
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
          DELETE FROM grdb_migrations WHERE identifier IN ('answers and reviews', 'practice beside reviews')
          """)
    }
    let again = try Self.open(fixture.path, clock)
    #expect(try again.statistics() == figures)
    #expect(try again.reviewQueue().due == queue.due)
    #expect(try Set(reviewAll(again)) == ["1", "2", "3"])
  }
}
