import Foundation
import Terminal
import Testing

@testable import TestletApp

@Suite("Home")
@MainActor
struct HomeTests {
  @Test("The first run says what testlet is, what can write, and which key makes a first test")
  func firstRun() async throws {
    let app = try AppDriver(backends: [.mock, .ollamaDefault])
    #expect(app.effects == [.loadHome, .probeBackends])
    #expect(app.screen.contains("Opening the library"))
    try await app.wait(for: "Welcome to testlet")
    try await app.wait { $0.screen.contains("selected") && $0.screen.contains("not available") }
    #expect(app.screen.contains("s  a first test, from sample notes"))
    #expect(app.screen.split(separator: "\n").last?.contains("q quit") == true)
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
