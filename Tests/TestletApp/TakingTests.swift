import Foundation
import PracticeTests
import Terminal
import Testing

@testable import TestletApp

@Suite("Generating, taking and results")
@MainActor
struct TakingTests {
  private let app: AppDriver

  init() throws { app = try AppDriver() }

  @Test("The rows of a generation say who wrote each question")
  func generating() async throws {
    try await app.makeSampleTest()
    let screen = app.screen
    #expect(screen.contains("10 of 10 ready") && screen.contains("✓") && screen.contains("built in"))
    app.press(.character("c"))
    #expect(app.screen.contains("Nothing is being made now."))
  }

  @Test("Why a question is missing is told in full, however narrow the screen is", arguments: [80, 40])
  func missing(columns: Int) async throws {
    try await app.makeSampleTest()
    let id = try #require(app.state.generating?.testID)
    app.take(.resized(Size(columns: columns, rows: 12)))
    let reason = "The correct answer is twice as long as every distractor: make the distractors as specific as it is."
    let violation = Violation(gate: .longestKey, field: "choices", action: .reject, message: reason)
    app.take(.generation(testID: id, .slotProgressed(0, .missing([violation]))))
    app.press(.home)
    #expect(app.words.contains("1 missing: \(reason)"))
    app.press(.end)
    let last = try #require(app.state.generations[id]?.rows.last)
    #expect(app.screen.contains("✓ \(last.topic.prefix(8))"))
  }

  @Test("A reason for which several questions are missing is told once, above them")
  func missingAlike() async throws {
    try await app.makeSampleTest()
    let id = try #require(app.state.generating?.testID)
    let violation = Violation(gate: .schema, field: "draft", action: .reject, message: "No sentence is left.")
    for slot in [2, 6] { app.take(.generation(testID: id, .slotProgressed(slot, .missing([violation])))) }
    app.press(.home)
    #expect(app.screen.contains("2 missing: No sentence is left."))
    #expect(app.screen.components(separatedBy: "No sentence is left.").count == 2)
    let generation = try #require(app.state.generations[id])
    #expect(app.state.generatingLayout(generation).lines.count == 12)
  }

