import Foundation
import Testing

@testable import PracticeTests

@Suite("Mastery")
struct MasteryTests {
  private let calendar = StudyDays(timeZone: .gmt)

  private func answer(
    _ question: Int, _ isRight: Bool, unsure: Bool = false, evidence: Bool = true, options: Int = 4, bloom: Int = 0,
    day: Int = 20_000
  ) -> AnswerFigures.Answer {
    AnswerFigures.Answer(
      question: question, bloom: bloom, options: options, isRight: isRight, isUnsure: unsure, isEvidence: evidence,
      time: day * 86_400 + 50_000)
  }

  @Test("Nobody does worse than a guesser, and a written answer can't be guessed")
  func guessing() {
    #expect(abs(Rating.chance(ability: -50, difficulty: 0, options: 4) - 0.25) < 1e-9)
    #expect(abs(Rating.chance(ability: -50, difficulty: 0, options: 0)) < 1e-9)
    #expect(Rating.chance(ability: 0, difficulty: 0, options: 0) == 0.5)
    #expect(Rating.chance(ability: 0, difficulty: 0, options: 2) == 0.75)
  }

  @Test("A right answer moves topic, Bloom level and difficulty by what was not expected of it")
  func oneAnswer() {
    var figures = AnswerFigures(topicOfQuestion: [0, 1], calendar: calendar)
    figures.add(answer(1, true, options: 0, bloom: 2))
    #expect(figures.topics[1].rating == Rating(value: 0.5, count: 1))
    #expect(figures.blooms[2].rating == Rating(value: 0.5, count: 1))
    #expect(figures.questions[1].rating == Rating(value: -0.5, count: 1))
    #expect(figures.topics[0].rating == Rating())
    figures.add(answer(1, false, options: 0, bloom: 2))
    // 0.5 - sigma(1) / 1.05
    #expect(abs(figures.topics[1].rating.value - (0.5 - 1 / (1 + exp(-1.0)) / 1.05)) < 1e-12)
  }

  @Test("A lucky guess and an open question are counted, but move no rating")
  func noEvidence() {
    var figures = AnswerFigures(topicOfQuestion: [0], calendar: calendar)
    figures.add(answer(0, true, unsure: true, evidence: false))
    figures.add(answer(0, false, evidence: false))
    #expect(figures.topics[0].rating == Rating())
    #expect(figures.topics[0].tally == AnswerFigures.Tally(right: 1, total: 2))
    #expect(figures.unsure == AnswerFigures.Tally(right: 1, total: 1))
    #expect(figures.sure == AnswerFigures.Tally(right: 0, total: 0))
  }

  @Test("Ratings find what students and questions of known strength are like")
  func recovery() {
    var generator = SeededGenerator(seed: 5)
    let abilities = [-1.0, 0, 1.5]
    let difficulties = (0..<30).map { Double($0 / 3 % 5) - 2 }
    var figures = AnswerFigures(topicOfQuestion: (0..<30).map { $0 % 3 }, calendar: calendar)
    for _ in 0..<20_000 {
      let question = Int.random(in: 0..<30, using: &generator)
      let chance = Rating.chance(ability: abilities[question % 3], difficulty: difficulties[question], options: 4)
      figures.add(answer(question, Double.random(in: 0..<1, using: &generator) < chance))
    }
    let found = figures.topics.map(\.rating.value)
    #expect(found[0] < found[1] - 0.4 && found[1] < found[2] - 0.4, "\(found)")
    let easy = figures.questions[0].rating.value
    let hard = figures.questions[12].rating.value
    #expect(hard > easy + 1.5, "\(easy) \(hard)")
  }

  @Test("Answers belong to the day on which they were given, in whatever order they were kept")
  func days() {
    var figures = AnswerFigures(topicOfQuestion: [0], calendar: calendar)
    for day in [20_000, 20_000, 20_003, 20_000] { figures.add(answer(0, day == 20_003, day: day)) }
    #expect(figures.days == [20_000: .init(right: 0, total: 3), 20_003: .init(right: 1, total: 1)])
  }

  @Test("A streak is of days in a row until today or yesterday")
  func streak() {
    func streak(_ days: [Int]) -> Int {
      StudyStatistics(
        today: 100, topics: [], blooms: [], hardest: [], sure: Score.Part(name: "", right: 0, total: 0),
        unsure: Score.Part(name: "", right: 0, total: 0),
        days: days.map { StudyStatistics.Day(number: $0, answers: 1, right: 1) }, forecast: [], cards: 0, suspended: 0
      ).streak
    }
    #expect(streak([]) == 0)
    #expect(streak([97, 98, 99]) == 3)
    #expect(streak([96, 98, 99, 100]) == 3)
    #expect(streak([98]) == 0)
  }
}

@Suite("What is practised next")
struct AdaptiveChoiceTests {
  private func candidate(
    _ question: Int, course: String = "Biology", topic: Int = 0, options: Int = 4, chance: Double = 0.8
  ) -> AdaptiveChoice.Candidate {
    AdaptiveChoice.Candidate(
      question: question, course: course, cell: .init(topic: topic, bloom: "remember"), options: options,
      chance: chance)
  }

  private func sitting(_ candidates: [AdaptiveChoice.Candidate], count: Int) -> [Int] {
    (0..<count).reduce(into: []) { asked, _ in
      if let next = AdaptiveChoice.next(candidates, asked: asked) { asked.append(next.question) }
    }
  }

  @Test("What is neither too hard nor too easy comes first")
  func nearest() {
    let candidates = [candidate(1, chance: 0.3), candidate(2, chance: 0.97), candidate(3, chance: 0.75)]
    #expect(sitting(candidates, count: 3) == [3, 2, 1])
  }

  @Test("Each topic gets its share")
  func shares() {
    let candidates = (0..<12).map { candidate($0, topic: $0 < 8 ? 0 : 1) }
    let asked = sitting(candidates, count: 12)
    #expect(Set(asked) == Set(0..<12))
    #expect(asked.prefix(6).count { $0 >= 8 } == 2)
  }

  @Test("Topics of a course are mixed, and those of another wait until all of the course was asked")
  func courses() {
    let candidates = (0..<8).map { candidate($0, course: $0 < 4 ? "Biology" : "History", topic: $0 / 2) }
    let asked = sitting(candidates, count: 8)
    #expect(Set(asked.prefix(4)) == [0, 1, 2, 3] && Set(asked.suffix(4)) == [4, 5, 6, 7])
    // Within the course each topic has its turn.
    #expect(asked[0] / 2 != asked[1] / 2 && asked[4] / 2 != asked[5] / 2)
    let few = [candidate(1), candidate(2), candidate(3, course: "History"), candidate(4, course: "History")]
    #expect(Set(sitting(few, count: 4)) == [1, 2, 3, 4] && sitting(few, count: 9).count == 9)
  }

  @Test("After a choice between options comes an answer to recall, and it comes first where both are as good")
  func recall() {
    let candidates = [
      candidate(1), candidate(2), candidate(3, options: 0, chance: 0.5), candidate(4, options: 0),
    ]
    #expect(sitting(candidates, count: 4) == [4, 1, 3, 2])
  }

  @Test("No question comes twice within three")
  func spread() {
    let asked = sitting((0..<3).map { candidate($0) }, count: 9)
    #expect(asked.count == 9)
    for (index, question) in asked.enumerated() { #expect(!asked[max(0, index - 2)..<index].contains(question)) }
    #expect(sitting([candidate(1), candidate(2)], count: 5) == [1, 2])
    #expect(AdaptiveChoice.next([], asked: []) == nil)
  }
}
