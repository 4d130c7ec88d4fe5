import TestSupport
import Testing

@testable import LanguageModels

/// What is asked of a server, and how that is adapted to what the server takes.
struct OpenAIRequestTests {
  private static let schema = JSONSchema.object([.init("b", .string), .init("a", .string)])
  private static let schemaRequest = LLMRequest(
    messages: [LLMMessage(.system, "You write."), LLMMessage(.user, "Write.")], schema: schema, maxTokens: 64, seed: 7)

  @Test("The body of a request keeps the order of the schema and holds one token limit")
  func bodyOfRequestKeepsOrderOfSchemaAndHoldsOneTokenLimit() async throws {
    let server = try ScriptedServer { _, _ in ScriptedServer.stream(#"{"b":"1","a":"2"}"#) }
    let backend = try backend(server.url, model: "m")
    _ = try await backend.generate(Self.schemaRequest) { _ in }
    let request = try #require(server.requests.first)
    #expect(request.line == "POST /v1/chat/completions HTTP/1.1")
    let body = try JSONValue(parsing: request.body)
    #expect(body["model"]?.string == "m")
    #expect(body["max_tokens"]?.int == 64)
    #expect(body["max_completion_tokens"] == nil)
    #expect(body["seed"]?.int == 7)
    #expect(body["temperature"]?.text == "0.7")
    #expect(body["stream_options"]?["include_usage"]?.bool == true)
    #expect(body["response_format"]?["type"]?.string == "json_schema")
    #expect(body["response_format"]?["json_schema"]?["schema"] == Self.schema.json)
    #expect(request.body.contains(#""properties":{"b":{"type":"string"},"a":{"type":"string"}}"#))
    #expect(backend.record.isProven)
  }

  @Test("The forms of a schema that a server refuses are not tried again")
  func formsOfSchemaThatServerRefusesAreNotTriedAgain() async throws {
    let server = try ScriptedServer { request, _ in
      if request.body.contains("json_schema\"") && request.body.contains("response_format") {
        return [ScriptedServer.answer(400, #"{"error":{"message":"response_format json_schema is unknown"}}"#)]
      }
      if request.body.contains("json_object") {
        return [ScriptedServer.answer(400, #"{"error":"'response_format.type' must be 'json_schema' or 'text'"}"#)]
      }
      return ScriptedServer.stream(#"{"b":"1","a":"2"}"#)
    }
    let backend = try backend(server.url)
    _ = try await backend.generate(Self.schemaRequest) { _ in }
    #expect(server.requests.count == 3)
    _ = try await backend.generate(Self.schemaRequest) { _ in }
    #expect(server.requests.count == 4)
    let last = try JSONValue(parsing: server.requests[3].body)
    #expect(last["response_format"] == nil)
    let messages = try #require(last["messages"]?.elements)
    #expect(messages[0]["content"]?.string == "You write.")
    #expect(messages[1]["content"]?.string?.contains(Self.schema.json.text) == true)
    #expect(backend.record.adaptations.schemaSupport == .promptOnly)
  }

  @Test("A server that takes a schema and ignores it gets the schema in the prompt too")
  func serverThatTakesSchemaAndIgnoresItGetsSchemaInPromptToo() async throws {
    let server = try ScriptedServer { request, _ in
      ScriptedServer.stream(request.body.contains("JSON Schema") ? #"{"b":"1","a":"2"}"# : "Some prose.")
    }
    let backend = try backend(server.url)
    _ = try await backend.generate(Self.schemaRequest) { _ in }
    #expect(!backend.record.isProven)
    _ = try await backend.generate(Self.schemaRequest) { _ in }
    #expect(backend.record.isProven)
  }

  @Test("A schema that is refused in every form is an error that says so")
  func schemaThatIsRefusedInEveryFormIsErrorThatSaysSo() async throws {
    let server = try ScriptedServer { _, _ in [ScriptedServer.answer(400, #"{"error":"bad schema"}"#)] }
    await #expect(throws: LLMError.schemaRefused(detail: "bad schema")) {
      try await backend(server.url).generate(Self.schemaRequest) { _ in }
    }
    #expect(server.requests.count == 3)
  }

  @Test("Parameters that a model refuses are renamed or left out, and that is remembered")
  func parametersThatModelRefusesAreRenamedOrLeftOutAndThatIsRemembered() async throws {
    let server = try ScriptedServer { request, _ in
      if request.body.contains("\"max_tokens\"") {
        return [
          ScriptedServer.answer(
            400, #"{"error":{"message":"Use 'max_completion_tokens' instead.","param":"max_tokens"}}"#)
        ]
      }
      if request.body.contains("temperature") {
        return [ScriptedServer.answer(400, #"{"error":{"message":"Unsupported value","param":"temperature"}}"#)]
      }
      return ScriptedServer.stream("ok")
    }
    let backend = try backend(server.url)
    _ = try await backend.generate(helloRequest) { _ in }
    _ = try await backend.generate(helloRequest) { _ in }
    #expect(server.requests.count == 4)
    let last = try JSONValue(parsing: server.requests[3].body)
    #expect(last["max_completion_tokens"]?.int == 64)
    #expect(last["max_tokens"] == nil && last["temperature"] == nil)
  }
}
