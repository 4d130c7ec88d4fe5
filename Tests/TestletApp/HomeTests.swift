import Foundation
import Terminal
import Testing

@testable import PracticeTests
@testable import TestletApp

@Suite("Home")
@MainActor
struct HomeTests {
  @Test("The first run says what testlet is, what can write, and which key makes a first test")
  func firstRun() async throws {
    let app = try AppDriver(backends: [.mock, .ollamaDefault])
    #expect(app.effects == [.loadHome, .settings(.probeBackends)])
    #expect(app.screen.contains("Opening the library"))
    try await app.wait(for: "Welcome to testlet")
    try await app.wait { $0.screen.contains("selected") && $0.screen.contains("not available") }
    #expect(app.screen.contains("s  a first test, from sample notes"))
    #expect(app.screen.split(separator: "\n").last?.contains("q quit") == true)
  }

  @Test("Where there is not room for all keys, the footer begins with what can be done; else each keeps its place")
  func footer() async throws {
    let app = try AppDriver()
    try await app.wait(for: "Welcome to testlet")
    var footer: String { app.state.view().lines.last ?? "" }
    #expect(footer.contains("n new  s sample  g settings"), "\(footer)")
    #expect(!footer.contains("Enter open") && !footer.contains("t study"))
    app.take(.resized(Size(columns: 200, rows: 24)))
    #expect(footer.contains("Enter open  n new  s sample  g settings  t study"), "\(footer)")
    #expect(footer.contains(": command"))
  }

  @Test("On the smallest screen the first run has what testlet does and the keys to begin with; the rest scrolls")
  func smallFirstRun() async throws {
    let app = try AppDriver(columns: 40, rows: 12, backends: [.mock, .ollamaDefault])
    try await app.wait(for: "Welcome to testlet")
    try await app.wait { $0.state.backends.entries.count == 2 }
    let words = app.state.welcomeRows.map { $0.map(\.text).joined() }
    for row in words.prefix(10) { #expect(app.screen.contains(row), "\(row)") }
    #expect(app.screen.contains("elsewhere.") && app.screen.contains("s  a first test, from sample notes"))
    #expect(!app.screen.contains("What can write"))
    app.press(.end)
    #expect(app.screen.contains("What can write the questions") && app.screen.contains("ollama"))
    app.press(.character("s"))
    app.take(.home(.moved(.home)))
    #expect(app.screen.contains("Making the sample test"))
  }

  @Test("A test keeps its place in the list with how far it is, and is deleted only after a yes")
  func listAndDelete() async throws {
    let app = try AppDriver()
    try await app.makeSampleTest()
    app.press(.escape)
    try await app.wait(for: "10 questions")
    app.press(.character("d"))
    #expect(app.screen.contains("Delete the test?"))
    app.press(.enter)
    #expect(!app.effects.contains { if case .deleteTest = $0 { true } else { false } })
    app.press(.character("d"), .tab, .enter)
    #expect(app.effects.contains { if case .deleteTest = $0 { true } else { false } })
    try await app.wait(for: "Welcome to testlet")
  }

  @Test("A deleted test comes back with one key, also after the app was started anew")
  func undo() async throws {
    let app = try AppDriver()
    try await app.makeSampleTest()
    app.press(.escape)
    try await app.wait(for: "10 questions")
    app.press(.character("u"))
    #expect(app.screen.contains("There is no deleted test to bring back.") && app.effects.isEmpty)
    let test = try #require(app.state.home.selected)
    app.press(.character("d"), .tab, .enter)
    #expect(app.screen.contains("Press u to bring it back."))
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("u"), .character("u"))
    try await app.wait(for: "10 questions")
    #expect(app.state.home.selected == test)
    try await app.wait { $0.state.home.deleted == nil && $0.state.home.tests?.count == 1 }
    var later = AppState(size: app.state.size, now: app.state.now)
    _ = later.update(.home(.deletedRead(DeletedTest(id: test.id, title: test.title))))
    let effects = later.update(.keyPressed(.character("u"), at: later.now))
    #expect(effects == [.putBackTest(DeletedTest(id: test.id, title: test.title)), .loadHome])
    _ = later.update(.home(.putBack(DeletedTest(id: test.id, title: test.title))))
    #expect(later.notice?.text == "Undone: \"\(test.title)\" is back.")
  }

