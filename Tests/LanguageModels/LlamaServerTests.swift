import TestSupport
import Testing

@testable import LanguageModels

@Suite(.enabled(if: LlamaServer.isWanted, "\(LlamaServer.skipReason)"))
struct LlamaServerTests {
  private static func realBackend(model: String? = nil) async throws -> OpenAICompatibleBackend {
    try backend(try await LlamaServer.shared.value.url, model: model)
  }

  @Test("An answer streams in pieces and is counted") func answerStreamsInPiecesAndIsCounted() async throws {
    let response = try await RealModelChecks.streams(try await Self.realBackend())
    #expect(response.usage.seconds > 0)
    #expect(response.model.hasSuffix(".gguf"))
  }

  @Test("A schema is enforced, with its properties in order") func schemaIsEnforcedWithItsPropertiesInOrder()
    async throws
  {
    let backend = try await Self.realBackend()
    let value = try await RealModelChecks.followsSchema(backend)
    #expect(RealModelChecks.schema.accepts(value))
    #expect(backend.record.isProven)
  }

  @Test("Connections are kept from request to request, without one being lost") func manyRequests() async throws {
    let backend = try await Self.realBackend()
    for number in 1...150 {
      let request = LLMRequest(messages: [LLMMessage(.user, "Say \(number).")], maxTokens: 1, temperature: 0, seed: 1)
      #expect(try await backend.generate(request) { _ in }.usage.outputTokens == 1)
    }
  }

  @Test("A prompt that is too long is told with the numbers") func promptThatIsTooLongIsToldWithNumbers() async throws {
    let prompt = String(repeating: "word ", count: 3000)
    let error = await #expect(throws: LLMError.self) {
      try await Self.realBackend().generate(LLMRequest(messages: [LLMMessage(.user, prompt)])) { _ in }
    }
    guard case .contextExceeded(let tokens, let limit)? = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(tokens > 3000 && limit == 1024)
  }

  @Test("Slots, models and availability are what the server says") func slotsModelsAndAvailabilityAreWhatServerSays()
    async throws
  {
    let backend = try await Self.realBackend()
    #expect(await backend.capabilities() == BackendCapabilities(parallelism: 2, contextTokens: 1024))
    #expect(try #require(await backend.countTokens("A short sentence.")) > 2)
    let models = try await backend.models()
    #expect(models.count == 1)
    #expect(models.first?.contextLength == 1024)
    #expect(await backend.availability().isAvailable)
    let named = try await Self.realBackend(model: "SmolLM2-135M-Instruct.Q4_1")
    #expect(await named.availability().isAvailable)
    let absent = try await Self.realBackend(model: "absent")
    #expect(await absent.availability() == .unavailable(.modelMissing(model: "absent")))
  }
}

/// Tests that look at the server's slots, so they have a server of their own and run one after another.
@Suite(.enabled(if: LlamaServer.isWanted, "\(LlamaServer.skipReason)"), .serialized)
struct LlamaServerSlotTests {
  @Test("The same prompt again is cached") func samePromptAgainIsCached() async throws {
    let server = try LlamaServer(slots: 1, context: 1024)
    let request = LLMRequest(
      messages: [LLMMessage(.user, String(repeating: "The sea is deep. ", count: 20))], maxTokens: 4, temperature: 0)
    let first = try await backend(server.url).generate(request) { _ in }
    let second = try await backend(server.url).generate(request) { _ in }
    #expect(first.usage.cachedPromptTokens < first.usage.promptTokens / 2)
    #expect(second.usage.cachedPromptTokens > second.usage.promptTokens / 2)
    #expect(first.usage.promptTokens == second.usage.promptTokens)
  }

  @Test("Cancelling frees the server's slot", .timeLimit(.minutes(1))) func cancellingFreesServersSlot() async throws {
    let server = try LlamaServer(slots: 1, context: 4096)
    let backend = try backend(server.url)
    let request = LLMRequest(
      messages: [LLMMessage(.user, "Count from one to ten thousand in words.")], maxTokens: 2048, temperature: 1)
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let task = Task { try await backend.generate(request) { _ in arrival.yield() } }
    for await _ in arrivals { break }
    #expect(try await Self.isBusy(backend))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    let start = ContinuousClock.now
    while try await Self.isBusy(backend) {}
    // Writing 2,048 tokens takes this model ten seconds or more.
    #expect(ContinuousClock.now - start < .seconds(4))
  }

  static func isBusy(_ backend: OpenAICompatibleBackend) async throws -> Bool {
    let request = backend.httpRequest(backend.base.at("/slots"), limits: .probe)
    let text = try await backend.transport.exchange(request) { _, body in try await body.text() }
    let slots = try #require(try JSONValue(parsing: text).elements)
    return slots.contains { $0["is_processing"]?.bool == true }
  }
}
