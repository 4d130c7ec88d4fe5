import Foundation
import PracticeTests
import Terminal
import Testing

@testable import TestletApp

@Suite("Results")
@MainActor
struct ResultsTests {
  private let app: AppDriver

  init() throws { app = try AppDriver(columns: 120, rows: 40) }

  /// Hands the sample test in with the first answer right and the others left open.
  private func handIn() async throws {
    try await app.makeSampleTest()
    app.press(.enter)
    try await app.wait(for: "Question 1 of 10")
    let key = try #require(app.state.taking?.item?.question.item.correctIndex)
    app.press(.character(Character(String(key + 1))), .character("s"), .tab, .enter)
    try await app.wait(for: "1 of 10, 10%")
  }

  @Test("Only what was missed is taken again, counts alone, and leaves the score of the test as it was")
  func missed() async throws {
    try await handIn()
    app.press(.character("m"))
    try await app.wait { $0.state.overlay != nil }
    #expect(app.screen.contains("9 missed or unsure") && app.screen.contains("no limit"))
    app.press(.enter)
    try await app.wait(for: "Question 1 of 9")
    let key = try #require(app.state.taking?.item?.question.item.correctIndex)
    app.press(.character(Character(String(key + 1))), .character("s"), .tab, .enter)
    try await app.wait(for: "1 of 9, 11%")
    #expect(app.screen.contains("Attempt 2 of 2") && app.screen.contains("only what was missed"))
    app.press(.character("["))
    #expect(app.screen.contains("Attempt 1 of 2") && app.screen.contains("1 of 10, 10%"))
    app.press(.character("["))
    #expect(app.screen.contains("This is the first attempt that was handed in."))
    app.press(.escape)
    try await app.wait(for: "score 10%")
  }

  @Test("The minutes that are suggested follow the questions")
  func minutes() async throws {
    try await handIn()
    app.press(.character("e"))
    try await app.wait { $0.state.overlay != nil }
    let all = try #require(app.state.results?.attempt.items.reduce(0) { $0 + $1.question.difficulty.minutes })
    #expect(app.screen.contains("‹ \(all) ›") && app.screen.contains("suggested"))
    app.press(.up, .up, .right)
    let missed = all - (app.state.results?.attempt.items[0].question.difficulty.minutes ?? 0)
    #expect(app.screen.contains("‹ \(missed) ›") && app.screen.contains("9 missed or unsure"))
  }

  @Test("Earlier results stay in reach while another attempt goes on, and lead back to it")
  func whileOpen() async throws {
    try await handIn()
    app.press(.character("t"))
    try await app.wait { $0.state.taking != nil }
    app.press(.character("a"))
    try await app.wait { $0.state.taking?.pending.isEmpty == true }
    app.press(.escape)
    try await app.wait(for: "1 of 10 answered")
    #expect(app.state.view().lines.last?.contains("v results") == true)
    app.press(.character("v"))
    try await app.wait(for: "1 of 10, 10%")
    app.press(.character("m"))
    #expect(app.screen.contains("Another attempt is begun"))
    app.press(.character("a"))
    try await app.wait { $0.state.taking?.attempt.mode == .study && $0.state.taking?.attempt.answered == 1 }
  }

  @Test("A bad question leaves the score, says so, and counts again when that is taken back")
  func report() async throws {
    try await handIn()
    app.press(.down, .character("X"))
    try await app.wait(for: "1 of 9, 11%")
    #expect(app.screen.contains("Question 2 is reported as bad") && app.screen.contains("1 bad question left out."))
    var small = app.state
    _ = small.update(.resized(Size(columns: 80, rows: 24)))
    let footer = try #require(small.view().lines.last)
    #expect(footer.contains("u undo") && !footer.contains("X report"), "\(footer)")
    app.press(.character("X"))
    #expect(app.screen.contains("It is reported already."))
    app.press(.enter)
    #expect(app.screen.contains("- Reported as bad: it does not count.") && !app.screen.contains("Not right."))
    app.press(.escape, .escape)
    try await app.wait(for: "score 11%")
    app.press(.enter)
    try await app.wait(for: "1 of 9, 11%")
    app.press(.character("u"))
    #expect(app.screen.contains("It is not reported as bad."))
    app.press(.down, .character("u"))
    try await app.wait(for: "1 of 10, 10%")
  }

  @Test("The summary is told in full, beside the questions as well as above them", arguments: [120, 80])
  func summary(columns: Int) async throws {
    try await handIn()
    var state = app.state
    var results = try #require(state.results)
    var attempt = results.attempt
    attempt.items[0].question.topic = "Membranes and their cells"
    attempt.items[1].response.answer = .choice(0)
    attempt.items[1].response.isUnsure = true
    attempt.items[1].response.outcome = .wrong
    results.take(attempt)
    state.results = results
    _ = state.update(.resized(Size(columns: columns, rows: 40)))
    let screen = state.view().lines.joined(separator: "\n")
    for text in ["Membranes and their cells", "Sure 1 of 1 right", "Unsure 0 of 1 right"] {
      #expect(screen.contains(text), "\(text)")
    }
  }

