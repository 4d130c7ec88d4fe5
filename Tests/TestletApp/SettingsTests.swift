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
}
