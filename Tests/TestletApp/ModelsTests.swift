import LanguageModels
import Terminal
import TestSupport
import Testing

@testable import TestletApp

/// With a stand-in for Ollama, which is not Ollama.
@Suite("Models", .enabled(if: LlamaServer.isWanted, "\(LlamaServer.skipReason)"))
@MainActor
struct ModelsTests {
  private func open(_ standIn: OllamaStandIn) async throws -> AppDriver {
    var configuration = LLMBackendConfig.ollamaDefault
    configuration.url = standIn.url
    let factory = LLMBackendFactory(
      transport: HTTPTransport(egress: EgressPolicy(mode: .localOnly)), environment: [:],
      mlxWorker: MLXWorkerProgram(source: "", environment: [:], virtualEnvironment: "/absent"),
      mockResponder: { _ in "" })
    let app = try AppDriver(columns: 100, rows: 30, backends: [.mock, configuration], factory: factory)
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("g"), .down, .character("m"))
    try await app.wait { $0.state.models?.present != nil }
    return app
  }

  @Test("Models are listed with their sizes, filtered as one types, and chosen")
  func chosen() async throws {
    let app = try await open(try await OllamaStandIn())
    #expect(app.screen.contains(OllamaStandIn.model))
    #expect(app.screen.contains(" MB"))
    #expect(app.screen.contains("llama3.2:3b"))
    app.type("smol")
    #expect(!app.screen.contains("llama3.2:3b"))
    app.press(.enter)
    try await app.wait { $0.settingsText.contains("model = \"\(OllamaStandIn.model)\"") }
  }

  @Test("A model is brought with its progress, and is then there")
  func brought() async throws {
    let app = try await open(try await OllamaStandIn())
    app.type(OllamaStandIn.pullable)
    #expect(app.screen.contains("not listed: brought by this name"))
    app.press(.enter)
    try await app.wait(for: "Bringing \(OllamaStandIn.pullable)")
    try await app.wait(for: "\(OllamaStandIn.pullable) has come.")
    try await app.wait { $0.state.models?.present?.contains { $0.name == "tiny:latest" } == true }
  }

  @Test("Bringing a model goes on elsewhere, and can be stopped")
  func stopped() async throws {
    let app = try await open(try await OllamaStandIn())
    app.type(OllamaStandIn.halting)
    app.press(.enter)
    try await app.wait(for: "MB of")
    app.press(.escape)
    try await app.wait(for: "Coming")
    app.press(.character("m"))
    try await app.wait { $0.state.models?.present != nil }
    app.press(.control("x"))
    try await app.wait(for: "what has come is kept")
    #expect(app.state.backends.pulls["ollama"]?.isRunning == false)
  }
}
