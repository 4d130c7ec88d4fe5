import TestSupport
import Testing

@testable import LanguageModels

struct OllamaTests {
  private static let schema = JSONSchema.object([.init("b", .string), .init("a", .string)])
  private static let schemaRequest = LLMRequest(
    messages: [LLMMessage(.system, "You write."), LLMMessage(.user, "Write.")], schema: schema, maxTokens: 64, seed: 7)
  private static let followed = #"{"b":"1","a":"2"}"#
  private static let thinker = ScriptedOllama.details(capabilities: ["completion", "thinking"])

  private static func words(_ count: Int) -> LLMRequest {
    LLMRequest(messages: [LLMMessage(.user, String(repeating: "word ", count: count))], maxTokens: 64)
  }

  // MARK: - Answers

  @Test("An answer arrives in pieces, with reasoning apart and everything counted")
  func answerArrivesInPieces() async throws {
    let ollama = try ScriptedOllama { _ in
      [
        ScriptedServer.streamHead, .send(ScriptedOllama.piece("", thinking: "hm")),
        .send(ScriptedOllama.piece("<think>or") + ScriptedOllama.piece(" so</th").prefix(30)),
        .send(String(ScriptedOllama.piece(" so</th").dropFirst(30)) + ScriptedOllama.piece("ink>Hel")),
        .send(ScriptedOllama.piece("lo") + "\n" + ScriptedOllama.end("length", prompt: 12, output: 3)),
      ]
    }
    let pieces = Pieces()
    let response = try await ollama.backend().generate(helloRequest, onDelta: pieces.add)
    #expect(pieces.reasoning == "hmor so")
    #expect(pieces.all.last == .text("lo"))
    #expect(response.text == "Hello")
    #expect(response.finishReason == .length)
    #expect(response.kind == .ollama && response.model == "m")
    #expect(response.usage.promptTokens == 12 && response.usage.outputTokens == 3)
  }

  @Test("Tokens that were still computed are counted apart") func cachedTokensAreCountedApart() async throws {
    let end = #"{"done":true,"prompt_eval_count":12,"prompt_eval_cached_count":10}"#
    let ollama = try ScriptedOllama { _ in ScriptedOllama.stream("ok", end: end) }
    let usage = try await ollama.backend().generate(helloRequest) { _ in }.usage
    #expect(usage.promptTokens == 12 && usage.cachedPromptTokens == 10)
  }

  @Test("A request holds the schema in its order, its options, and nothing that the model does not know")
  func requestHoldsSchemaAndOptions() async throws {
    let ollama = try ScriptedOllama { _ in ScriptedOllama.stream(Self.followed) }
    let backend = try ollama.backend()
    _ = try await backend.generate(Self.schemaRequest) { _ in }
    let text = try #require(ollama.server.requests.last?.body)
    #expect(text.contains(#""properties":{"b":{"type":"string"},"a":{"type":"string"}}"#))
    let body = try #require(ollama.chats.first)
    #expect(body["model"]?.string == "m")
    #expect(body["stream"]?.bool == true)
    #expect(body["format"] == Self.schema.json)
    #expect(body["messages"]?.elements?.map { $0["role"]?.string } == ["system", "user"])
    #expect(body["keep_alive"]?.string == "10m")
    #expect(body["truncate"]?.bool == false)
    #expect(body["think"] == nil)
    #expect(body["options"]?["temperature"]?.text == "0.7")
    #expect(body["options"]?["seed"]?.int == 7)
    #expect(body["options"]?["num_predict"]?.int == 64)
    #expect(body["options"]?["num_ctx"]?.int == 4096)
    #expect(backend.memory.withLock { $0.isProven })
  }

