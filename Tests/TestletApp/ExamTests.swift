import Foundation
import PracticeTests
import Terminal
import Testing

@testable import TestletApp

@Suite("The time of an exam")
@MainActor
struct ExamTests {
  private let app: AppDriver

  init() throws { app = try AppDriver() }

  /// Begins an exam of a minute from the screen of a generation.
  private func beginMinute() async throws {
    try await app.makeSampleTest()
    app.press(.character("e"))
    try await app.wait { $0.state.overlay != nil }
    #expect(app.screen.contains("suggested"))
    app.press(.control("u"), .character("1"), .enter)
    try await app.wait(for: "1:00 left")
  }

  /// Lets seconds tick away, and gives the effects that came of them.
  @discardableResult
  private func tick(_ seconds: Int) -> [AppEffect] {
    (0..<seconds).flatMap { _ in
      app.pass(1)
      app.take(.ticked(at: app.now))
      return app.effects
    }
  }

  @Test("The time runs down, warns when little is left, and hands the test in once, as it is")
  func countdown() async throws {
    try await beginMinute()
    app.press(.character("a"))
    try await app.wait(for: "(●) A")
    tick(47)
    #expect(app.state.notice == nil && app.state.taking?.isNearEnd == false)
    tick(1)
    #expect(app.screen.contains("s left; then the test is handed in as it is."))
    app.press(.character("m"))
    #expect(app.state.notice == nil)
    let effects = tick(30)
    #expect(effects.count { if case .taking(.submit) = $0 { true } else { false } } == 1)
    try await app.wait { $0.state.results != nil }
    #expect(app.screen.contains("The time is up: the test is handed in as it is."))
    let attempt = try #require(app.state.results?.attempt)
    #expect(attempt.state == .submitted && attempt.items[0].response.answer == .choice(0))
    #expect(attempt.activeSeconds >= 60 && attempt.activeSeconds < 62)
    #expect(tick(5).isEmpty)
  }

  @Test("What could not be handed in at the end of the time is not tried over and over, but once more by a key")
  func failure() async throws {
    try await beginMinute()
    tick(61)
    app.take(.taking(.submissionFailed("The disk is full.")))
    #expect(app.screen.contains("The disk is full. Press s to hand the test in again."))
    app.press(.character("?"))
    #expect(tick(20).isEmpty && app.state.overlay != nil)
    app.press(.escape, .character("a"))
    #expect(app.effects.isEmpty && app.screen.contains("The time is up: press s to hand the test in."))
    app.press(.character("s"))
    #expect(app.effects.count { if case .taking(.submit) = $0 { true } else { false } } == 1)
    #expect(app.state.overlay == nil)
  }

  @Test("A pause hides the question and stops the time, also after the test was left")
  func pause() async throws {
    try await beginMinute()
    tick(10)
    let prompt = try #require(app.state.taking?.item?.question.item.prompt.prefix(20))
    #expect(app.screen.contains(prompt))
    app.press(.character("t"))
    let left = try #require(app.state.taking?.remainingSeconds)
    #expect(app.screen.contains("Paused") && !app.screen.contains(prompt) && !app.state.wantsClock)
    #expect(tick(100).isEmpty)
    app.press(.character("a"), .character("n"), .character("s"))
    #expect(app.state.taking?.unanswered == 10 && app.state.overlay == nil)
    app.press(.escape)
    try await app.wait(for: "paused, \(Wording.span(left)) left")
    app.press(.enter)
    try await app.wait(for: "Paused")
    #expect(abs(try #require(app.state.taking?.remainingSeconds) - left) < 0.01)
    app.press(.enter)
    #expect(app.screen.contains(prompt) && app.state.wantsClock)
    tick(1)
    #expect(abs(try #require(app.state.taking?.remainingSeconds) - left + 1) < 0.01)
  }

