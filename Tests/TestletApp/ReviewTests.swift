import Foundation
import PracticeTests
import Terminal
import Testing

@testable import TestletApp

@Suite("Review")
@MainActor
struct ReviewTests {
  private let app: AppDriver

  init() throws { app = try AppDriver() }

  /// Hands in the sample test with so many answers missed and the others right, and goes back to Home.
  private func handIn(missing count: Int) async throws {
    try await app.makeSampleTest()
    app.press(.enter)
    try await app.wait(for: "Question 1 of 10")
    let items = try #require(app.state.taking?.attempt.items)
    for (index, item) in items.enumerated() {
      let key = try #require(item.question.item.correctIndex)
      let choice = index < count ? (key + 1) % item.question.item.choices.count : key
      app.press(.character(Character(String(choice + 1))), .character("n"))
    }
    try await app.wait { $0.state.taking?.pending.isEmpty == true && $0.state.taking?.attempt.answered == 10 }
    app.press(.character("s"))
    try await app.wait { $0.state.results != nil }
    app.pass(120)
    app.press(.escape)
  }

  /// Answers the question on the screen, and waits until that is kept.
  private func answer(right: Bool = true) async throws {
    let item = try #require(app.state.review?.asked?.item.question.item)
    let key = try #require(item.correctIndex)
    app.press(.character(Character(String((right ? key : (key + 1) % item.choices.count) + 1))))
    try await app.wait { $0.state.review?.asked?.kept != nil }
  }

  @Test("What was missed is counted on Home, asked, graded, and goes until it is due again")
  func whole() async throws {
    try await handIn(missing: 2)
    try await app.wait(for: "2 questions due for review")
    app.press(.character("r"))
    try await app.wait(for: "2 due")
    try await answer()
    #expect(app.screen.contains("Right.") && app.screen.contains("✓ Kept. It comes back in 10 min."))
    app.press(.enter)
    try await app.wait(for: "1 due")
    try await answer(right: false)
    #expect(app.screen.contains("Not right.") && app.screen.contains("It comes back in 1"))
    app.press(.character("n"))
    try await app.wait(for: "Nothing is due now.")
    #expect(app.screen.contains("2 answers in this sitting."))
    app.pass(61)
    app.take(.ticked(at: app.now))
    try await app.wait(for: "1 due")
    app.press(.escape)
    try await app.wait(for: "1 question due for review")
    // What was right comes up later today, and is not due.
    app.press(.character("p"))
    try await app.wait { $0.state.stats?.figures != nil }
    #expect(app.state.stats?.figures?.due == 1 && app.state.stats?.figures?.forecast.first == 2)
  }

  @Test("An answer is taken back and asked again; in doubt it comes back sooner")
  func undo() async throws {
    try await handIn(missing: 1)
    app.press(.character("r"))
    try await app.wait(for: "1 due")
    app.press(.character("z"))
    #expect(app.screen.contains("There is nothing to take back."))
    app.press(.character("u"))
    try await answer()
    #expect(app.screen.contains("It comes back in 5 min.") && app.screen.contains("? unsure"))
    app.press(.character("u"))
    try await app.wait { $0.state.review?.asked?.isKeeping == false }
    #expect(app.screen.contains("It comes back in 10 min.") || app.screen.contains("It comes back in 9 min."))
    #expect(app.state.review?.steps.count == 1 && !app.screen.contains("? unsure"))
    app.press(.enter)
    try await app.wait(for: "Nothing is due now.")
    app.press(.character("z"))
    #expect(app.state.review?.asked?.isAnswered == false && app.state.review?.done.isEmpty == true)
    app.press(.escape)
    try await app.wait(for: "1 question due for review")
  }

