import LanguageModels
import PracticeTests
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

  @Test("What is missing is tried again only where another writer may make it")
  func exhausted() async throws {
    let app = try AppDriver(backends: [.mock, .ollamaDefault])
    try await app.makeSampleTest()
    let id = try #require(app.state.generating?.testID)
    let violation = Violation(gate: .schema, field: "draft", action: .reject, message: "No sentence is left.")
    app.take(.generation(testID: id, .slotProgressed(2, .missing([violation]))))
    app.take(.generation(testID: id, .ended(.incomplete, at: app.now)))
    var footer: String { app.state.view().lines.last ?? "" }
    #expect(app.screen.contains("Done, 1 could not be made: g chooses a model."))
    #expect(footer.contains("g backends  Enter start test") && !footer.contains("retry missing"), "\(footer)")
    app.press(.character("r"))
    #expect(app.effects.isEmpty && app.words.contains("can make no more of these notes: g chooses a model."))
    app.take(.backends(.selected("ollama")))
    #expect(app.screen.contains("Done, with some missing: press r to try them again."))
    app.press(.character("r"))
    #expect(app.effects == [.generate(testID: id, reopensMissing: true, allowsFallback: false)])
  }

  @Test("Questions of another format than was wanted are counted, and topics have the room that there is")
  func rows() async throws {
    let app = try AppDriver(columns: 120, rows: 40)
    try await app.makeSampleTest()
    #expect(app.screen.contains("Birth and the Main Sequence  ") && !app.screen.contains("in another format"))
    var state = app.state
    let id = try #require(state.generating?.testID)
    let format = try #require(state.generations[id]?.rows[0].format)
    state.generations[id]?.rows[0].slot.format = format == .shortAnswer ? .trueFalse : .shortAnswer
    #expect(state.view().lines.joined().contains("1 in another format"))
  }

  @Test("Where the built-in writer is chosen, nobody needs to stand in for it")
  func withoutModel() async throws {
    let app = try AppDriver()
    try await app.makeSampleTest()
    #expect(!app.screen.contains("built-in now"))
  }
}