  @Test("What is told above the slots or in a notice ends with an ellipsis where it is cut")
  func cut() async throws {
    try await app.makeSampleTest()
    let id = try #require(app.state.generating?.testID)
    app.take(.resized(Size(columns: 40, rows: 12)))
    let reason = String(repeating: "The server gave no answer. ", count: 20)
    app.take(.generation(testID: id, .stopped(reason, at: app.now)))
    let generation = try #require(app.state.generations[id])
    #expect(app.state.generatingLayout(generation).header.last?.last?.text == "…")
    app.take(.failed(reason))
    let lines = app.state.view().lines.map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines[10].hasSuffix("…") && lines.count == 12)
    app.take(.failed("The server gave no answer."))
    #expect(app.words.contains("✗ The server gave no answer.") && app.state.view().lines[10].contains("answer."))
  }

  @Test("A test that was only looked at is not begun, and can be taken in another way; what was marked is")
  func untouched() async throws {
    try await app.makeSampleTest()
    app.press(.enter)
    try await app.wait(for: "Question 1 of 10")
    let id = try #require(app.state.taking?.attempt.id)
    app.press(.character("n"), .escape)
    #expect(app.effects.first == .taking(.discardUntouched(attemptID: id)))
    try await app.wait { $0.state.home.selected.map { $0.openAttempt == nil } == true }
    app.press(.character("t"))
    try await app.wait { $0.state.taking?.attempt.mode == .study }
    app.press(.character("u"), .escape)
    try await app.wait(for: "0 of 10 answered")
    app.press(.character("e"))
    #expect(app.screen.contains("It is begun already"))
  }

  @Test("Looking at the settings leaves no test, and closing the app does")
  func lookingElsewhere() async throws {
    try await app.makeSampleTest()
    app.press(.enter)
    try await app.wait(for: "Question 1 of 10")
    let id = try #require(app.state.taking?.attempt.id)
    app.press(.character("g"))
    #expect(!app.effects.contains(.taking(.discardUntouched(attemptID: id))))
    app.press(.escape)
    #expect(!app.effects.contains(.taking(.discardUntouched(attemptID: id))) && app.state.taking?.attempt.id == id)
    app.take(.endingBegan)
    #expect(app.effects.first == .taking(.discardUntouched(attemptID: id)))
  }

  @Test("Answers, flags and doubts are kept one by one, and the place is found again")
  func answering() async throws {
    try await app.makeSampleTest()
    app.press(.enter)
    try await app.wait(for: "Question 1 of 10")
    app.press(.character("b"))
    #expect(
      app.effects.contains {
        if case .taking(.respond(_, 0, let response)) = $0 { response.answer == .choice(1) } else { false }
      })
    try await app.wait(for: "(●) B")
    app.press(.character("a"))
    try await app.wait(for: "(●) A")
    #expect(!app.screen.contains("(●) B"))
    app.press(.character("f"), .character("u"), .character("n"))
    #expect(app.screen.contains("Question 2 of 10"))
    app.press(.character("m"))
    #expect(app.state.taking?.map != nil)
    app.press(.escape, .escape)
    try await app.wait(for: "1 of 10 answered")
    app.press(.enter)
    try await app.wait(for: "Question 2 of 10")
    app.press(.character("p"))
    #expect(app.screen.contains("(●) A") && app.state.taking?.response.isFlagged == true)
    #expect(app.state.taking?.response.isUnsure == true)
  }

  /// The test on the smallest screen, with a question in the place of the first.
  private func small(_ item: Item) async throws -> AppState {
    try await app.makeSampleTest()
    app.press(.enter)
    try await app.wait(for: "Question 1 of 10")
    var state = app.state
    var taking = try #require(state.taking)
    taking.attempt.items[0].question.item = item
    taking.arrive(at: 0)
    state.taking = taking
    _ = state.update(.resized(Size(columns: 40, rows: 12)))
    return state
  }

  private func screen(_ state: AppState) -> String { state.view().lines.joined(separator: "\n") }

  private static let longStem =
    "Begin here. " + String(repeating: "A river carries sand and stones down to the sea. ", count: 8) + "What is left?"

  @Test("A question longer than the screen opens at its top, says that there is more, and follows the options")
  func longQuestion() async throws {
    let item = Item(
      format: .multipleChoice, prompt: Self.longStem, choices: ["Sand", "Stones", "Water"], correctIndex: 2,
      correctAnswer: "Water")
    var state = try await small(item)
    #expect(screen(state).contains("Begin here.") && screen(state).contains("PgDn more below"))
    #expect(!screen(state).contains("C  Water"))
    for key in [Key.enter, .character(" ")] {
      var hasty = state
      _ = hasty.update(.keyPressed(key, at: app.now))
      #expect(hasty.taking?.response.answer == nil && screen(hasty).contains("A  Sand"))
      _ = hasty.update(.keyPressed(key, at: app.now))
      #expect(hasty.taking?.response.answer == .choice(0))
    }
    _ = state.update(.keyPressed(.down, at: app.now))
    #expect(screen(state).contains("B  Stones") && !screen(state).contains("Begin here."))
    _ = state.update(.keyPressed(.up, at: app.now))
    _ = state.update(.keyPressed(.up, at: app.now))
    #expect(screen(state).contains("Begin here."))
    for _ in 0..<9 { _ = state.update(.keyPressed(.pageDown, at: app.now)) }
    #expect(screen(state).contains("C  Water") && screen(state).contains("PgUp more above"))
    _ = state.update(.keyPressed(.pageUp, at: app.now))
    _ = state.update(.keyPressed(.pageUp, at: app.now))
    #expect(screen(state).contains("Begin here."))
  }

  @Test(
    "The map tells of each question whether it is answered, and beside that what it is marked with",
    arguments: [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)])
  func map(size: Size) async throws {
    try await app.makeSampleTest()
    app.press(.enter)
    try await app.wait(for: "Question 1 of 10")
    app.press(.character("a"), .character("f"), .character("u"), .character("n"), .character("f"), .character("n"))
    app.press(.character("a"), .character("u"))
    app.take(.resized(size))
    app.press(.character("m"))
    #expect(app.screen.contains("  1●!?  2·!   3●?   4·    5·"))
    #expect(app.screen.contains("● answered   · blank") && app.screen.contains("! flagged  ? unsure"))
  }

  @Test("What a question is marked with has one sign, over the question, before the test is handed in and after")
  func marks() async throws {
    try await app.makeSampleTest()
    app.press(.enter)
    try await app.wait(for: "Question 1 of 10")
    app.press(.character("f"), .character("u"))
    let header = try #require(app.state.view().lines.first { $0.contains("Question 1 of 10") })
    #expect(header.contains("! flagged  ? unsure  "))
    let gap = try #require(Response(isFlagged: true).namedMarks.last)
    #expect(gap == Span("  "))
    app.press(.character("s"))
    #expect(app.words.contains("There are 10 questions without an answer, and 1 question flagged."))
    app.press(.tab, .enter)
    try await app.wait { $0.state.results != nil }
    #expect(app.screen.contains("·   1  ") && app.screen.split(separator: "\n").contains { $0.contains("… ! ?") })
    app.press(.enter)
    #expect(app.screen.contains("! flagged  ? unsure"))
  }

  @Test("A test whose questions are all answered is handed in unasked, unless one is flagged")
  func flagged() async throws {
    try await app.makeSampleTest()
    app.press(.enter)
    try await app.wait(for: "Question 1 of 10")
    for _ in 0..<10 { app.press(.character("a"), .character("n")) }
    var unflagged = app.state
    #expect(unflagged.update(.taking(.submitAsked)).contains { if case .taking(.submit) = $0 { true } else { false } })
    app.press(.character("f"), .character("s"))
    #expect(app.words.contains("There is 1 question flagged."))
  }

  @Test("A long question that is answered in words opens at its top, and typing goes to the field")
  func longWrittenQuestion() async throws {
    var state = try await small(Item(format: .shortAnswer, prompt: Self.longStem, correctAnswer: "water"))
    #expect(screen(state).contains("Begin here.") && screen(state).contains("PgDn more below"))
    for letter in "water" { _ = state.update(.keyPressed(.character(letter), at: app.now)) }
    #expect(screen(state).contains("water") && !screen(state).contains("Begin here."))
    #expect(state.view().cursor != nil)
  }

  @Test("Handing in asks when answers are left, and shows the score and every question")
  func handingIn() async throws {
    try await app.makeSampleTest()
    app.press(.enter)
    try await app.wait(for: "Question 1 of 10")
    let attempt = try #require(app.state.taking?.attempt)
    for item in attempt.items.dropLast() {
      let key = item.question.item.correctIndex ?? 0
      app.press(.character(Character(String(key + 1))), .character("n"))
    }
    try await app.wait { $0.state.taking?.attempt.items.dropLast().allSatisfy { $0.response.answer != nil } == true }
    app.press(.character("s"))
    #expect(app.screen.contains("1 question without an answer"))
    app.press(.enter)
    #expect(app.state.taking != nil)
    app.press(.character("s"), .tab, .enter)
    try await app.wait(for: "9 of 10, 90%")
    app.press(.enter)
    let first = attempt.items[0].question
    let words = try #require(first.grounding?.quote.split(separator: " ").prefix(3).joined(separator: " "))
    #expect(app.screen.contains(words) || app.state.results?.opened != nil)
    app.press(.escape, .escape)
    try await app.wait(for: "score 90%")
  }

  @Test(
    "Before a test is handed in, what is left is counted, one question as one",
    arguments: [
      (0, 1, "There is 1 question still being made."), (0, 2, "There are 2 questions still being made."),
      (1, 2, "There is 1 question without an answer, and 2 questions still being made."),
      (2, 1, "There are 2 questions without an answer, and 1 question still being made."),
    ])
  func left(unanswered: Int, making: Int, sentence: String) async throws {
    try await app.makeSampleTest()
    app.press(.enter)
    try await app.wait(for: "Question 1 of 10")
    var state = app.state
    var taking = try #require(state.taking)
    for index in taking.attempt.items.indices.dropFirst(unanswered) {
      taking.attempt.items[index].response.answer = .choice(0)
    }
    state.taking = taking
    state.generations[taking.attempt.testID]?.phase = .running
    for row in 0..<making { state.generations[taking.attempt.testID]?.rows[row].progress = .queued }
    _ = state.update(.taking(.submitAsked))
    guard case .confirmation(let confirmation) = state.overlay else {
      Issue.record("Nothing was asked.")
      return
    }
    #expect(confirmation.dialog.message == sentence)
  }

  @Test("On the last question Enter says that there is no next one, and a written answer is done with there")
  func last() async throws {
    try await app.makeSampleTest()
    app.press(.enter)
    try await app.wait(for: "Question 1 of 10")
    for _ in 1..<10 { app.press(.character("n")) }
    app.press(.character("a"))
    try await app.wait { $0.state.taking?.pending.isEmpty == true }
    #expect(app.state.taking?.position == 9 && app.state.taking?.chosen == 0)
    app.press(.enter)
    #expect(app.words.contains("This is the last question: submit the test with s"))
    var state = app.state
    var taking = try #require(state.taking)
    for (position, hint) in [(8, "Enter next"), (9, "Enter done")] {
      taking.attempt.items[position].question.item = Item(
        format: .shortAnswer, prompt: "What is left?", correctAnswer: "water")
      taking.arrive(at: position)
      state.taking = taking
      let footer = try #require(state.view().lines.last)
      #expect(footer.contains(hint) && !footer.contains("Tab next question"), "\(footer)")
    }
  }

  @Test("In study mode an answer is graded at once and stays")
  func study() async throws {
    try await app.makeSampleTest()
    app.press(.character("t"))
    try await app.wait(for: "Question 1 of 10")
    let key = try #require(app.state.taking?.item?.question.item.correctIndex)
    app.press(.character(Character(String(key + 1))))
    try await app.wait { $0.state.taking?.response.outcome == .right }
    app.press(.character(key == 0 ? "2" : "1"))
    #expect(app.screen.contains("It is graded already"))
    #expect(app.state.taking?.chosen == key)
    app.press(.character("y"))
    #expect(app.state.notice?.text.contains("report the question with X in the results.") == true)
  }
}
