import Foundation
import LanguageModels
import PracticeTests
import Synchronization
import TestSupport
import Testing

@testable import TestletApp

@Suite("Leaving while something is being kept")
@MainActor
struct LeavingTests {
  private nonisolated static let cloud = LLMBackendConfig.openAICompatible()

  @Test("A key is kept, however long the keyring takes")
  func key() async throws {
    let tool = try SecretToolStandIn()
    let app = try AppDriver(backends: [.mock, Self.cloud], keyring: tool)
    try await app.wait(for: "Welcome to testlet")
    try tool.hold()
    app.runner.run(.settings(.storeKey("sk-slow-key-1234", Self.cloud)))
    let leaving = Task {
      await app.runner.finish()
      return tool.items
    }
    try await eventually { tool.runs.contains { $0.hasPrefix("store ") } }
    try tool.release()
    #expect(await leaving.value == ["sk-slow-key-1234"])
  }

  @Test("Where the keyring takes long, it is told what is waited for", .timeLimit(.minutes(1)))
  func told() async throws {
    let tool = try SecretToolStandIn()
    let app = try AppDriver(backends: [.mock, Self.cloud], keyring: tool)
    try await app.wait(for: "Welcome to testlet")
    try tool.hold()
    app.runner.run(.settings(.storeKey("sk-slow-key-1234", Self.cloud)))
    try await eventually { tool.runs.contains { $0.hasPrefix("store ") } }
    let (sentences, telling) = AsyncStream.makeStream(of: String.self)
    let leaving = Task { [runner = app.runner] in
      await runner.finish(after: .zero) { telling.yield($0) }
      telling.finish()
    }
    var told: [String] = []
    for await sentence in sentences {
      told.append(sentence)
      try tool.release()
    }
    await leaving.value
    #expect(told.count == 1 && told.first?.contains("keyring") == true && tool.items == ["sk-slow-key-1234"])
  }

  @Test("Where nothing is waited for, nothing is told")
  func untold() async throws {
    let app = try AppDriver()
    try await app.wait(for: "Welcome to testlet")
    let told = Mutex<[String]>([])
    await app.runner.finish(after: .seconds(1_000)) { sentence in told.withLock { $0.append(sentence) } }
    #expect(told.withLock { $0 }.isEmpty)
  }

  @Test(
    "What is set is kept, however long what was set before takes",
    arguments: [
      (.setTheme("light"), "theme = \"light\""),
      (.setParameter("backend.mode", "local", of: .mock), "mode = \"local\""),
      (.agree(Self.cloud, host: "api.openai.com"), "https://api.openai.com"),
    ] as [(SettingsEffect, String)])
  func setting(_ effect: SettingsEffect, text: String) async throws {
    let app = try AppDriver(backends: [.mock, Self.cloud])
    try await app.wait(for: "Welcome to testlet")
    let turn = try await Turn(at: app.runner.environment.settings)
    app.runner.run(.settings(effect))
    let leaving = Leaving(app)
    #expect(try await leaving.waits())
    turn.end()
    await leaving.end()
    #expect(app.settingsText.contains(text))
  }

  @Test("A backend that is chosen is saved, however long what was set before takes")
  func choice() async throws {
    let app = try AppDriver(backends: [.mock, .ollamaDefault])
    try await app.wait(for: "Welcome to testlet")
    let turn = try await Turn(at: app.runner.environment.settings)
    app.runner.run(.settings(.selectBackend("ollama")))
    let leaving = Leaving(app)
    #expect(try await leaving.waits())
    turn.end()
    await leaving.end()
    #expect(app.savedBackend == "ollama")
  }

  @Test("A test that is made is in the library")
  func newTest() async throws {
    let app = try AppDriver()
    try await app.wait(for: "Welcome to testlet")
    app.runner.run(.planning(.createSampleTest))
    await app.runner.finish()
    #expect(try Library(path: app.folder.file("testlet.sqlite")).tests().count == 1)
  }
}

/// An app that is being left.
@MainActor
private final class Leaving {
  private let app: AppDriver
  private var isOver = false
  private var task: Task<Void, Never>?

  /// Begins it.
  init(_ app: AppDriver) {
    self.app = app
    task = Task { [self] in
      await app.runner.finish()
      isOver = true
    }
  }

  /// Whether it is not over when whoever does not wait has left.
  func waits() async throws -> Bool {
    try await eventually { app.runner.held.withLock { $0.isFinishing } }
    // What leaving asks of the library is done in two turns.
    for _ in 0..<4 { try await app.settle() }
    return !isOver
  }

  /// Returns when it is over.
  func end() async { await task?.value }
}

/// A change of the settings that takes its time, so that what is changed next waits for it.
private struct Turn {
  private let ending: AsyncStream<Void>.Continuation

  /// Begins it.
  init(at desk: SettingsDesk) async throws {
    let (began, beginning) = AsyncStream.makeStream(of: Void.self)
    let (ended, ending) = AsyncStream.makeStream(of: Void.self)
    self.ending = ending
    Task {
      try await desk.inTurn {
        beginning.finish()
        for await _ in ended {}
      }
    }
    for await _ in began {}
  }

  func end() { ending.finish() }
}
