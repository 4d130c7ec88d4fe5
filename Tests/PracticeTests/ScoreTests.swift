import Foundation
import Testing

@testable import PracticeTests

/// How an attempt went.
@Suite("Scores")
struct ScoreTests {
  private func item(
    _ slot: Int, topic: String = "Cells", bloom: BloomLevel = .remember, _ response: Response = Response()
  ) -> AttemptItem {
    AttemptItem(slot: slot, question: .fixture("q\(slot)", topic: topic, bloom: bloom), response: response)
  }

  private func score(_ items: [AttemptItem]) -> Score {
    Score(Attempt(id: "a", testID: "t", mode: .exam, state: .submitted, items: items))
  }

  @Test("What was right is counted in all, by topic in order and by Bloom level from low to high")
  func parts() {
    let score = score([
      item(0, topic: "B", bloom: .apply, Response(answer: .choice(0), outcome: .right)),
      item(1, topic: "A", bloom: .remember, Response(answer: .choice(1), outcome: .wrong)),
      item(2, topic: "B", bloom: .remember, Response(answer: .choice(1), outcome: .selfGradedRight)),
      item(3, topic: "A"),
    ])
    #expect(score.overall == .init(name: "all", right: 2, total: 4))
    #expect(score.byTopic == [.init(name: "B", right: 2, total: 2), .init(name: "A", right: 0, total: 2)])
    #expect(score.byBloom == [.init(name: "remember", right: 1, total: 3), .init(name: "apply", right: 1, total: 1)])
    #expect(score.overall.share == 0.5)
  }

  @Test("How sure answers were is counted apart; open questions are neither")
  func calibration() {
    let score = score([
      item(0, Response(answer: .choice(0), outcome: .right)), item(1, Response(answer: .choice(1), outcome: .wrong)),
      item(2, Response(answer: .choice(0), isUnsure: true, outcome: .right)), item(3, Response(isUnsure: true)),
    ])
    #expect(score.sure == .init(name: "sure", right: 1, total: 2))
    #expect(score.unsure == .init(name: "unsure", right: 1, total: 1))
  }

  @Test("What is not graded yet is graded now; what only the student can grade is counted")
  func ungraded() {
    let explanation = Question.fixture(
      "e",
      item: Item(format: .explanation, prompt: "Why?", correctAnswer: "Because of osmosis.", keyPoints: ["osmosis"]))
    let written = Question.fixture("s", item: Item(format: .shortAnswer, prompt: "?", correctAnswer: "osmosis"))
    let score = score([
      item(0, Response(answer: .choice(0))), item(1, Response(answer: .choice(2))),
      AttemptItem(slot: 2, question: explanation, response: Response(answer: .text("Well."))),
      AttemptItem(slot: 3, question: written, response: Response(answer: .text("osmosys"))),
    ])
    #expect(score.overall == .init(name: "all", right: 1, total: 4))
    #expect(score.ungraded == 1)
  }

  @Test("A question that was reported as bad counts nowhere")
  func reported() {
    var bad = item(1, topic: "B", bloom: .apply, Response(answer: .choice(1), isUnsure: true, outcome: .wrong))
    bad.isReported = true
    let score = score([item(0, Response(answer: .choice(0), outcome: .right)), bad])
    #expect(score.overall == .init(name: "all", right: 1, total: 1))
    #expect(score.byTopic.map(\.name) == ["Cells"] && score.byBloom.map(\.name) == ["remember"])
    #expect(score.unsure.total == 0 && score.reported == 1)
  }

  @Test("No question, no share")
  func empty() {
    #expect(score([]).overall.share == 0)
    #expect(score([]).byTopic.isEmpty)
  }
}
