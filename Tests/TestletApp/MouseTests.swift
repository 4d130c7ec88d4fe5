import PracticeTests
import Terminal
import Testing

@testable import TestletApp

@Suite("The mouse")
@MainActor
struct MouseTests {
  private let app: AppDriver

  init() throws { app = try AppDriver() }

  @Test("A click goes to a row and, on the chosen row, opens it; the wheel goes by one")
  func list() async throws {
    try await app.makeSampleTest()
    app.press(.escape, .character("b"))
    try await app.wait(for: "10 questions")
    let fourth = try #require(app.state.bank?.entries?[3])
    let first = try app.place(of: "› ")
    let place = Point(column: first.column + 10, row: first.row + 3)
    app.press(.mouse(MouseEvent(.click, at: place)))
    #expect(app.state.bank?.selected == fourth && app.state.bank?.opened == nil)
    app.press(.mouse(MouseEvent(.wheelDown, at: Point(column: 0, row: 0))))
    #expect(app.state.bank?.list.selection == 4)
    app.press(.mouse(MouseEvent(.wheelUp, at: Point(column: 0, row: 0))))
    app.press(.mouse(MouseEvent(.click, at: place)))
    try await app.wait { $0.state.bank?.opened?.question.id == fourth.id }
  }

  @Test("A click chooses an option, presses a key of the footer, and answers a window, behind which nothing is reached")
  func question() async throws {
    try await app.makeSampleTest()
    try app.click(on: "Enter start test")
    try await app.wait(for: "Question 1 of 10")
    try app.click(on: "( ) C")
    #expect(app.state.taking?.response.answer == .choice(2))
    try app.click(on: "s submit")
    #expect(app.screen.contains("Hand the test in?"))
    let option = try app.place(of: "( ) A")
    app.press(.mouse(MouseEvent(.click, at: option)))
    #expect(app.state.overlay != nil && app.state.taking?.response.answer == .choice(2))
    try app.click(on: "[ Keep working ]")
    #expect(app.state.overlay == nil)
  }

  @Test("In the map a click goes to a question, and a second one opens it; beside a question the map takes no click")
  func map() async throws {
    try await app.makeSampleTest()
    app.press(.enter)
    try await app.wait(for: "Question 1 of 10")
    app.take(.resized(Size(columns: 120, rows: 40)))
    try app.click(on: "  1·    2·")
    #expect(app.state.taking?.response.answer == nil && app.state.taking?.position == 0)
    app.take(.resized(Size(columns: 80, rows: 24)))
    app.press(.character("m"))
    try app.click(on: " 3·    4·")
    #expect(app.state.taking?.map == 2)
    try app.click(on: " 3·    4·")
    #expect(app.state.taking?.map == nil && app.state.taking?.position == 2)
  }

  @Test("Clicks reach nothing that lies behind the command line")
  func behindCommandLine() async throws {
    try await app.makeSampleTest()
    let key = try app.place(of: "t study")
    app.press(.character(":"), .mouse(MouseEvent(.click, at: key)))
    guard case .commandLine(let line) = app.state.overlay else {
      Issue.record("The command line is not open.")
      return
    }
    #expect(line.field.text.isEmpty && app.effects.isEmpty)
  }

  @Test("On the command line the wheel goes about among the commands, a click goes to one, and a second one does it")
  func commands() async throws {
    let app = app
    try await app.wait(for: "Welcome to testlet")
    app.press(.character(":"))
    let wheel = { (kind: MouseEvent.Kind) in Key.mouse(MouseEvent(kind, at: Point(column: 0, row: 0))) }
    app.press(wheel(.wheelUp))
    #expect(!app.screen.contains("› "))
    app.press(wheel(.wheelDown), wheel(.wheelDown))
    #expect(app.screen.contains("› review"))
    app.press(wheel(.wheelUp))
    #expect(app.screen.contains("› new test"))
    try app.click(on: "  stats ")
    #expect(app.screen.contains("› stats") && app.state.stats == nil)
    try app.click(on: "› stats")
    #expect(app.state.stats != nil && app.state.overlay == nil)
  }

  @Test("Clicks reach nothing that lies behind a notice")
  func behindNotice() async throws {
    try await app.makeSampleTest()
    app.take(.resized(Size(columns: 80, rows: 12)))
    app.press(.escape, .character("b"))
    try await app.wait(for: "10 questions")
    app.press(.character("d"))
    try await app.wait(for: "9 questions")
    let place = try app.place(of: "Deleted from the library")
    app.press(.mouse(MouseEvent(.click, at: place)))
    #expect(app.state.notice != nil && app.state.bank?.list.selection == 0)
    app.press(.home, .mouse(MouseEvent(.click, at: place)))
    #expect(app.state.bank.map { $0.list.selection > 0 } == true)
  }

  @Test("A click beside everything does nothing, wherever it is said to be")
  func nowhere() async throws {
    try await app.makeSampleTest()
    let before = app.state.screens
    for point in [Point(column: -5, row: 3), Point(column: 9_999, row: -1), Point(column: 40, row: 1)] {
      app.press(.mouse(MouseEvent(.click, at: point)))
      #expect(app.state.screens == before && app.effects.isEmpty)
    }
  }
}

extension AppDriver {
  /// Where a text stands on the screen.
  func place(of text: String) throws -> Point {
    let lines = state.view().lines
    let row = try #require(lines.firstIndex { $0.contains(text) }, "\(text) is not on the screen:\n\(screen)")
    let before = try #require(lines[row].range(of: text)).lowerBound
    return Point(column: TextWidth.of(lines[row][..<before]), row: row)
  }

  /// Clicks on a text.
  func click(on text: String) throws {
    press(.mouse(MouseEvent(.click, at: try place(of: text))))
  }
}