  @Test("A question that was put away or called bad stays away until that is taken back")
  func putAway() async throws {
    try await handIn(missing: 2)
    app.press(.character("r"))
    try await app.wait(for: "2 due")
    app.press(.character("x"))
    try await app.wait { $0.state.review?.queue?.suspended == 1 && $0.state.review?.asked != nil }
    app.press(.character("X"))
    #expect(app.screen.contains("Reported as bad"))
    try await app.wait(for: "Nothing is due now.")
    app.press(.character("b"))
    try await app.wait(for: "1 due")
    app.press(.character("z"), .character("z"))
    #expect(app.effects.contains { if case .review(.suspend(_, false)) = $0 { true } else { false } })
    app.press(.escape)
    try await app.wait(for: "2 questions due for review")
  }

  @Test("Where nothing is due, other questions are practised, none twice within three")
  func practice() async throws {
    try await handIn(missing: 0)
    app.press(.character("r"))
    try await app.wait(for: "Nothing is due now.")
    app.press(.enter)
    for count in 0..<6 {
      try await app.wait { $0.state.review?.asked?.isAnswered == false }
      #expect(app.screen.contains("Practice"))
      try await answer()
      #expect(app.state.review?.done.count == count + 1)
      app.press(.enter)
    }
    let done = try #require(app.state.review?.done)
    #expect(Set(done).count == 6)
  }

  @Test("An option below the fold is shown by Enter before it can be an answer")
  func longQuestion() {
    var state = AppState(size: Size(columns: 40, rows: 12), now: app.now)
    let prompt = String(repeating: "A river carries sand and stones down to the sea. ", count: 8) + "What is left?"
    let item = Item(
      format: .multipleChoice, prompt: prompt, choices: ["Sand", "Stones", "Water"], correctIndex: 2,
      correctAnswer: "Water")
    let question = Question(
      id: "q", item: item, topic: "Rivers", bloom: .remember, difficulty: .easy, template: .conceptIdentification,
      grounding: nil, provenance: Provenance(origin: .builtin, backend: "mock", model: "built-in", attempts: 1))
    _ = state.update(.reviewAsked)
    _ = state.update(.review(.loaded(ReviewQueue(due: 1), next: ReviewItem(question: question))))
    #expect(!state.view().lines.joined().contains("A  Sand"))
    _ = state.update(.keyPressed(.enter, at: app.now))
    #expect(state.review?.asked?.isAnswered == false && state.view().lines.joined().contains("A  Sand"))
    _ = state.update(.keyPressed(.enter, at: app.now))
    #expect(state.review?.asked?.response.answer == .choice(0))
  }

  @Test("A question has the room that a map would take in a test")
  func width() throws {
    var state = AppState(size: Size(columns: 120, rows: 40), now: app.now)
    let item = Item(
      format: .shortAnswer, prompt: String(repeating: "many ", count: 30) + "words?", correctAnswer: "yes")
    let question = Question(
      id: "q", item: item, topic: "Words", bloom: .remember, difficulty: .easy, template: .conceptIdentification,
      grounding: nil, provenance: Provenance(origin: .builtin, backend: "mock", model: "built-in", attempts: 1))
    _ = state.update(.reviewAsked)
    _ = state.update(.review(.loaded(ReviewQueue(due: 1), next: ReviewItem(question: question))))
    let line = try #require(state.view().lines.first { $0.contains("many") })
    #expect(line.split(separator: " ").count == 17)
  }

