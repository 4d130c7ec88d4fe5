import Foundation
import TestSupport
import Testing

@testable import LanguageModels

/// The real worker with a real model. Prompts are short: without a GPU each token takes a tenth of a second or more.
@Suite(.enabled(if: MLXModelFolder.isWanted, "\(MLXModelFolder.skipReason)"), .serialized, .timeLimit(.minutes(3)))
struct MLXModelTests {
  private static let shared = Task { try MLXFixture.real() }

  private static func request(
    _ prompt: String, schema: JSONSchema? = nil, maxTokens: Int = 40
  ) -> LLMRequest {
    LLMRequest(
      messages: [LLMMessage(.system, "Be brief."), LLMMessage(.user, prompt)], schema: schema, maxTokens: maxTokens,
      temperature: 0, seed: 1)
  }

  @Test("A model loads once, streams, counts, and keeps what prompts have in common") func modelLoadsOnce()
    async throws
  {
    let fixture = try await Self.shared.value
    guard case .available(_, proven: false) = await fixture.backend.availability() else {
      Issue.record("it should be available and not proven")
      return
    }
    #expect(fixture.starts.isEmpty)
    #expect(await fixture.backend.capabilities() == BackendCapabilities(contextTokens: 8192))
    let pieces = Pieces()
    let first = try await fixture.backend.generate(
      Self.request("Capital of France?", maxTokens: 6), onDelta: pieces.add)
    #expect(pieces.all.count > 3 && pieces.text == first.text)
    #expect(first.text.contains("Paris"))
    #expect(first.usage.promptTokens > 10 && first.usage.cachedPromptTokens == 0)
    #expect((1...6).contains(first.usage.outputTokens) && first.usage.seconds > 0)
    let second = try await fixture.backend.generate(Self.request("Capital of Spain?", maxTokens: 2)) { _ in }
    #expect(second.finishReason == .length)
    #expect(second.usage.outputTokens == 2)
    #expect(second.usage.cachedPromptTokens > 5)
    #expect(fixture.starts.count == 1)
    let expected = BackendCapabilities(contextTokens: 8192)
    #expect(await fixture.backend.capabilities() == expected)
  }

  @Test("A schema is enforced, with its properties in order") func schemaIsEnforced() async throws {
    let fixture = try await Self.shared.value
    let schema = JSONSchema.object([
      .init("zone", .oneOf(["polar", "tropical"])), .init("sure", .oneOf(["yes", "no"])),
    ])
    let response = try await fixture.backend.generate(Self.request("Tell a story.", schema: schema)) { _ in }
    let value = try JSONValue(parsing: response.text)
    #expect(value.members?.map(\.name) == ["zone", "sure"])
    #expect(schema.accepts(value) && response.finishReason == .stop)
    guard case .available(_, proven: true) = await fixture.backend.availability() else {
      Issue.record("it should be available and proven")
      return
    }
  }

  @Test("Tokens are counted by the model's own tokenizer, as another program counts them with the same model")
  func countTokens() async throws {
    let fixture = try await Self.shared.value
    let llama = try backend(try await LlamaServer.shared.value.url)
    for text in ["Hello", "A mitochondrion releases energy; 36 to 38 ATP.", "细胞是生物体的基本单位。", ""] {
      let count = try #require(await fixture.backend.countTokens(text))
      #expect(await llama.countTokens(text) == count, "\(text)")
    }
  }

  @Test("A prompt that is too long is told with the numbers") func promptThatIsTooLong() async throws {
    let prompt = String(repeating: "word ", count: 9000)
    let error = await #expect(throws: LLMError.self) {
      try await Self.shared.value.backend.generate(Self.request(prompt)) { _ in }
    }
    guard case .contextExceeded(let tokens, 8192) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(tokens > 9000)
  }

  @Test("Cancelling stops the model, and the next request is served by the same process") func cancellingStops()
    async throws
  {
    let fixture = try await Self.shared.value
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let task = Task {
      try await fixture.backend.generate(Self.request("Count to ten thousand.", maxTokens: 2000)) { _ in arrival.yield()
      }
    }
    for await _ in arrivals { break }
    let start = ContinuousClock.now
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(try await !fixture.backend.generate(Self.request("Say yes.", maxTokens: 1)) { _ in }.text.isEmpty)
    // 2,000 tokens would take minutes.
    #expect(ContinuousClock.now - start < .seconds(30))
    #expect(fixture.starts.count == 1)
  }

  @Test("A process that is killed is an error for its request, and another one serves the next") func processIsKilled()
    async throws
  {
    let fixture = try await Self.shared.value
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let task = Task {
      try await fixture.backend.generate(Self.request("Count to ten thousand.", maxTokens: 500)) { _ in arrival.yield()
      }
    }
    for await _ in arrivals { break }
    let before = fixture.starts
    kill(try #require(before.last), SIGKILL)
    await #expect(throws: LLMError.workerFailed(detail: "signal 9 ended it")) { try await task.value }
    #expect(try await !fixture.backend.generate(Self.request("Say yes.", maxTokens: 1)) { _ in }.text.isEmpty)
    #expect(fixture.starts.count == before.count + 1)
  }
}
