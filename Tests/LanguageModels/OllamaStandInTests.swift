import TestSupport
import Testing

@testable import LanguageModels

/// Against the stand-in, which is not Ollama: the format is Ollama's, the answers are a real model's.
@Suite(.enabled(if: LlamaServer.isWanted, "\(LlamaServer.skipReason)"))
struct OllamaStandInTests {
  private static let standIn = Task { try await OllamaStandIn() }

  private static func realBackend(model: String = OllamaStandIn.model) async throws -> OllamaBackend {
    try ollamaBackend(try await standIn.value.url, model: model)
  }

  @Test("An answer streams in pieces and is counted") func answerStreamsInPieces() async throws {
    let response = try await RealModelChecks.streams(try await Self.realBackend())
    #expect(response.model == OllamaStandIn.model)
  }

  @Test("A schema is followed, with its properties in order, and proves the server") func schemaIsFollowed()
    async throws
  {
    _ = try await RealModelChecks.followsSchema(try await Self.realBackend())
  }

  @Test("The same seed gives the same answer") func sameSeed() async throws {
    let request = LLMRequest(messages: [LLMMessage(.user, "Name a fish.")], maxTokens: 12, temperature: 1, seed: 42)
    let backend = try await Self.realBackend()
    let first = try await backend.generate(request) { _ in }.text
    #expect(try await backend.generate(request) { _ in }.text == first)
  }

  @Test("Models, capabilities and what is missing are what the server says") func whatServerSays() async throws {
    let backend = try await Self.realBackend()
    let models = try await backend.models()
    #expect(models.first?.name == OllamaStandIn.model)
    #expect(models.first?.bytes ?? 0 > 10_000_000)
    let expected = BackendCapabilities(parallelism: 1, isParallelismStated: false, contextTokens: 1024)
    #expect(await backend.capabilities() == expected)
    let absent = try await Self.realBackend(model: "absent")
    #expect(await absent.availability() == .unavailable(.modelMissing(model: "absent")))
    await #expect(throws: LLMError.modelMissing(model: "absent")) { try await absent.generate(helloRequest) { _ in } }
  }

  @Test("A cold model is loaded before the first request, with the context that the request will ask for")
  func preload() async throws {
    let standIn = try await OllamaStandIn()
    let backend = try ollamaBackend(standIn.url, model: OllamaStandIn.model)
    #expect(try await backend.loadedModels().isEmpty)
    try await backend.preload()
    let loaded = try await backend.loadedModels()
    #expect(loaded.map(\.loadedContext) == [1024])
    _ = try await backend.generate(helloRequest) { _ in }
    #expect(try await backend.loadedModels() == loaded)
  }

  /// Longer than the context in tokens, not in words.
  private static let longPrompt = LLMRequest(
    messages: [LLMMessage(.user, String(repeating: "deoxyribonucleoprotein ", count: 700))], maxTokens: 8)

  @Test("A prompt that is too long is refused by a newer version, and found cut by an older one")
  func promptThatIsTooLong() async throws {
    await #expect(throws: LLMError.contextExceeded(promptTokens: 0, limit: 0)) {
      try await Self.realBackend().generate(Self.longPrompt) { _ in }
    }
    let older = try await OllamaStandIn(version: "0.9.0")
    await #expect(throws: LLMError.contextExceeded(promptTokens: 700, limit: 1024)) {
      try await ollamaBackend(older.url, model: OllamaStandIn.model).generate(Self.longPrompt) { _ in }
    }
  }

  @Test("The estimate of a prompt's tokens holds on notes in several scripts") func estimateHolds() async throws {
    let llama = try backend(try await LlamaServer.shared.value.url)
    let texts = [
      "A **mitochondrion** releases energy from sugar by respiration; 36 to 38 ATP for each glucose.\n",
      "| Zone | Depth (m) |\n| --- | --- |\n| sunlit | 0-200 |\n",
      #"$\frac{\partial u}{\partial t} = \alpha \nabla^2 u$ "#,
      "Die Desoxyribonukleinsäure liegt im Zellkern. ", "Клетка является основной единицей живых организмов. ",
      "细胞是生物体的基本结构和功能单位。", "الخلية هي الوحدة الأساسية في الكائنات الحية. ", "let x = [1, 2].map { $0 * 2 }\n",
    ]
    for text in texts {
      let text = String(repeating: text, count: 20)
      let tokens = try #require(await llama.countTokens(text))
      let estimate = PromptEstimate([LLMMessage(.user, text)])
      #expect(estimate.least <= tokens && tokens <= estimate.most, "\(text.prefix(40)): \(estimate), \(tokens)")
    }
  }

  @Test("A model is brought with its progress, and then is there") func modelIsBrought() async throws {
    let standIn = try await OllamaStandIn()
    let backend = try ollamaBackend(standIn.url, model: OllamaStandIn.pullable)
    #expect(await backend.availability() == .unavailable(.modelMissing(model: OllamaStandIn.pullable)))
    let reports = Reports()
    try await backend.pull(OllamaStandIn.pullable, onProgress: reports.add)
    #expect(reports.all.first == PullProgress(status: "pulling manifest"))
    #expect(reports.all.last == PullProgress(status: "success", completedBytes: 1_000_500, totalBytes: 1_000_500))
    #expect(await backend.availability().isAvailable)
    await #expect(throws: LLMError.self) { try await backend.pull("nothing-of-this-name") { _ in } }
  }

  @Test("A pull that was cancelled goes on where it stopped") func pullGoesOn() async throws {
    let standIn = try await OllamaStandIn()
    let backend = try ollamaBackend(standIn.url)
    let (arrivals, arrival) = AsyncStream.makeStream(of: Int64.self)
    let task = Task { try await backend.pull(OllamaStandIn.halting) { arrival.yield($0.completedBytes) } }
    for await bytes in arrivals where bytes == 2_000_000 { break }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    let reports = Reports()
    try await backend.pull(OllamaStandIn.halting, onProgress: reports.add)
    #expect(reports.all.map(\.completedBytes).first { $0 > 0 } ?? 0 > 2_000_000)
    #expect(reports.all.last?.completedBytes == 4_002_000)
  }

  @Test("Cancelling stops the model behind the server", .timeLimit(.minutes(1))) func cancellingStopsModel()
    async throws
  {
    let llama = try LlamaServer(slots: 1, context: 4096)
    let behind = try LanguageModelsTests.backend(llama.url)
    let standIn = try await OllamaStandIn(over: llama)
    let backend = try ollamaBackend(standIn.url, model: OllamaStandIn.model)
    let request = LLMRequest(
      messages: [LLMMessage(.user, "Count from one to ten thousand in words.")], maxTokens: 2048, temperature: 1)
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let task = Task { try await backend.generate(request) { _ in arrival.yield() } }
    for await _ in arrivals { break }
    #expect(try await LlamaServerSlotTests.isBusy(behind))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    let start = ContinuousClock.now
    while try await LlamaServerSlotTests.isBusy(behind) {}
    #expect(ContinuousClock.now - start < .seconds(4))
  }
}
