import Foundation
import Testing

@testable import PracticeTests

@Suite("What is due")
struct DueQueueTests {
  private let scheduler = ReviewScheduler(days: StudyDays(timeZone: .gmt))
  private let now = Date(timeIntervalSince1970: 1_700_050_000)

  private func entry(
    _ question: Int, _ phase: ReviewCard.Phase = .review, stability: Double = 10, daysAgo: Double = 10,
    isNew: Bool = false
  ) -> DueQueue.Entry {
    let seen = now.addingTimeInterval(-daysAgo * 86_400)
    let card = ReviewCard(
      phase: phase, memory: MemoryState(stability: stability, difficulty: 5), reviewedAt: seen, due: seen)
    return DueQueue.Entry(question: question, card: card, introducedAt: isNew ? nil : seen)
  }

  private func order(
    _ entries: [DueQueue.Entry], done: DueQueue.Done = .init(), perDay: Int = 100, new: Int = 100
  ) -> [Int] {
    var settings = ReviewSettings()
    (settings.perDay, settings.newPerDay) = (perDay, new)
    return DueQueue.order(entries, done, settings, scheduler, at: now).map(\.question)
  }

  @Test("First what is being learned, then what is most likely forgotten, then what is new")
  func order() {
    let entries = [
      entry(1, .learning(step: 0), isNew: true), entry(2, stability: 50), entry(3, stability: 2),
      entry(4, .relearning(step: 0), daysAgo: 0), entry(5, stability: 2, daysAgo: 40),
    ]
    #expect(order(entries) == [4, 5, 3, 2, 1])
  }

  @Test("What is being learned today needs no room; the rest shares what is left of the day")
  func limits() {
    let learned = (1...6).map { entry($0) }
    let new = (11...16).map { entry($0, .learning(step: 0), isNew: true) }
    let today = entry(20, .learning(step: 1), daysAgo: 0)
    #expect(order(learned + new + [today], perDay: 8, new: 4) == [20, 1, 2, 3, 4, 5, 6, 11, 12])
    #expect(order(learned + new, perDay: 100, new: 4).suffix(4) == [11, 12, 13, 14])
    #expect(order(learned + new, done: .init(reviewed: 5, introduced: 3), perDay: 10, new: 4) == [1, 2, 3, 4, 5])
    #expect(order(learned + new, done: .init(reviewed: 200), perDay: 10).isEmpty)
  }
}

@Suite("Grades of answers")
struct AnswerGradeTests {
  private func graded(
    _ outcome: Outcome, unsure: Bool = false, seconds: Double? = 5, answer: Answer? = .choice(0), written: Bool = false
  ) -> GradedAnswer {
    var question = Question.fixture("q")
    if written { question.item.choices = [] }
    return GradedAnswer(
      question, Response(answer: answer, isUnsure: unsure), outcome, seconds: seconds,
      date: Date(timeIntervalSince1970: 0))
  }

  @Test(
    "Missed is again, in doubt is hard, right is good",
    arguments: [
      (Outcome.wrong, ReviewGrade.again), (.close, .again), (.ungraded, .again), (.selfGradedWrong, .again),
      (.right, .good), (.selfGradedRight, .good),
    ])
  func grades(outcome: Outcome, grade: ReviewGrade) {
    #expect(graded(outcome).grade(isFirst: true, median: nil) == grade)
    #expect(graded(outcome, unsure: true).grade(isFirst: true, median: nil) == (outcome.isRight ? .hard : .again))
  }

  @Test("Easy is only what was sure, quick, and not the first time")
  func easy() {
    #expect(graded(.right).grade(isFirst: false, median: 6) == .easy)
    #expect(graded(.right).grade(isFirst: false, median: 5) == .good)
    #expect(graded(.right).grade(isFirst: true, median: 6) == .good)
    #expect(graded(.right).grade(isFirst: false, median: nil) == .good)
    #expect(graded(.right, seconds: nil).grade(isFirst: false, median: 6) == .good)
    #expect(graded(.right, unsure: true).grade(isFirst: false, median: 6) == .hard)
    #expect(graded(.selfGradedRight).grade(isFirst: false, median: 6) == .good)
  }

  @Test("A doubtful choice that was right shows nothing; a doubtful word that was right does")
  func evidence() {
    #expect(!graded(.right, unsure: true).isEvidence)
    #expect(graded(.right, unsure: true, answer: .text("x"), written: true).isEvidence)
    #expect(graded(.wrong, unsure: true).isEvidence && graded(.right).isEvidence)
    #expect(!graded(.wrong, answer: nil).isEvidence)
  }

  @Test("A question joins with its first miss; what was right before does not count")
  func joining() {
    let scheduler = ReviewScheduler(days: StudyDays(timeZone: .gmt))
    func entry(_ grade: ReviewGrade, _ minute: Double) -> ReviewHistory.Entry {
      ReviewHistory.Entry(grade: grade, date: Date(timeIntervalSince1970: 1_700_000_000 + minute * 60))
    }
    #expect(ReviewHistory.card([], scheduler) == nil)
    #expect(ReviewHistory.card([entry(.good, 0), entry(.easy, 1)], scheduler) == nil)
    #expect(
      ReviewHistory.card([entry(.good, 0), entry(.again, 1), entry(.good, 2)], scheduler)
        == ReviewHistory.card([entry(.again, 1), entry(.good, 2)], scheduler))
  }
}
