import TestSupport
import Testing

@testable import LanguageModels

struct AnthropicTests {
  private static let schema = JSONSchema.object([.init("b", .string), .init("a", .string)])
  private static let schemaRequest = LLMRequest(
    messages: [LLMMessage(.system, "You write."), LLMMessage(.user, "Write.")], schema: schema, maxTokens: 64,
    temperature: 1.4, seed: 7)

  private static func event(_ json: String) -> String {
    let type = (try? JSONValue(parsing: json))?["type"]?.string ?? ""
    return "event: \(type)\ndata: \(json)\n\n"
  }

  private static let start = event(
    #"{"type":"message_start","message":{"type":"message","model":"claude-test-1","content":[],"stop_reason":null,"#
      + #""usage":{"input_tokens":10,"cache_creation_input_tokens":3,"cache_read_input_tokens":20,"output_tokens":1}}}"#
  )

  private static func delta(_ delta: String) -> String {
    event(#"{"type":"content_block_delta","index":0,"delta":\#(delta)}"#)
  }

  private static func end(_ reason: String) -> String {
    event(#"{"type":"message_delta","delta":{"stop_reason":"\#(reason)"},"usage":{"output_tokens":15}}"#)
      + event(#"{"type":"message_stop"}"#)
  }

  private static func stream(_ events: String...) -> [ScriptedServer.Step] {
    [ScriptedServer.streamHead] + events.map { .send($0) }
  }

  private static func answer(_ text: String, reason: String = "end_turn") -> [ScriptedServer.Step] {
    stream(start, delta(#"{"type":"text_delta","text":\#(JSONValue.string(text).text)}"#), end(reason))
  }

  private func anthropic(
    _ url: String, model: String? = "claude-test", clock: InstantClock = InstantClock()
  ) throws -> OpenAICompatibleBackend {
    try backend(
      url, model: model, keyVariable: "K", environment: ["K": "secret-key"], clock: clock, profile: .anthropic)
  }

  @Test("An answer arrives in pieces, with thinking apart and the cache counted")
  func answerArrivesInPiecesWithThinkingApartAndCacheCounted() async throws {
    let server = try ScriptedServer { _, _ in
      Self.stream(
        Self.start, Self.event(#"{"type":"ping"}"#),
        Self.event(#"{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":""}}"#),
        Self.delta(#"{"type":"thinking_delta","thinking":"hm"}"#),
        Self.delta(#"{"type":"signature_delta","signature":"x"}"#),
        Self.event(#"{"type":"content_block_stop","index":0}"#),
        Self.event(
          #"{"type":"content_block_start","index":1,"content_block":{"type":"redacted_thinking","data":"y"}}"#),
        Self.event(#"{"type":"content_block_start","index":2,"content_block":{"type":"text","text":""}}"#),
        Self.delta(#"{"type":"text_delta","text":"Hel"}"#), Self.delta(#"{"type":"text_delta","text":"lo"}"#),
        Self.event(#"{"type":"something_new"}"#), Self.end("end_turn"))
    }
    let pieces = Pieces()
    let response = try await anthropic(server.url).generate(helloRequest, onDelta: pieces.add)
    #expect(pieces.all == [.reasoning("hm"), .text("Hel"), .text("lo")])
    #expect(response.finishReason == .stop)
    #expect(response.model == "claude-test-1")
    #expect(response.usage.promptTokens == 33)
    #expect(response.usage.cachedPromptTokens == 20)
    #expect(response.usage.outputTokens == 15)
  }

  @Test("A request has its own path, headers and body") func requestHasItsOwnPathHeadersAndBody() async throws {
    let server = try ScriptedServer { _, _ in Self.answer(#"{"b":"1","a":"2"}"#) }
    let backend = try anthropic(server.url + "/v1/messages/")
    _ = try await backend.generate(Self.schemaRequest) { _ in }
    let request = try #require(server.requests.first)
    #expect(request.line == "POST /v1/messages HTTP/1.1")
    #expect(request.headers["x-api-key"] == "secret-key")
    #expect(request.headers["authorization"] == nil)
    #expect(request.headers["anthropic-version"] == "2023-06-01")
    let body = try JSONValue(parsing: request.body)
    #expect(body["model"]?.string == "claude-test")
    #expect(body["max_tokens"]?.int == 64)
    #expect(body["system"]?.string == "You write.")
    #expect(body["messages"]?.elements?.map { $0["role"]?.string } == ["user"])
    #expect(body["temperature"]?.double == 1)
    #expect(body["seed"] == nil)
    #expect(body["output_config"]?["format"]?["schema"] == Self.schema.json)
    #expect(backend.record.isProven)
  }

  @Test("A model without schemas answers through one forced tool, and that is remembered")
  func modelWithoutSchemasAnswersThroughOneForcedTool() async throws {
    let server = try ScriptedServer { request, _ in
      if request.body.contains("output_config") {
        let error = #"{"type":"invalid_request_error","message":"output_config: Extra inputs are not permitted"}"#
        return [ScriptedServer.answer(400, #"{"type":"error","error":\#(error)}"#)]
      }
      return Self.stream(
        Self.start,
        Self.event(
          #"{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","name":"answer","input":{}}}"#),
        Self.delta(#"{"type":"input_json_delta","partial_json":""}"#),
        Self.delta(#"{"type":"input_json_delta","partial_json":"{\"b\":\"1\","}"#),
        Self.delta(#"{"type":"input_json_delta","partial_json":"\"a\":\"2\"}"}"#), Self.end("tool_use"))
    }
    let backend = try anthropic(server.url)
    let response = try await backend.generate(Self.schemaRequest) { _ in }
    #expect(response.text == #"{"b":"1","a":"2"}"#)
    #expect(response.finishReason == .stop)
    _ = try await backend.generate(Self.schemaRequest) { _ in }
    #expect(server.requests.count == 3)
    let body = try JSONValue(parsing: server.requests[2].body)
    #expect(body["tool_choice"]?["name"] == body["tools"]?.elements?.first?["name"])
    #expect(body["tools"]?.elements?.first?["input_schema"] == Self.schema.json)
    #expect(backend.record.isProven)
  }

  @Test("An answer that was not streamed is understood") func answerThatWasNotStreamedIsUnderstood() async throws {
    let content = #"[{"type":"thinking","thinking":"hm"},{"type":"text","text":"whole"}]"#
    let server = try ScriptedServer { _, _ in
      [ScriptedServer.answer(200, #"{"type":"message","content":\#(content),"stop_reason":"max_tokens"}"#)]
    }
    let response = try await anthropic(server.url).generate(helloRequest) { _ in }
    #expect(response.text == "whole")
    #expect(response.finishReason == .length)
  }

  private static func overloaded(_ type: String = "overloaded_error") -> String {
    #"{"type":"error","error":{"type":"\#(type)","message":"Overloaded"}}"#
  }

  @Test("An overloaded service is asked again, also when it says so in a stream that has not begun to answer")
  func overloadedServiceIsAskedAgain() async throws {
    let server = try ScriptedServer { _, number in
      switch number {
      case 0: [ScriptedServer.answer(529, Self.overloaded())]
      case 1: Self.stream(Self.start, Self.event(Self.overloaded()))
      default: Self.answer("ok")
      }
    }
    let clock = InstantClock()
    #expect(try await anthropic(server.url, clock: clock).generate(helloRequest) { _ in }.text == "ok")
    #expect(clock.waits.count == 2)
    let late = try ScriptedServer { _, _ in
      Self.stream(Self.start, Self.delta(#"{"type":"text_delta","text":"Hel"}"#), Self.event(Self.overloaded()))
    }
    await #expect(throws: LLMError.status(code: 529, detail: "Overloaded")) {
      try await anthropic(late.url).generate(helloRequest) { _ in }
    }
    #expect(late.requests.count == 1)
  }

  @Test(
    "An error is told by its kind",
    arguments: [
      (401, "authentication_error", "invalid x-api-key", LLMError.keyRefused),
      (404, "not_found_error", "model: claude-test", .modelMissing(model: "claude-test")),
      (
        400, "invalid_request_error", "prompt is too long: 210000 tokens > 200000 maximum",
        .contextExceeded(promptTokens: 0, limit: 0)
      ),
      (400, "invalid_request_error", "no credit", .status(code: 400, detail: "no credit")),
      (200, "api_error", "Internal server error", .failedOnServer(detail: "Internal server error")),
    ])
  func errorIsToldByItsKind(status: Int, type: String, message: String, error: LLMError) async throws {
    let body = #"{"type":"error","error":{"type":"\#(type)","message":"\#(message)"}}"#
    let server = try ScriptedServer { _, _ in [ScriptedServer.answer(status, body)] }
    await #expect(throws: error) { try await anthropic(server.url).generate(helloRequest) { _ in } }
  }

  @Test("Tokens are counted by the service's own counter") func countTokens() async throws {
    let server = try ScriptedServer { _, _ in [ScriptedServer.answer(200, #"{"input_tokens":14}"#)] }
    #expect(try await anthropic(server.url).countTokens("Some notes.") == 14)
    let request = try #require(server.requests.first)
    #expect(request.line.hasPrefix("POST /v1/messages/count_tokens "))
    #expect(request.headers["x-api-key"] == "secret-key" && request.headers["anthropic-version"] == "2023-06-01")
    #expect(request.body == #"{"model":"claude-test","messages":[{"role":"user","content":"Some notes."}]}"#)
    #expect(try await anthropic(server.url).countTokens(" \n") == nil)
    #expect(server.requests.count == 1)
  }

  @Test(
    "A counter that fails counts nothing", arguments: [(429, "{}"), (200, "<html>"), (200, #"{"input_tokens":"x"}"#)])
  func countFails(status: Int, body: String) async throws {
    let server = try ScriptedServer { _, _ in [ScriptedServer.answer(status, body)] }
    #expect(try await anthropic(server.url).countTokens("Some notes.") == nil)
  }

  @Test("What is cut, empty or of another kind is an error")
  func whatIsCutEmptyOrOfAnotherKindIsError() async throws {
    let cases: [([ScriptedServer.Step], LLMError)] = [
      (Self.stream(Self.start), .connectionLost), (Self.stream(Self.start, Self.end("end_turn")), .emptyAnswer),
      (
        ScriptedServer.stream("an answer in OpenAI's form"),
        .unexpectedAnswer(url: "URL", detail: "no chat completion")
      ),
    ]
    for (steps, expected) in cases {
      let server = try ScriptedServer { _, _ in steps }
      let error = await #expect(throws: LLMError.self) {
        try await anthropic(server.url).generate(helloRequest) { _ in }
      }
      if case .unexpectedAnswer(_, let detail)? = error, case .unexpectedAnswer(_, detail) = expected { continue }
      #expect(error == expected)
    }
  }

  @Test(
    "An alias is served by the dated model that it stands for",
    arguments: [("claude-a-4", true), ("claude-a-latest", true), ("claude-a-4-20250101", true), ("claude-z", false)])
  func aliasIsServedByDatedModel(name: String, isThere: Bool) async throws {
    let list = #"{"data":[{"type":"model","id":"claude-a-4-20250101","max_input_tokens":200000}],"has_more":false}"#
    let server = try ScriptedServer { _, _ in [ScriptedServer.answer(200, list)] }
    let backend = try anthropic(server.url, model: name)
    #expect(await backend.availability().isAvailable == isThere)
    #expect(server.requests.first?.line == "GET /v1/models?limit=1000 HTTP/1.1")
    #expect(await backend.capabilities().contextTokens == 200_000)
    #expect(server.requests.allSatisfy { $0.line.contains("/v1/models") })
  }

  @Test("A model has to be named") func modelHasToBeNamed() async throws {
    let server = try ScriptedServer { _, _ in Self.answer("x") }
    let backend = try anthropic(server.url, model: nil)
    await #expect(throws: LLMError.modelNotNamed(backend: "test")) {
      try await backend.generate(helloRequest) { _ in }
    }
    #expect(await backend.availability() == .unavailable(.modelNotNamed))
    #expect(server.requests.isEmpty)
  }
}