  @Test("An exam with a time that is left is paused, as by its key, and it is said so")
  func leaving() async throws {
    try await beginMinute()
    tick(10)
    let id = try #require(app.state.taking?.attempt.id)
    app.press(.character("g"))
    #expect(app.state.settings != nil && app.words.contains("The exam is paused: its time stands still"))
    #expect(app.effects.filter { $0 == .taking(.setPaused(true, attemptID: id)) }.count == 1)
    app.press(.escape)
    #expect(app.screen.contains("Paused") && app.state.taking?.isPaused == true)
    app.press(.enter)
    #expect(app.state.taking?.isPaused == false)
    app.press(.escape)
    #expect(app.effects.contains(.taking(.setPaused(true, attemptID: id))))
    try await app.wait(for: "paused, ")
    app.press(.enter)
    try await app.wait(for: "Paused")
    app.press(.enter)
    app.take(.endingBegan)
    #expect(app.effects.last == .taking(.setPaused(true, attemptID: id)))
  }

  @Test("A test without a time is left and gone on with as it was")
  func leavingUntimed() async throws {
    try await app.makeSampleTest()
    app.press(.enter)
    try await app.wait(for: "Question 1 of 10")
    app.press(.character("g"))
    #expect(app.state.notice == nil)
    app.press(.escape)
    #expect(app.state.taking?.isPaused == false)
  }

  @Test("A written answer is paused without a letter of it being lost")
  func pauseInField() throws {
    let item = Item(format: .shortAnswer, prompt: "What builds proteins?", correctAnswer: "ribosome")
    let question = Question(
      id: "q", item: item, topic: "Cells", bloom: .remember, difficulty: .easy, template: .conceptIdentification,
      grounding: nil, provenance: Provenance(origin: .builtin, backend: "mock", model: "built-in", attempts: 1))
    let attempt = Attempt(
      id: "a", testID: "t", mode: .exam, state: .inProgress, items: [AttemptItem(slot: 0, question: question)])
    var taking = TakingState(title: "Cells", attempt: attempt, now: app.now)
    taking.entry.field.text = "rib"
    #expect(taking.isTyping)
    _ = taking.togglePause(app.now)
    #expect(!taking.isTyping)
    _ = taking.togglePause(app.now)
    #expect(taking.isTyping && taking.entry.field.text == "rib")
  }

  @Test("Until it is handed in, an exam shows nothing that tells what is right")
  func silence() async throws {
    try await beginMinute()
    for item in try #require(app.state.taking?.attempt.items) {
      app.press(.character("a"))
      #expect(!app.screen.contains("Right") && !app.screen.contains("✓") && !app.screen.contains("✗"))
      if let quote = item.question.grounding?.quote { #expect(!app.screen.contains(quote.prefix(30))) }
      app.press(.character("y"))
      #expect(app.screen.contains("In an exam, answers are graded at the end."))
      app.press(.character("n"))
    }
  }

  @Test("Without a time, and in study mode, nothing runs down")
  func noLimit() async throws {
    try await app.makeSampleTest()
    app.press(.character("e"))
    try await app.wait { $0.state.overlay != nil }
    app.press(.up, .right)
    #expect(app.screen.contains("only in an exam") && app.screen.contains("each answer at once"))
    app.press(.enter)
    try await app.wait(for: "Question 1 of 10")
    #expect(app.state.taking?.attempt.mode == .study && app.state.taking?.remainingSeconds == nil)
    tick(100)
    #expect(app.state.taking?.isSubmitting == false && app.screen.contains("1:40"))
  }

  @Test("The form is left without a test being begun, and no minutes are no limit")
  func form() async throws {
    try await app.makeSampleTest()
    app.press(.character("e"))
    try await app.wait { $0.state.overlay != nil }
    app.press(.character("x"), .escape)
    #expect(app.state.overlay == nil && app.state.generating != nil)
    app.press(.character("e"))
    try await app.wait { $0.state.overlay != nil }
    app.press(.control("u"))
    for minutes in ["", "999"] {
      app.type(minutes)
      app.press(.enter)
      #expect(app.effects.isEmpty && app.screen.contains("up to 600"))
      app.press(.control("u"))
    }
    app.press(.character("0"))
    #expect(app.screen.contains("no limit"))
    app.press(.enter)
    try await app.wait(for: "Question 1 of 10")
    #expect(app.state.taking?.attempt.limitSeconds == nil)
  }

  @Test("The form does not take the place of what was opened before it came")
  func lateForm() async throws {
    try await app.makeSampleTest()
    app.press(.character("e"), .character("?"))
    let help = app.state.overlay
    #expect(help != nil && app.state.arrival != nil)
    try await app.wait { $0.state.arrival == nil }
    #expect(app.state.overlay == help)
  }
}
