import Foundation
import TestSupport
import Testing

@testable import PracticeTests

/// Against the figures of py-fsrs 6.3.2: its own tests (MIT, open-spaced-repetition), and histories run through it.
@Suite("FSRS-6")
struct FSRSTests {
  private let days = StudyDays(timeZone: .gmt)
  private let noon = Date(timeIntervalSince1970: 1_669_725_000)

  /// Reviews a card whenever it is due, and gives the days between.
  private func intervals(_ grades: [Int], _ scheduler: ReviewScheduler) throws -> [Int] {
    var card: ReviewCard?
    var result: [Int] = []
    for grade in grades {
      let next = scheduler.review(card, try #require(ReviewGrade(rawValue: grade)), at: card?.due ?? noon)
      result.append(days.count(from: next.reviewedAt, to: next.due))
      card = next
    }
    return result
  }

  @Test("The official intervals of a card that is reviewed when it is due")
  func officialIntervals() throws {
    let scheduler = ReviewScheduler(days: days)
    #expect(
      try intervals([3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3], scheduler)
        == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21])
  }

  @Test("The official state of a memory after six reviews")
  func officialMemory() throws {
    let scheduler = ReviewScheduler(days: days)
    var card: ReviewCard?
    var date = noon
    for (grade, days) in zip([1, 3, 3, 3, 3, 3], [0, 0, 1, 3, 8, 21]) {
      date.addTimeInterval(Double(days) * 86_400)
      card = scheduler.review(card, try #require(ReviewGrade(rawValue: grade)), at: date)
    }
    let memory = try #require(card?.memory)
    #expect(abs(memory.stability - 53.62691) < 1e-4)
    #expect(abs(memory.difficulty - 6.3574867) < 1e-4)
  }

  @Test("Ten easy reviews at once lead to the least difficulty; a hard one on the same day weakens nothing")
  func officialEdges() throws {
    let scheduler = ReviewScheduler(days: days)
    var card: ReviewCard?
    for index in 0..<10 { card = scheduler.review(card, .easy, at: noon.addingTimeInterval(Double(index) * 1e-6)) }
    #expect(card?.memory.difficulty == 1)
    let noSteps = ReviewScheduler(days: days, learningSteps: [], relearningSteps: [10])
    let good = noSteps.review(nil, .good, at: noon)
    let hard = noSteps.review(good, .hard, at: noon.addingTimeInterval(60))
    #expect(good.phase == .review && hard.memory.stability == good.memory.stability)
  }

  @Test("Recorded random histories agree with py-fsrs to a millionth", arguments: FSRSHistories.all.indices)
  func recordedHistories(index: Int) {
    check(FSRSHistories.all[index])
  }

  @Test(
    "200 fresh random histories agree with py-fsrs to a millionth",
    .enabled(if: PythonServer.isWanted, "\(PythonServer.skipReason)"))
  func freshHistories() throws {
    let text = String(decoding: try PythonScript.output("fsrs-histories.py", "--count", "200"), as: UTF8.self)
    let histories = FSRSHistories.histories(text)
    #expect(histories.count == 200)
    let reviews = text.split(whereSeparator: \.isWhitespace).count { $0.contains(",") }
    #expect(histories.reduce(0) { $0 + $1.steps.count } == reviews && reviews > 1000)
    for history in histories { check(history) }
  }

  private func check(_ history: FSRSHistories.History) {
    #expect(history.steps.count >= 4)
    let scheduler = ReviewScheduler(retention: history.retention, days: days)
    var card: ReviewCard?
    for wanted in history.steps {
      let (phase, memory, wait) = scheduler.step(card, wanted.grade, afterDays: wanted.days)
      #expect(phase == wanted.phase)
      #expect(abs(memory.stability / wanted.memory.stability - 1) < 1e-6)
      #expect(abs(memory.difficulty - wanted.memory.difficulty) < 1e-6)
      let minutes =
        switch wait {
        case .minutes(let minutes): minutes
        case .days(let days): Double(days) * 1440
        }
      #expect(minutes == wanted.minutes)
      card = ReviewCard(phase: phase, memory: memory, reviewedAt: noon, due: noon)
    }
  }

  @Test("A memory is there with nine in ten after its stability, and less with every day")
  func forgetting() {
    let memory = MemoryState(stability: 12, difficulty: 5)
    let model = FSRS.standard
    #expect(abs(model.retrievability(memory, afterDays: 12) - 0.9) < 1e-12)
    #expect(model.retrievability(memory, afterDays: 0) == 1)
    let curve = (0...400).map { model.retrievability(memory, afterDays: Double($0)) }
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0 > $1 })
    #expect(model.interval(memory, retention: 0.9) == 12)
    #expect(model.interval(memory, retention: 0.8) > 30 && model.interval(memory, retention: 0.95) < 6)
  }
}

@Suite("Days of study")
struct StudyDaysTests {
  private func date(_ text: String) throws -> Date {
    try #require(try? Date(text, strategy: .iso8601))
  }

  @Test("A day begins at four in the morning where the student is")
  func begin() throws {
    let days = StudyDays(timeZone: try #require(TimeZone(identifier: "Asia/Tokyo")))
    let (late, early) = (try date("2026-11-24T18:59:59Z"), try date("2026-11-24T19:00:00Z"))
    #expect(days.day(of: early) == days.day(of: late) + 1)
    #expect(days.start(of: days.day(of: early)) == early)
    #expect(days.count(from: late, to: early) == 1 && days.count(from: early, to: late) == 0)
  }

  @Test("Days stay whole where the clocks change", arguments: ["2026-03-28", "2026-10-24"])
  func clockChange(day: String) throws {
    let days = StudyDays(timeZone: try #require(TimeZone(identifier: "Europe/Berlin")))
    let first = days.day(of: try date("\(day)T12:00:00Z"))
    for number in first..<first + 3 {
      let start = days.start(of: number)
      #expect(days.day(of: start) == number && days.day(of: start.addingTimeInterval(-1)) == number - 1)
    }
    let length = days.start(of: first + 1).timeIntervalSince(days.start(of: first))
    #expect(length == (day.hasPrefix("2026-03") ? 23 : 25) * 3600)
  }

  @Test("A question that was learned comes back when its day begins, not at the hour it was seen")
  func dueAtBegin() throws {
    let days = StudyDays(timeZone: try #require(TimeZone(identifier: "America/New_York")))
    let scheduler = ReviewScheduler(days: days)
    let evening = try date("2026-11-25T03:30:00Z")
    let card = scheduler.review(nil, .easy, at: evening)
    #expect(card.phase == .review)
    #expect(card.due == (try date("2026-12-02T09:00:00Z")))
  }
}
