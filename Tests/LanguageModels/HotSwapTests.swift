import Foundation
import TestSupport
import Testing

@testable import LanguageModels

/// Another backend is selected while the first still answers. Both are real models behind the stand-in for Ollama.
@Suite(.enabled(if: LlamaServer.isWanted, "\(LlamaServer.skipReason)"))
struct HotSwapTests {
  private let first: LlamaServer
  private let service: LocalLLMService

  private static let request = LLMRequest(
    messages: [LLMMessage(.user, "Tell a long story.")], maxTokens: 300, temperature: 0, seed: 1)

  init() async throws {
    first = try LlamaServer(slots: 1, context: 1024)
    let second = try await OllamaStandIn()
    let settings = try BackendSettings(
      TemporaryFolder().settings(
        """
        [backend]
        selected = "first"
        [backends.first]
        kind = "openai-compatible"
        url = "\(first.url)"
        [backends.second]
        kind = "ollama"
        url = "\(second.url)"
        model = "\(OllamaStandIn.model)"
        """))
    let factory = LLMBackendFactory(
      transport: HTTPTransport(egress: settings.egress), environment: [:], mlxWorker: noMLX,
      retry: RetryPolicy(clock: InstantClock(), random: { 1 }), mockResponder: { _ in "" })
    service = LocalLLMService(settings: settings, factory: factory) { _ in }
    try await eventually { await service.availability(of: "first").isAvailable }
  }

  /// Begins to do something, and returns when the first piece of an answer has come.
  private func begin(
    _ body: @escaping @Sendable (@escaping @Sendable (LLMDelta) -> Void) async throws -> LLMResponse
  ) async -> Task<LLMResponse, any Error> {
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let task = Task { try await body { _ in arrival.yield() } }
    for await _ in arrivals { break }
    return task
  }

  @Test("What is in flight finishes where it began, and the next request goes to the new one") func finishing()
    async throws
  {
    let inFlight = await begin { [service] in try await service.generate(Self.request, onDelta: $0) }
    try await service.select("second")
    let next = try await service.generate(helloRequest) { _ in }
    #expect(next.backend == "second" && next.model == OllamaStandIn.model)
    let old = try await inFlight.value
    #expect(old.backend == "first" && old.usage.outputTokens > 50)
  }

  @Test("Where the old one is gone, the work is done anew by the new one, and the old one's pieces are no part of it")
  func gone() async throws {
    let inFlight = await begin { [service] onDelta in
      try await service.followingSelection { try await service.generate(Self.request, onDelta: onDelta) }
    }
    try await service.select("second")
    first.stop()
    let response = try await inFlight.value
    #expect(response.backend == "second")
    #expect(try await service.generate(Self.request) { _ in }.text == response.text)
  }

  @Test("Where the old one is gone, nobody stands in for it once another was selected") func noStandIn() async throws {
    let inFlight = await begin { [service] onDelta in
      try await service.withFallback { try await service.generate(Self.request, backend: $0, onDelta: onDelta) }
    }
    try await service.select("second")
    first.stop()
    #expect(try await inFlight.value.backend == "second")
    #expect(await service.standIn(for: "first") == nil)
  }

  @Test("Without another selection it is gone, and says so") func noSelection() async throws {
    let inFlight = await begin { [service] onDelta in
      try await service.followingSelection { try await service.generate(Self.request, onDelta: onDelta) }
    }
    first.stop()
    await #expect(throws: LLMError.connectionLost) { try await inFlight.value }
  }
}

/// Answers that come late.
struct LateAnswerTests {
  @Test("How a server was says nothing once the backend has another address") func lateProbe() async throws {
    let old = try ScriptedServer { _, _ in [.hold] }
    let new = try ScriptedServer { _, _ in [ScriptedServer.answer(200, #"{"data":[{"id":"m"}]}"#)] }
    func settings(_ url: String) throws -> BackendSettings {
      try BackendSettings(
        TemporaryFolder().settings("[backends.a]\nkind = \"openai-compatible\"\nprofile = \"vllm\"\nurl = \"\(url)\"\n")
      )
    }
    let first = try settings(old.url)
    let factory = LLMBackendFactory(
      transport: HTTPTransport(egress: first.egress), environment: [:], mlxWorker: noMLX, mockResponder: { _ in "" })
    let service = LocalLLMService(settings: first, factory: factory) { _ in }
    let changes = service.changes()
    let probe = Task { await service.availability(of: "a") }
    try await eventually { old.requests.count == 1 }
    await service.reload(try settings(new.url), factory: factory)
    #expect(await !probe.value.isAvailable)
    #expect(await service.availability(of: "a").isAvailable)
    var told: [BackendAvailability] = []
    for await change in changes {
      if case .availability("a", let availability) = change { told.append(availability) }
      if told.last?.isAvailable == true { break }
    }
    #expect(told.count == 1)
  }
}
