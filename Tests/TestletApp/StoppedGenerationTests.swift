import LanguageModels
import Terminal
import Testing

@testable import TestletApp

@Suite("A generation that was stopped")
@MainActor
struct StoppedGenerationTests {
  /// The sample test, whose backend is gone.
  private func stopped(columns: Int = 80, rows: Int = 24) async throws -> AppDriver {
    let app = try AppDriver(columns: columns, rows: rows, backends: [.mock, .ollamaDefault])
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("g"), .down, .enter)
    try await app.wait { $0.state.backends.selectedID == "ollama" && $0.state.settings?.choosing == nil }
    app.press(.escape, .character("s"))
    try await app.wait { app in
      if case .stopped = app.state.generations.values.first?.phase { true } else { false }
    }
    return app
  }

  @Test("The footer begins with what helps, and the reason is told once")
  func footer() async throws {
    let app = try await stopped()
    let footer = try #require(app.state.view().lines.last)
    #expect(footer.contains("r try again  b built-in now  g backends"), "\(footer)")
    #expect(app.words.components(separatedBy: "Nothing answers at").count == 2, "\(app.screen)")
  }

  @Test("Where there is no room for the reason above the questions, a notice has all of it")
  func small() async throws {
    let app = try await stopped(columns: 40, rows: 12)
    let id = try #require(app.state.generating?.testID)
    let reason = String(repeating: "The server gave no answer. ", count: 12)
    app.take(.generation(testID: id, .stopped(reason, at: app.now)))
    #expect(app.state.notice?.text == reason)
  }

  @Test("One key has the built-in writer make the rest, and the backend stays chosen")
  func builtIn() async throws {
    let app = try await stopped()
    app.press(.character("b"))
    let id = try #require(app.state.generating?.testID)
    #expect(app.effects == [.generate(testID: id, reopensMissing: false, allowsFallback: true)])
    try await app.wait { app in
      app.state.generations.values.first.map { !$0.isRunning && $0.accepted > 0 } == true
    }
    #expect(app.state.backends.selectedID == "ollama")
  }

  @Test("Where the built-in writer is chosen, nobody needs to stand in for it")
  func withoutModel() async throws {
    let app = try AppDriver()
    try await app.makeSampleTest()
    #expect(!app.screen.contains("built-in now"))
  }
}
