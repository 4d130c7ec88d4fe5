import LanguageModels
import Terminal
import Testing

@testable import TestletApp

@Suite("Parameters")
@MainActor
struct ParametersTests {
  private func open() async throws -> AppDriver {
    let app = try AppDriver(columns: 100, rows: 40)
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("g"), .character("p"))
    try await app.wait(for: "[backends.mock]")
    return app
  }

  /// Goes down to a setting.
  private func go(_ app: AppDriver, to name: String) throws {
    let index = try #require(app.state.parameters?.parameters?.firstIndex { $0.name == name })
    for _ in 0..<index { app.press(.down) }
  }

  @Test("Every setting is listed with what it is for, its range and its default")
  func listed() async throws {
    let app = try await open()
    for name in ["delay-ms", "privacy", "mode", "fallback", "verify", "votes", "unverified"] {
      #expect(app.screen.contains(name))
    }
    #expect(app.screen.contains("It is a whole number from 0 to 60000; by default 0."))
    let abouts = try #require(app.state.parameters?.parameters).map(\.key.about)
    #expect(abouts.allSatisfy { $0.hasSuffix(".") })
  }

  @Test("A value is typed, refused with what it has to be, then saved and in effect")
  func typed() async throws {
    let app = try await open()
    app.press(.enter, .control("u"))
    app.type("many")
    app.press(.enter)
    #expect(app.screen.contains("It has to be a whole number from 0 to 60000."))
    #expect(app.settingsText.isEmpty)
    app.press(.control("u"))
    app.type("3")
    app.press(.enter)
    try await app.wait { $0.settingsText.contains("\ndelay-ms = 3") }
    try await app.wait { $0.state.backends.entries.last?.configuration.delayMilliseconds == 3 }
    try await app.wait { $0.state.parameters?.selected?.isDefault == false }
  }

  @Test("A few words are gone through by arrows, and Escape in a field leaves the value")
  func stepped() async throws {
    let app = try await open()
    try go(app, to: "privacy")
    app.press(.left)
    try await app.wait { $0.settingsText.contains("\nprivacy = \"local-only\"") }
    try await app.wait { $0.state.parameters?.selected?.text == "local-only" }
    app.press(.character("d"))
    try await app.wait { $0.settingsText.contains("\nprivacy = \"ask\"") }
    app.press(.home, .enter)
    app.type("9")
    app.press(.escape)
    #expect(app.state.parameters?.field == nil)
    #expect(app.state.parameters?.selected?.text == "0")
    app.press(.escape)
    #expect(app.state.parameters == nil)
  }
}
