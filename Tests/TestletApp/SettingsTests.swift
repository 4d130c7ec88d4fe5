import Foundation
import LanguageModels
import PracticeTests
import Terminal
import Testing

@testable import TestletApp

@Suite("Settings")
@MainActor
struct SettingsTests {
  @Test("Every backend is listed with how it is, and one that is gone with the way to mend it")
  func listed() async throws {
    let app = try AppDriver(backends: [.mock, .ollamaDefault])
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("g"))
    #expect(app.effects.contains(.probeBackends))
    app.press(.down)
    try await app.wait(for: "Nothing answers at http://localhost:11434.")
    #expect(app.screen.contains("ollama serve"))
  }

  @Test("A choice is saved, in effect at once, and asked anew every few seconds")
  func chosen() async throws {
    let app = try AppDriver(backends: [.mock, .ollamaDefault])
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("g"), .down, .enter)
    try await app.wait { $0.state.backends.selectedID == "ollama" && $0.state.settings?.choosing == nil }
    #expect(app.savedBackend == "ollama")
    app.take(.ticked(at: app.state.now.addingTimeInterval(60)))
    #expect(app.effects.contains(.probeBackends))
    #expect(app.state.wantsClock)
  }

  @Test("A model that is being measured says so in the place of the time")
  func calibrating() async throws {
    let app = try AppDriver()
    try await app.makeSampleTest()
    let id = try #require(app.state.generating?.testID)
    app.take(.generation(testID: id, .began(try Library(path: app.folder.file("testlet.sqlite")).test(id), at: .now)))
    app.take(.generation(testID: id, .calibrating(done: 3, of: 26)))
    #expect(app.screen.contains("whether the model can check its own questions: 3 of 26"))
    app.take(.generation(testID: id, .calibrated))
    #expect(!app.screen.contains("3 of 26"))
  }

  @Test("A host that is not this machine is named, and nothing is agreed to by a key pressed in passing")
  func agreement() async throws {
    var remote = LLMBackendConfig.openAICompatible(id: "openai")
    remote.url = "https://questions.example/v1"
    let app = try AppDriver(
      backends: [.mock, remote], factory: Self.elsewhere)
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("g"), .down)
    try await app.wait(for: "not available")
    app.press(.enter)
    #expect(app.screen.contains("Agree to questions.example?"))
    app.press(.enter)
    #expect(app.state.overlay == nil)
    #expect(!app.settingsText.contains("questions.example") && app.savedBackend == nil)
    app.press(.enter, .tab, .enter)
    try await app.wait { $0.settingsText.contains("\"openai https://questions.example OPENAI_API_KEY\"") }
    try await app.wait { $0.savedBackend == "openai" }
  }

  @Test("A key is entered unseen, kept for its address, shown by its end, and removed")
  func key() async throws {
    let app = try AppDriver(columns: 100, backends: [.mock, .openAICompatible()])
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("g"), .character("a"))
    #expect(app.screen.contains("This backend takes no key."))
    app.press(.down)
    try await app.wait(for: "API key      none")
    app.press(.character("a"))
    app.type("sk-secret-for-the-test-wxyz")
    #expect(app.screen.contains("It is sent to https://api.openai.com/v1 only."))
    #expect(!app.screen.contains("secret"))
    app.press(.enter)
    try await app.wait(for: "wxyz, in ")
    #expect(!app.screen.contains("secret") && !app.settingsText.contains("secret"))
    app.press(.character("a"), .enter)
    #expect(app.screen.contains("wxyz, in "))
    app.press(.character("a"), .control("x"))
    try await app.wait(for: "API key      none")
  }

  /// Servers that may not be reached before the student agrees.
  private nonisolated static let elsewhere = LLMBackendFactory { configuration in
    MockLLMBackend(configuration: configuration, availability: .unavailable(.notPermitted(host: "questions.example"))) {
      _ in throw LLMError.notPermitted(host: "questions.example")
    }
  }
}