  @Test(
    "An error of the server is told by its kind",
    arguments: [
      (404, #"{"error":"model 'm' not found"}"#, LLMError.modelMissing(model: "m")),
      (404, "404 page not found", .unexpectedAnswer(url: "URL", detail: "404 page not found")),
      (401, #"{"error":"unauthorized"}"#, .keyMissing(variable: nil)),
      (500, "<html>oops</html>", .status(code: 500, detail: "a web page")),
      (
        500, #"{"error":"model requires more system memory (5.0 GiB) than is available (2.0 GiB)"}"#,
        .status(code: 500, detail: "model requires more system memory (5.0 GiB) than is available (2.0 GiB)")
      ),
      (
        400, #"{"error":"invalid JSON schema in format"}"#, .schemaRefused(detail: "invalid JSON schema in format")
      ),
      (
        400, #"{"error":"the input length exceeds the context length"}"#,
        .contextExceeded(promptTokens: 0, limit: 0)
      ),
      (
        200, #"{"error":"llama runner process has terminated"}"#,
        .failedOnServer(detail: "llama runner process has terminated")
      ),
      (200, #"{"message":{"content":"Half"}}\#n{"error":"an\nerror"}"#, .failedOnServer(detail: "an error")),
      (200, #"{"message":{"content":"","thinking":"only"},"done":true}"#, .emptyAnswer),
      (200, #"{"message":{"content":""},"done":true,"done_reason":"load"}"#, .emptyAnswer),
      (200, #"{"message":{"content":"Half"}}\#n{oops\#n{}"#, .failedOnServer(detail: "a line that is not JSON")),
      (200, #"{"message":{"content":"Half"}}"#, .connectionLost),
      (200, #"{"message":{"content":"Half"}}\#n{"message":{"#, .connectionLost),
    ])
  func errorIsToldByItsKind(status: Int, body: String, error: LLMError) async throws {
    let ollama = try ScriptedOllama { _ in [ScriptedServer.answer(status, body)] }
    var expected = error
    if case .unexpectedAnswer(_, let detail) = error {
      expected = .unexpectedAnswer(url: ollama.server.url, detail: detail)
    }
    await #expect(throws: expected) { try await ollama.backend().generate(Self.schemaRequest) { _ in } }
    #expect(ollama.chats.count == 1)
  }

  @Test("What is no Ollama is told as such", arguments: ["", "<html></html>", "hello", "[1]", "{}", "data: {}\n\n"])
  func whatIsNoOllamaIsToldAsSuch(body: String) async throws {
    let ollama = try ScriptedOllama { _ in [ScriptedServer.answer(200, body)] }
    let error = await #expect(throws: LLMError.self) {
      try await ollama.backend().generate(helloRequest) { _ in }
    }
    guard case .unexpectedAnswer = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
  }

  @Test("A thousand damaged answers are a thousand errors or answers, and never a crash") func damagedAnswers() throws {
    let whole = Array(
      (ScriptedOllama.piece("He", thinking: "é") + ScriptedOllama.piece("llo \u{1F600}") + ScriptedOllama.end()).utf8)
    let url = try ServerURL("http://localhost:1")
    var (failures, random) = (0, Lottery(state: 1))
    for _ in 0..<1000 {
      var bytes = whole
      for _ in 0...random.number(below: 4) {
        bytes[random.number(below: bytes.count)] = UInt8(random.number(below: 256))
      }
      bytes = Array(bytes.prefix(random.number(below: bytes.count * 2)))
      var reader = OllamaStreamReader(url: url, key: nil, limits: HTTPLimits())
      do throws(LLMError) {
        _ = try reader.feed(bytes[...])
        _ = try reader.finish()
        #expect(reader.isComplete && !reader.text.isEmpty)
      } catch {
        failures += 1
        #expect(!error.sentence.isEmpty)
      }
    }
    #expect(failures > 500)
  }

  @Test("A model that writes white space for ever is stopped") func endlessWhiteSpace() async throws {
    let ollama = try ScriptedOllama { _ in
      [ScriptedServer.streamHead, .send(ScriptedOllama.piece("{")), .flood(ScriptedOllama.piece("\n        "))]
    }
    #expect(try await ollama.backend().generate(helloRequest) { _ in }.finishReason == .length)
    for await _ in ollama.server.closings { break }
  }

  // MARK: - Context

  @Test("The context grows in steps with the need, never shrinks, and is never larger than the model's")
  func contextGrowsInSteps() async throws {
    let ollama = try ScriptedOllama(show: ScriptedOllama.details(context: 20_000)) { _ in
      ScriptedOllama.stream("ok", end: ScriptedOllama.end(prompt: 0))
    }
    let backend = try ollama.backend()
    for count in [1, 3000, 1, 8000, 1] { _ = try await backend.generate(Self.words(count)) { _ in } }
    #expect(ollama.chats.map { $0["options"]?["num_ctx"]?.int } == [4096, 8192, 8192, 16_384, 16_384])
    _ = try await backend.generate(Self.words(12_000)) { _ in }
    #expect(ollama.chats.last?["options"]?["num_ctx"]?.int == 20_000)
    #expect(ollama.server.requests.filter { $0.line.contains("/api/show") }.count == 1)
  }

  @Test("A prompt that surely is too long is not even sent") func promptThatSurelyIsTooLong() async throws {
    let ollama = try ScriptedOllama()
    await #expect(throws: LLMError.contextExceeded(promptTokens: 9000, limit: 8192)) {
      try await ollama.backend().generate(Self.words(9000)) { _ in }
    }
    #expect(ollama.chats.isEmpty)
  }

  @Test("A prompt that was cut in silence is an error; a count without what was still computed is none")
  func promptThatWasCutInSilence() async throws {
    func ollama(loadedWith context: Int) throws -> ScriptedOllama {
      try ScriptedOllama(running: #"{"models":[{"name":"m:latest","context_length":\#(context)}]}"#) { _ in
        ScriptedOllama.stream("ok", end: ScriptedOllama.end(prompt: 2050))
      }
    }
    let (cut, whole) = (try ollama(loadedWith: 4096), try ollama(loadedWith: 8192))
    await #expect(throws: LLMError.contextExceeded(promptTokens: 3000, limit: 4096)) {
      try await cut.backend().generate(Self.words(3000)) { _ in }
    }
    #expect(try await whole.backend().generate(Self.words(3000)) { _ in }.text == "ok")
  }

  @Test("A prompt whose beginning was dropped to write on is an error") func promptThatWasShifted() async throws {
    let ollama = try ScriptedOllama(show: ScriptedOllama.details(context: 100)) { _ in
      ScriptedOllama.stream("ok", end: ScriptedOllama.end(prompt: 80, output: 40))
    }
    await #expect(throws: LLMError.contextExceeded(promptTokens: 80, limit: 100)) {
      try await ollama.backend().generate(helloRequest) { _ in }
    }
  }

  // MARK: - Reasoning and schemas

  @Test("A model that can reason is told not to, as long as it follows the schema")
  func modelThatCanReasonIsToldNotTo() async throws {
    let ollama = try ScriptedOllama(show: Self.thinker) { _ in ScriptedOllama.stream(Self.followed) }
    let backend = try ollama.backend()
    for _ in 0..<2 { _ = try await backend.generate(Self.schemaRequest) { _ in } }
    #expect(ollama.chats.map { $0["think"]?.bool } == [false, false])
    #expect(ollama.chats.map { $0["options"]?["num_predict"]?.int } == [64, 64])
  }

  @Test(
    "Where telling it so costs the schema, or does not help, it is told nothing and gets tokens to reason with",
    arguments: [("Some prose.", nil), ("```json\n{}\n```", nil), (followed, "hm")])
  func modelThatHasToReason(first: String, thinking: String?) async throws {
    let ollama = try ScriptedOllama(show: Self.thinker) { request in
      ScriptedOllama.stream(request.body.contains("think") ? first : Self.followed, thinking: thinking)
    }
    let backend = try ollama.backend()
    for _ in 0..<2 { _ = try await backend.generate(Self.schemaRequest) { _ in } }
    #expect(ollama.chats.map { $0["think"]?.bool } == [false, nil])
    #expect(ollama.chats.map { $0["options"]?["num_predict"]?.int } == [64, 64 + OllamaMemory.reasoningTokens])
    #expect(ollama.chats[1]["messages"] == ollama.chats[0]["messages"])
  }

  @Test("A server that refuses the word is asked again without it") func refusedWord() async throws {
    let ollama = try ScriptedOllama(show: Self.thinker) { request in
      request.body.contains("\"think\"")
        ? [ScriptedServer.answer(400, #"{"error":"think value \"false\" is not supported for this model"}"#)]
        : ScriptedOllama.stream(Self.followed)
    }
    let backend = try ollama.backend()
    for _ in 0..<2 { _ = try await backend.generate(Self.schemaRequest) { _ in } }
    #expect(ollama.chats.map { $0["think"]?.bool } == [false, nil, nil])
  }

  @Test("A model that spent its tokens on reasoning gets more the next time") func moreTokens() async throws {
    let ollama = try ScriptedOllama { _ in
      ScriptedOllama.stream("", thinking: "on and on", end: ScriptedOllama.end("length"))
    }
    let backend = try ollama.backend()
    for _ in 0..<2 {
      await #expect(throws: LLMError.emptyAnswer) { try await backend.generate(Self.schemaRequest) { _ in } }
    }
    #expect(ollama.chats.map { $0["options"]?["num_predict"]?.int } == [64, 64 + OllamaMemory.reasoningTokens])
  }

  @Test("A model whose engine ignores the schema gets it in words too") func ignoredSchema() async throws {
    let ollama = try ScriptedOllama { request in
      ScriptedOllama.stream(request.body.contains("JSON Schema") ? Self.followed : "Some prose.")
    }
    let backend = try ollama.backend()
    _ = try await backend.generate(Self.schemaRequest) { _ in }
    #expect(!backend.memory.withLock { $0.isProven })
    _ = try await backend.generate(Self.schemaRequest) { _ in }
    #expect(backend.memory.withLock { $0.isProven })
    #expect(ollama.chats[1]["messages"]?.elements?.first == ollama.chats[0]["messages"]?.elements?.first)
    #expect(ollama.chats[1]["format"] == Self.schema.json)
  }

  // MARK: - Patience

  @Test("A full queue is asked again, under the one budget") func fullQueueIsAskedAgain() async throws {
    let busy = #"{"error":"server busy, please try again.  maximum pending requests exceeded"}"#
    let ollama = try ScriptedOllama { _ in [ScriptedServer.answer(503, busy)] }
    let clock = InstantClock()
    let error = await #expect(throws: LLMError.self) {
      try await ollama.backend(clock: clock).generate(helloRequest) { _ in }
    }
    guard case .status(503, _) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(clock.waits == [.milliseconds(500), .seconds(1)])
    #expect(ollama.chats.count == 3)
  }

  @Test("A cold model may load for five minutes and more, but a stream that stops is left")
  func coldModelMayLoad() async throws {
    #expect(OllamaBackend.patientLimits.firstByte >= .seconds(300))
    let ollama = try ScriptedOllama { _ in
      [ScriptedServer.streamHead, .send(ScriptedOllama.piece("x")), .hold]
    }
    var limits = OllamaBackend.patientLimits
    limits.idle = .milliseconds(200)
    await #expect(throws: LLMError.idleTimeout) {
      try await ollama.backend(limits: limits).generate(helloRequest) { _ in }
    }
    for await _ in ollama.server.closings { break }
  }

  @Test("Cancelling closes the connection") func cancellingClosesConnection() async throws {
    let ollama = try ScriptedOllama { _ in [ScriptedServer.streamHead, .send(ScriptedOllama.piece("first")), .hold] }
    let backend = try ollama.backend()
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let task = Task { try await backend.generate(helloRequest) { _ in arrival.yield() } }
    for await _ in arrivals { break }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    for await _ in ollama.server.closings { break }
  }
}
