import TestSupport
import Testing

@testable import LanguageModels

/// What single servers are known to do differently, from their documentation, their issue threads, and captures.
struct ServerQuirkTests {
  private static let schema = JSONSchema.object([.init("a", .string)])
  private static let schemaRequest = LLMRequest(
    messages: [LLMMessage(.user, "Write.")], schema: schema, maxTokens: 64, seed: 7)

  // MARK: - LM Studio

  @Test("LM Studio's refusal of json_object leads to the schema in the prompt, not to giving up")
  func lmStudioRefusesJSONObject() async throws {
    let server = try ScriptedServer { request, _ in
      if request.body.contains(#""type":"json_schema""#) {
        return [ScriptedServer.answer(400, #"{"error":"The schema can not be compiled"}"#)]
      }
      return request.body.contains("json_object")
        ? [ScriptedServer.answer(400, #"{"error":"'response_format.type' must be 'json_schema' or 'text'"}"#)]
        : ScriptedServer.stream(#"{"a":"1"}"#)
    }
    let backend = try backend(server.url, profile: .lmStudio)
    #expect(try await backend.generate(Self.schemaRequest) { _ in }.text == #"{"a":"1"}"#)
    #expect(server.requests.count == 3)
    #expect(backend.record.adaptations.schemaSupport == .promptOnly)
  }

  @Test("LM Studio's 200 with an error is an error, of an answer and of the list of models")
  func lmStudioAnswers200WithError() async throws {
    let body = #"{"error":"Unexpected endpoint or method. (POST /chat/completions)"}"#
    let server = try ScriptedServer { _, _ in [ScriptedServer.answer(200, body)] }
    let backend = try backend(server.url, profile: .lmStudio)
    let detail = "Unexpected endpoint or method. (POST /chat/completions)"
    await #expect(throws: LLMError.failedOnServer(detail: detail)) {
      try await backend.generate(helloRequest) { _ in }
    }
    #expect(
      await backend.availability()
        == .unavailable(.wrongAddress(url: server.url + "/v1", detail: detail)))
  }

  // MARK: - vLLM

  @Test("vLLM gets a schema as response_format, and tells its context by its own name")
  func vllmGetsSchemaAsResponseFormat() async throws {
    let server = try ScriptedServer { request, _ in
      request.line.hasPrefix("GET")
        ? [ScriptedServer.answer(200, #"{"data":[{"id":"m","owned_by":"vllm","max_model_len":8192}]}"#)]
        : ScriptedServer.stream(#"{"a":"1"}"#)
    }
    let backend = try backend(server.url, model: "m", profile: .vllm)
    _ = try await backend.generate(Self.schemaRequest) { _ in }
    let body = try JSONValue(parsing: server.requests[0].body)
    #expect(body["response_format"]?["json_schema"]?["schema"] == Self.schema.json)
    #expect(body["guided_json"] == nil)
    #expect(await backend.capabilities().contextTokens == 8192)
  }

  @Test("vLLM's errors, with their message at the top, are read") func vllmErrorsAreRead() async throws {
    let body = #"{"object":"error","message":"This model's maximum context length is 4096 tokens","code":400}"#
    let server = try ScriptedServer { _, _ in [ScriptedServer.answer(400, body)] }
    await #expect(throws: LLMError.contextExceeded(promptTokens: 0, limit: 0)) {
      try await backend(server.url, profile: .vllm).generate(helloRequest) { _ in }
    }
  }

  // MARK: - mlx_lm.server

  private static let mlxHead = ScriptedServer.Step.send(
    "HTTP/1.0 200 OK\r\nContent-type: text/event-stream\r\nCache-Control: no-cache\r\n\r\n")

  @Test("mlx_lm.server's HTTP/1.0 stream with keepalive comments ends with its connection")
  func mlxStreamEndsWithConnection() async throws {
    let server = try ScriptedServer { _, _ in
      [
        Self.mlxHead, .send(": keepalive 100/2048\n\n"), .send(": keepalive 2048/2048\n\n"),
        .send(ScriptedServer.event("Hello")), .send(ScriptedServer.end("stop")),
      ]
    }
    let pieces = Pieces()
    let response = try await backend(server.url, profile: .mlx).generate(helloRequest, onDelta: pieces.add)
    #expect(response.text == "Hello")
    #expect(pieces.all == [.text("Hello")])
  }

  @Test("mlx_lm.server ignores schemas in silence, which is noticed and remembered")
  func mlxIgnoresSchemas() async throws {
    let server = try ScriptedServer { request, _ in
      [
        Self.mlxHead,
        .send(ScriptedServer.event(request.body.contains("JSON Schema") ? #"{"a":"1"}"# : "Sure! Here it is.")),
        .send(ScriptedServer.end("stop")), .send("data: [DONE]\n\n"),
      ]
    }
    let backend = try backend(server.url, profile: .mlx)
    let first = try await backend.generate(Self.schemaRequest) { _ in }
    #expect(first.text == "Sure! Here it is.")
    #expect(!backend.record.isProven)
    #expect(backend.record.adaptations.schemaSupport == .jsonObject)
    #expect(try await backend.generate(Self.schemaRequest) { _ in }.text == #"{"a":"1"}"#)
    #expect(backend.record.isProven)
  }

  @Test("mlx_lm.server's errors are texts, and its list of models may be empty")
  func mlxErrorsAreTexts() async throws {
    let server = try ScriptedServer { request, _ in
      request.line.hasPrefix("GET")
        ? [.send("HTTP/1.0 200 OK\r\nContent-type: application/json\r\n\r\n")]
        : [.send("HTTP/1.0 404 Not Found\r\n\r\n{\"error\": \"No such repository\"}")]
    }
    let backend = try backend(server.url, model: "m", profile: .mlx)
    #expect(await backend.availability().isAvailable)
    #expect(try await backend.models().isEmpty)
    await #expect(throws: LLMError.unexpectedAnswer(url: server.url + "/v1", detail: "No such repository")) {
      try await backend.generate(helloRequest) { _ in }
    }
  }

  // MARK: - OpenAI

  @Test("OpenAI's reasoning models get their own parameters, all within one request")
  func reasoningModelsGetTheirOwnParameters() async throws {
    let server = try ScriptedServer { request, _ in
      func refusal(_ param: String, _ message: String) -> [ScriptedServer.Step] {
        let error =
          #"{"message":"\#(message)","type":"invalid_request_error","param":"\#(param)","code":"unsupported"}"#
        return [ScriptedServer.answer(400, #"{"error":\#(error)}"#)]
      }
      if request.body.contains(#""max_tokens""#) {
        return refusal(
          "max_tokens", "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.")
      }
      if request.body.contains(#""temperature""#) {
        return refusal("temperature", "Unsupported value: 'temperature' does not support 0.7. Only the default (1).")
      }
      if request.body.contains(#""seed""#) { return refusal("seed", "Unsupported parameter: 'seed'.") }
      return ScriptedServer.stream(#"{"a":"1"}"#)
    }
    let backend = try backend(server.url, model: "o9", profile: .openai)
    _ = try await backend.generate(Self.schemaRequest) { _ in }
    #expect(server.requests.count == 4)
    _ = try await backend.generate(Self.schemaRequest) { _ in }
    #expect(server.requests.count == 5)
    let body = try JSONValue(parsing: server.requests[4].body)
    #expect(body["max_completion_tokens"]?.int == 64)
    #expect(body["max_tokens"] == nil && body["temperature"] == nil && body["seed"] == nil)
    #expect(body["response_format"]?["type"]?.string == "json_schema")
  }

  // MARK: - Azure

  @Test(
    "Azure is asked by its own paths, however its address is written",
    arguments: [
      ("", "/openai/v1/chat/completions"), ("/openai/v1/", "/openai/v1/chat/completions"),
      ("/openai/v1?api-version=preview", "/openai/v1/chat/completions?api-version=preview"),
      (
        "?api-version=2024-10-21", "/openai/deployments/my%20gpt/chat/completions?api-version=2024-10-21"
      ),
      (
        "/openai/deployments/own/chat/completions?api-version=2024-10-21",
        "/openai/deployments/own/chat/completions?api-version=2024-10-21"
      ),
    ])
  func azureIsAskedByItsOwnPaths(address: String, path: String) async throws {
    let server = try ScriptedServer { request, _ in
      request.line.hasPrefix("GET")
        ? [ScriptedServer.answer(200, #"{"data":[{"id":"gpt-4o"}]}"#)] : ScriptedServer.stream("x")
    }
    let backend = try backend(
      server.url + address, model: "my gpt", keyVariable: "K", environment: ["K": "secret-key"], profile: .azure)
    _ = try await backend.generate(helloRequest) { _ in }
    let request = try #require(server.requests.first)
    #expect(request.line == "POST \(path) HTTP/1.1")
    #expect(request.headers["api-key"] == "secret-key")
    #expect(request.headers["authorization"] == nil)
    // It lists models, not deployments.
    #expect(await backend.availability().isAvailable)
    #expect(try await backend.models().map(\.name) == ["my gpt"])
  }
}
