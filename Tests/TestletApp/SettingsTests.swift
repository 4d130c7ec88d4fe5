import Foundation
import LanguageModels
import PracticeTests
import Terminal
import TestSupport
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
    #expect(app.effects.contains(.settings(.probeBackends)))
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
    #expect(app.effects.contains(.settings(.probeBackends)))
    #expect(app.state.wantsClock)
  }

  @Test("Of a backend that is gone the choice says so, with the reason")
  func chosenThoughGone() async throws {
    let app = try AppDriver(backends: [.mock, .ollamaDefault])
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("g"), .down)
    try await app.wait(for: "Nothing answers at http://localhost:11434.")
    app.press(.enter)
    try await app.wait { $0.state.notice != nil }
    #expect(
      app.state.notice?.text
        == "ollama llama3.2:3b is chosen, but not available: Nothing answers at http://localhost:11434.")
    app.press(.up, .enter)
    try await app.wait { $0.state.notice?.text.contains("writes from now on; the choice is saved.") == true }
  }

  @Test("The theme goes round, is saved, and is in effect at once, also from the list of all settings")
  func theme() async throws {
    let app = try AppDriver()
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("g"))
    for theme in [Theme.Name.dark, .light, .monochrome, nil] {
      app.press(.character("c"))
      try await app.wait { $0.state.interface.theme == theme && $0.effects == [.useInterface($0.state.interface)] }
      #expect(app.settingsText.contains("theme = \"\(theme?.rawValue ?? "auto")\""))
    }
    app.press(.character("p"))
    try await app.wait { $0.state.parameters?.parameters != nil }
    app.press(.end, .right)
    try await app.wait { !$0.state.interface.usesMouse }
    app.press(.up, .right)
    try await app.wait { $0.state.symbols == .ascii }
  }

  @Test("Where the environment wants no colours, a theme that has some says that they stay away")
  func noColours() async throws {
    let folder = try TemporaryFolder()
    let none = try SettingsFile(path: folder.file("none.toml"))
    #expect(try InterfaceSettings(none, environment: ["NO_COLOR": "1"]).hasNoColours)
    #expect(try !InterfaceSettings(none, environment: ["NO_COLOR": ""]).hasNoColours)
    let app = try AppDriver()
    try await app.wait(for: "Welcome to testlet")
    var interface = InterfaceSettings()
    interface.hasNoColours = true
    app.take(.interfaceChanged(interface))
    app.take(.settings(.themeWanted("light")))
    #expect(app.state.notice?.text == "Theme: light; the choice is saved. NO_COLOR keeps colours away now.")
    app.take(.settings(.themeWanted("monochrome")))
    #expect(app.state.notice?.text == "Theme: monochrome; the choice is saved.")
  }

  @Test("The signs go by the setting, and without one by the locale")
  func signs() throws {
    let folder = try TemporaryFolder()
    let none = try SettingsFile(path: folder.file("none.toml"))
    let locales: [([String: String], Bool)] = [
      ([:], false), (["LANG": "C"], true), (["LANG": "de_DE.UTF-8"], false), (["LANG": "C.utf8", "LC_ALL": ""], false),
      (["LC_ALL": "POSIX", "LANG": "C.UTF-8"], true), (["LC_CTYPE": "de_DE@euro"], true),
    ]
    for (locale, isASCII) in locales {
      #expect(try InterfaceSettings(none, environment: locale).isASCII == isASCII, "\(locale)")
    }
    let set = try SettingsFile(path: folder.write("[ui]\nascii = false\ntheme = \"light\"\n", to: "set.toml"))
    #expect(try !InterfaceSettings(set, environment: ["LANG": "C"]).isASCII)
    #expect(try InterfaceSettings(set, environment: [:]).theme == .light)
    let wrong = try SettingsFile(path: folder.write("[ui]\ntheme = \"pink\"\n", to: "wrong.toml"))
    #expect(throws: SettingsError.self) { try InterfaceSettings(wrong, environment: [:]) }
  }

  @Test("At 40x12 all that is said of a backend can be scrolled to")
  func smallest() async throws {
    let app = try AppDriver(columns: 40, rows: 12, backends: [.mock, .ollamaDefault])
    try await app.wait(for: "Welcome")
    app.press(.character("g"), .down)
    try await app.wait(for: "Why")
    #expect(!app.screen.contains("Model        llama3.2:3b"))
    app.press(.pageDown, .pageDown, .pageDown)
    #expect(app.screen.contains("Model        llama3.2:3b"))
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
    #expect(app.screen.contains("Remove the API key?") && app.effects.isEmpty)
    app.press(.enter)
    #expect(app.state.overlay == nil && app.effects.isEmpty && app.state.settings?.keyField != nil)
    app.press(.control("x"), .tab, .enter)
    #expect(app.state.settings?.keyField == nil)
    try await app.wait(for: "API key      none")
  }

  /// Servers that may not be reached before the student agrees.
  private nonisolated static let elsewhere = LLMBackendFactory { configuration in
    MockLLMBackend(configuration: configuration, availability: .unavailable(.notPermitted(host: "questions.example"))) {
      _ in throw LLMError.notPermitted(host: "questions.example")
    }
  }
}