  @Test("A written answer is graded by what it says, by the student where that is unclear, and only 0 gives it up")
  func written() throws {
    var state = AppState(size: Size(columns: 80, rows: 24), now: Date(timeIntervalSince1970: 1_000_000))
    let item = Item(
      format: .shortAnswer, prompt: "What builds proteins?", choices: [], correctIndex: nil, correctAnswer: "ribosome")
    let question = Question(
      id: "q", item: item, topic: "Cells", bloom: .remember, difficulty: .easy, template: .conceptIdentification,
      grounding: nil,
      provenance: Provenance(origin: .builtin, backend: "mock", model: "built-in", attempts: 1))
    func press(_ keys: Key...) -> [AppEffect] {
      keys.reduce([]) { $0 + state.update(.keyPressed($1, at: Date(timeIntervalSince1970: 1_000_009))) }
    }
    func type(_ text: String) { _ = text.flatMap { press(.character($0)) } }
    func outcome(_ effects: [AppEffect]) -> (Outcome?, replaced: Int64?) {
      guard case .review(.keepReview(_, let response, _, let before)) = effects.last else { return (nil, nil) }
      return (response.outcome, before)
    }
    _ = state.update(.reviewAsked)
    _ = state.update(.review(.loaded(ReviewQueue(due: 1), next: ReviewItem(question: question))))
    type("ribosone")
    #expect(outcome(press(.enter)).0 == .close)
    #expect(press(.character("y")).isEmpty)
    _ = state.update(.review(.kept(questionID: "q", KeptReview(id: 7, due: nil))))
    let screen = state.view().lines.joined()
    #expect(screen.contains("✓ Kept. It needs no review.") && !screen.contains("✓ kept"), "\(screen)")
    #expect(outcome(press(.character("y"))) == (.selfGradedRight, 7))
    _ = state.update(.review(.kept(questionID: "q", KeptReview(id: 8, due: nil))))
    #expect(state.review?.steps == [.reviewed(ReviewItem(question: question), 8)])
    #expect(press(.character("z")) == [.review(.takeBackReview(8))])
    #expect(press(.enter, .control("g"), .character(" "), .enter).isEmpty)
    #expect(state.review?.asked?.isAnswered == false && state.view().lines.joined().contains("press Esc, then 0"))
    type("ribosome")
    #expect(outcome(press(.escape, .character("0"))).0 == .wrong)
    #expect(state.view().lines.joined().contains("No answer given."))
    #expect(!state.view().lines.joined().contains("Write your answer here."))
    _ = state.update(.review(.keepingFailed("The disk is full.")))
    #expect(state.review?.asked?.isAnswered == false)
    #expect(state.view().lines.joined().contains("The disk is full."))
    // The library knows the other terms of the course.
    _ = press(.character("i"), .control("u"))
    type("ribosomes")
    #expect(outcome(press(.enter)).0 == .close)
    _ = state.update(.review(.kept(questionID: "q", KeptReview(id: 9, due: nil, outcome: .wrong))))
    #expect(state.review?.asked?.response.outcome == .wrong)
    #expect(state.view().lines.joined().contains("Not right."))
  }
}

@Suite("Stats")
@MainActor
struct StatsTests {
  @Test(
    "What was answered is seen by topic and level, with what comes back",
    arguments: [
      Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 12),
    ])
  func figures(size: Size) async throws {
    let app = try AppDriver(columns: size.columns, rows: size.rows)
    try await app.wait { $0.state.home.tests != nil }
    app.press(.character("p"))
    try await app.wait(for: "nothing to show yet")
    app.press(.escape)
    app.press(.character("s"))
    try await app.wait { $0.state.generations.values.first?.phase == .ended(.complete) }
    app.press(.enter)
    try await app.wait { $0.state.taking != nil }
    let topic = try #require(app.state.taking?.item?.question.topic)
    app.press(.character("a"), .character("u"), .character("s"), .tab, .enter)
    try await app.wait { $0.state.results != nil }
    app.press(.escape, .character("p"))
    // One of ten: what was left open is no answer.
    try await app.wait(for: "1 answer")
    var seen: Set<String> = []
    for _ in 0..<60 {
      seen.formUnion(app.screen.split(separator: "\n").map(String.init))
      app.press(.down)
    }
    let all = seen.joined(separator: "\n")
    for text in [
      "Over time", String(topic.prefix(10)), "By Bloom level", "Reviews to come", "Today", "Days of study", "Unsure",
    ] {
      #expect(all.contains(text), "\(text)")
    }
    app.press(.character("r"))
    try await app.wait { $0.state.review?.queue != nil }
  }
}