  @Test("What was left open is counted, and is told from what is wrong, with signs of ASCII only too")
  func leftOpen() async throws {
    try await handIn()
    var state = app.state
    var results = try #require(state.results)
    var attempt = results.attempt
    attempt.items[1].response.answer = .choice(0)
    results.take(attempt)
    state.results = results
    func rows() -> [String] { state.view().lines.filter { $0.contains("Wh") } }
    #expect(state.view().lines.joined().contains("8 left open"))
    #expect(rows()[1].contains("✗   2") && rows()[2].contains("·   3") && rows().count == 10)
    state.interface.isASCII = true
    #expect(rows()[1].contains("x   2") && rows()[2].contains(".   3"))
    for _ in 0..<2 { _ = state.update(.keyPressed(.down, at: app.now)) }
    _ = state.update(.keyPressed(.enter, at: app.now))
    #expect(state.view().lines.joined().contains(". Left open: it counts as missed."))
  }

  @Test("No key reports a question that is not on the screen, and u takes the last report back from another one")
  func unseen() async throws {
    try await handIn()
    app.take(.resized(Size(columns: 40, rows: 12)))
    let results = try #require(app.state.results)
    #expect(!ResultsLayout(results, app.state.size).isVisible(0, results.offset))
    app.press(.character("X"))
    let shown = try #require(app.state.results)
    #expect(app.effects.isEmpty && shown.selection == 0)
    #expect(ResultsLayout(shown, app.state.size).isVisible(0, shown.offset))
    app.press(.character("X"))
    try await app.wait { $0.state.results?.item?.isReported == true }
    #expect(app.words.contains("Question 1 is reported as bad"))
    app.press(.end, .character("u"))
    try await app.wait { $0.state.results?.attempt.items[0].isReported == false }
    #expect(app.words.contains("Question 1 counts again"))
    app.press(.character("u"))
    #expect(app.effects.isEmpty && app.words.contains("It is not reported as bad."))
  }

  @Test("Where the summary fills the screen, Enter goes to the questions, and once more opens one")
  func belowTheFold() async throws {
    try await handIn()
    app.take(.resized(Size(columns: 40, rows: 12)))
    #expect(app.screen.contains("Enter questions") && !app.screen.contains("› ✓"))
    app.press(.enter)
    #expect(app.state.results?.opened == nil && app.screen.contains("› ✓   1") && app.screen.contains("·   8"))
    #expect(app.screen.contains("Enter open"))
    app.press(.enter)
    #expect(app.state.results?.opened != nil)
    app.press(.escape, .home)
    #expect(app.screen.contains("Enter questions") && app.screen.contains("Score"))
  }

  @Test("Where every question was reported as bad, none is asked, and a sentence says so")
  func everythingReported() async throws {
    try await handIn()
    let library = try Library(path: app.folder.file("testlet.sqlite"))
    for item in try #require(app.state.results?.attempt.items) {
      try library.setReported(true, question: item.question.id)
    }
    app.press(.character("t"))
    try await app.wait(for: "Every question of this test was reported as bad: make another test.")
    #expect(app.state.taking == nil && app.state.results != nil)
  }

  @Test("Where there is room for all questions, a long one has several lines")
  func longPrompt() async throws {
    try await handIn()
    var state = app.state
    var results = try #require(state.results)
    var attempt = results.attempt
    attempt.items[0].question.item.prompt = Array(repeating: "meander", count: 15).joined(separator: " ") + " at last?"
    results.take(attempt)
    state.results = results
    #expect(state.view().lines.joined().contains("at last?"))
    _ = state.update(.resized(Size(columns: 120, rows: 20)))
    #expect(!state.view().lines.joined().contains("at last?"))
  }

  @Test("The evidence is opened in its passage, and marked there", arguments: [80, 40])
  func passage(columns: Int) async throws {
    try await handIn()
    app.take(.resized(Size(columns: columns, rows: columns == 80 ? 24 : 12)))
    // On the smallest screen Enter goes to the questions first.
    app.press(.enter)
    if columns == 40 { app.press(.enter) }
    app.press(.character("v"))
    try await app.wait { $0.state.results?.passage != nil }
    let shown = try #require(app.state.results?.passage)
    let width = columns == 80 ? 74 : 36
    let rows = PassageRows(shown.passage, evidence: shown.grounding.quote, width: width, symbols: .unicode)
    let marked = rows.rows.flatMap { $0.filter { $0.style == .accent.bold } }.map(\.text).joined(separator: " ")
    #expect(marked == shown.grounding.quote.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    let first = try #require(rows.firstMarked)
    #expect(rows.rows[first].first?.text == "│ ")
    #expect(app.screen.contains("│ \(rows.rows[first].dropFirst().map(\.text).joined().prefix(20))"))
    app.press(.down, .character("q"))
    #expect(app.state.results?.passage == nil && app.state.results?.opened != nil)
  }
}