  @Test(
    "Tests that share a title are told apart by a number, however narrow the list is", arguments: [80, 40])
  func twins(columns: Int) throws {
    var state = AppState(size: Size(columns: columns, rows: 12), now: Date(timeIntervalSince1970: 0))
    let titles = ["The life cycle of stars and what is left of them", "Cells"]
    let tests = [(0, 30.0), (1, 20.0), (0, 10.0)].enumerated().map { index, test in
      TestSummary(
        id: "t\(index)", title: titles[test.0], course: "Course", status: .complete,
        createdAt: Date(timeIntervalSince1970: test.1), count: 10, accepted: 10, missing: 0, bestScore: nil,
        lastScore: nil, openAttempt: nil)
    }
    _ = state.update(.homeLoaded(tests))
    let rows = state.view().lines.filter { $0.contains("10 questions") }
    #expect(rows.count == 3 && rows[0].contains(" #2 ") && !rows[1].contains("#") && rows[2].contains(" #1 "))
    _ = state.update(.keyPressed(.character("d"), at: state.now))
    guard case .confirmation(let confirmation) = state.overlay else {
      Issue.record("Nothing was asked.")
      return
    }
    #expect(confirmation.dialog.message.contains("#2"))
  }

  @Test(
    "A test of one question takes that one with it",
    arguments: [(1, "its 1 question goes."), (2, "its 2 questions go.")])
  func oneQuestion(count: Int, words: String) {
    var state = AppState(size: Size(columns: 80, rows: 24), now: .distantPast)
    let test = TestSummary(
      id: "t", title: "Cells", course: "Biology", status: .complete, createdAt: .distantPast, count: count,
      accepted: count, missing: 0)
    _ = state.update(.homeLoaded([test]))
    _ = state.update(.keyPressed(.character("d"), at: state.now))
    guard case .confirmation(let confirmation) = state.overlay else {
      Issue.record("Nothing was asked.")
      return
    }
    #expect(confirmation.dialog.message.contains(words))
  }

  @Test("A test whose time stands still says so in each size, with the time that is left where it has one")
  func paused() {
    func test(_ id: String, remaining: Double?) -> TestSummary {
      TestSummary(
        id: id, title: id, course: "Rivers", status: .complete, createdAt: .distantPast, count: 10, accepted: 10,
        missing: 0,
        openAttempt: .init(id: id, answered: 3, total: 10, isPaused: true, remainingSeconds: remaining))
    }
    var state = AppState(size: Size(columns: 80, rows: 24), now: .distantPast)
    _ = state.update(.homeLoaded([test("Timed", remaining: 1_500), test("Untimed", remaining: nil)]))
    func row(_ title: String) -> String { state.view().lines.first { $0.contains(title) } ?? "" }
    #expect(row("Timed").contains("paused, 25 min left") && row("Untimed").contains("paused, 3 of 10"))
    state.size = Size(columns: 40, rows: 12)
    #expect(row("Timed").hasSuffix("paused, 25 min") && row("Untimed").contains("paused, 3 of 10"))
  }

  @Test("The letter that hands a test in makes no test; a sample test is made by its name, and pointed at afterwards")
  func anotherSample() async throws {
    let app = try AppDriver()
    try await app.makeSampleTest()
    app.press(.escape)
    try await app.wait(for: "10 questions")
    let first = try #require(app.state.home.selected)
    app.press(.character("s"))
    #expect(app.effects.isEmpty && app.state.arrival == nil)
    app.press(.home, .character(":"))
    app.type("sample test")
    app.press(.enter)
    try await app.wait { $0.state.generating.map { $0.testID != first.id } == true }
    let made = try #require(app.state.generating?.testID)
    app.press(.escape)
    try await app.wait { $0.state.home.tests?.count == 2 }
    #expect(app.state.home.selected?.id == made)
  }

  @Test("Where there is room a test says how many questions it has, how often it was taken, and when it was made")
  func details() {
    let date = Date(timeIntervalSince1970: 1_000_000)
    var test = TestSummary(
      id: "t", title: "Bends", course: "Rivers", status: .complete, createdAt: date, count: 10, accepted: 10,
      missing: 0)
    (test.lastScore, test.bestScore, test.attempts) = (0.5, 0.5, 2)
    var state = AppState(size: Size(columns: 120, rows: 40), now: date)
    _ = state.update(.homeLoaded([test]))
    var row: String { state.view().lines.first { $0.contains("Bends") } ?? "" }
    let day = StudyDays.date(of: StudyDays().day(of: date))
    #expect(row.contains("10 questions") && row.contains("2 attempts") && row.contains(day), "\(row)")
    state.size = Size(columns: 80, rows: 24)
    #expect(!row.contains("2 attempts") && row.contains("score 50%"), "\(row)")
  }

  @Test("A key that can't be used now says why, and one without a meaning does nothing")
  func disabled() async throws {
    let app = try AppDriver()
    try await app.wait(for: "Welcome to testlet")
    app.press(.enter)
    #expect(app.screen.contains("There is no test yet: press n to make one."))
    let before = app.screen
    app.press(.character("z"))
    #expect(app.effects.isEmpty && app.screen != before && !app.screen.contains("There is no test yet"))
    app.press(.character("q"))
    #expect(app.effects == [.quit])
  }
}
