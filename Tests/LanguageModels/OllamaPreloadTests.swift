import Foundation
import Synchronization
import TestSupport
import Testing

@testable import LanguageModels

/// Loading a cold model ahead of the first request.
struct OllamaPreloadTests {
  private static let loaded =
    #"{"model":"m","message":{"role":"assistant","content":""},"done":true,"done_reason":"load"}"#

  @Test("A cold model is asked for with no messages, and one that is in memory is not asked for") func request()
    async throws
  {
    let running = Mutex(#"{"models":[]}"#)
    let ollama = try ScriptedOllama(running: running.withLock { $0 }) { _ in [ScriptedServer.answer(200, Self.loaded)] }
    let backend = try ollama.backend()
    try await backend.preload()
    let body = try #require(ollama.chats.first)
    #expect(body["messages"]?.elements?.isEmpty == true && body["keep_alive"]?.string == "10m")
    #expect(body["model"]?.string == "m" && body["options"]?["num_ctx"]?.int == 4096)
    running.withLock { $0 = #"{"models":[{"name":"m:latest","context_length":4096}]}"# }
    try await backend.preload()
    #expect(ollama.chats.count == 1)
  }

  @Test("Meanwhile the backend says that it is loading, and giving it up closes the connection") func cancelling()
    async throws
  {
    let ollama = try ScriptedOllama { _ in [.hold] }
    let backend = try ollama.backend()
    let preloading = Task { try await backend.preload() }
    try await eventually { ollama.chats.count == 1 }
    #expect(await backend.availability() == .loading("loading m"))
    preloading.cancel()
    for await _ in ollama.server.closings { break }
    await #expect(throws: CancellationError.self) { try await preloading.value }
    #expect(await backend.availability().isAvailable)
  }

  @Test(
    "A model that can't be loaded is told by its kind",
    arguments: [
      (404, #"{"error":"model 'm' not found"}"#, LLMError.modelMissing(model: "m")),
      (
        500, #"{"error":"model requires more system memory"}"#,
        .status(code: 500, detail: "model requires more system memory")
      ),
      (
        200, #"{"error":"llama runner process has terminated"}"#,
        .failedOnServer(detail: "llama runner process has terminated")
      ),
    ])
  func failure(status: Int, body: String, error: LLMError) async throws {
    let ollama = try ScriptedOllama { _ in [ScriptedServer.answer(status, body)] }
    await #expect(throws: error) { try await ollama.backend().preload() }
  }

  @Test("A model that runs on another machine is not loaded here") func remoteModel() async throws {
    let ollama = try ScriptedOllama(show: ScriptedOllama.details(remote: "https://ollama.com"))
    try await ollamaBackend(ollama.server.url, egress: EgressPolicy(mode: .any)).preload()
    #expect(ollama.chats.isEmpty)
  }

  @Test("Choosing a backend loads its model and tells, choosing another gives it up") func service() async throws {
    let ollama = try ScriptedOllama { _ in [.hold] }
    let settings = try BackendSettings(
      TemporaryFolder().settings("[backends.ollama]\nurl = \"\(ollama.server.url)\"\nmodel = \"m\"\n"))
    let factory = LLMBackendFactory(
      transport: HTTPTransport(egress: settings.egress), environment: [:], mlxWorker: noMLX, mockResponder: { _ in "" })
    let service = LocalLLMService(settings: settings, factory: factory) { _ in }
    try await service.select("ollama")
    await service.preload()
    try await eventually { await service.availability(of: "ollama") == .loading("loading m") && !ollama.chats.isEmpty }
    try await service.select("mock")
    for await _ in ollama.server.closings { break }
    await service.preload()
    #expect(await service.availability(of: "ollama").isAvailable)
    #expect(ollama.chats.count == 1)
  }

  @Test("A model that is chosen in the settings is loaded as well") func reload() async throws {
    let ollama = try ScriptedOllama { _ in [ScriptedServer.answer(200, Self.loaded)] }
    func settings(_ model: String) throws -> BackendSettings {
      let table = "[backends.ollama]\nurl = \"\(ollama.server.url)\"\nmodel = \"\(model)\"\n"
      return try BackendSettings(TemporaryFolder().settings("[backend]\nselected = \"ollama\"\n" + table))
    }
    let first = try settings("m")
    let factory = LLMBackendFactory(
      transport: HTTPTransport(egress: first.egress), environment: [:], mlxWorker: noMLX, mockResponder: { _ in "" })
    let service = LocalLLMService(settings: first, factory: factory) { _ in }
    await service.reload(first, factory: factory)
    await service.reload(try settings("n:1b"), factory: factory)
    try await eventually { ollama.chats.map { $0["model"]?.string } == ["n:1b"] }
  }
}
