import PracticeTests
import Terminal
import Testing

@testable import TestletApp

@Suite("Going to a test")
@MainActor
struct EntranceTests {
  @Test("A test that two keys asked for is open once, and keeps its answers", arguments: [Key.enter, .character("t")])
  func twice(key: Key) async throws {
    let app = try AppDriver()
    try await app.makeSampleTest()
    app.press(.escape)
    try await app.wait(for: "10 questions")
    app.press(key, key)
    try await app.wait { $0.state.taking != nil }
    try await app.settle()
    app.press(.character("b"))
    try await app.settle()
    let id = try #require(app.state.taking?.attempt.id)
    let kept = try Library(path: app.folder.file("testlet.sqlite")).attempt(id)
    #expect(kept.items[0].response.answer == .choice(1))
  }

  @Test("A test that the student went away from before it was open is not begun")
  func calledOff() async throws {
    let app = try AppDriver()
    try await app.makeSampleTest()
    app.press(.escape)
    try await app.wait(for: "10 questions")
    let test = try #require(app.state.home.selected)
    app.press(.enter, .character("g"))
    for _ in 0..<2 { try await app.settle() }
    #expect(app.state.taking == nil)
    #expect(try Library(path: app.folder.file("testlet.sqlite")).openAttempt(test: test.id) == nil)
  }

  @Test("A test that is being made comes over no screen that was gone to, and its form can be used again")
  func formLeft() async throws {
    let app = try await AppDriver.withRivers()
    app.press(.character("n"))
    try await app.wait(for: "rivers.md")
    app.press(.enter)
    try await app.wait { $0.state.newTest?.blueprint != nil }
    app.press(.control("g"))
    app.say("settings")
    let form = try #require(app.state.newTest)
    #expect(form.isMaking)
    app.take(.newTest(.notesRead(form.outlineOrder, try #require(form.outline))))
    try await app.wait { $0.state.newTest?.isMaking == false }
    #expect(app.state.settings != nil && app.state.generating == nil)
  }
}
