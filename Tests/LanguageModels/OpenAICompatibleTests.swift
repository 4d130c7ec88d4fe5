import Foundation
import Synchronization
import TestSupport
import Testing

@testable import LanguageModels

struct OpenAICompatibleTests {
  private static let schema = JSONSchema.object([.init("b", .string), .init("a", .string)])
  private static let schemaRequest = LLMRequest(
    messages: [LLMMessage(.system, "You write."), LLMMessage(.user, "Write.")], schema: schema, maxTokens: 64, seed: 7)

  @Test("An answer arrives in pieces, with reasoning apart and everything counted")
  func answerArrivesInPiecesWithReasoningApartAndEverythingCounted() async throws {
    let server = try ScriptedServer { _, _ in
      [
        ScriptedServer.streamHead, .send(": keepalive\n\n"),
        .send(#"data: {"choices":[{"delta":{"role":"assistant","content":null}}]}"# + "\n\n"),
        .send(#"data: {"choices":[{"delta":{"reasoning_content":"hm"}}]}"# + "\n\n"),
        .send(ScriptedServer.event("Hel") + ScriptedServer.event("lo").prefix(20)),
        .send(String(ScriptedServer.event("lo").dropFirst(20))), .send(ScriptedServer.end("stop")),
        .send(
          #"data: {"choices":[],"usage":{"prompt_tokens":12,"completion_tokens":3,"#
            + #""prompt_tokens_details":{"cached_tokens":10}}}"# + "\n\n"), .send("data: [DONE]\n\n"),
      ]
    }
    let pieces = Pieces()
    let response = try await backend(server.url).generate(helloRequest, onDelta: pieces.add)
    #expect(pieces.all == [.reasoning("hm"), .text("Hel"), .text("lo")])
    #expect(response.text == "Hello")
    #expect(response.finishReason == .stop)
    #expect(response.model == "test-model")
    #expect(response.backend == "test")
    #expect(response.usage.promptTokens == 12)
    #expect(response.usage.cachedPromptTokens == 10)
    #expect(response.usage.outputTokens == 3)
  }

  @Test("The timings of llama.cpp count what was cached") func timingsOfLlamaCppCountWhatWasCached() async throws {
    let server = try ScriptedServer { _, _ in
      let end = #"data: {"choices":[{"delta":{},"finish_reason":"length"}],"#
      return [
        ScriptedServer.streamHead, .send(ScriptedServer.event("x")),
        .send(end + #""timings":{"cache_n":30,"prompt_n":5,"predicted_n":9}}"# + "\n\n"),
      ]
    }
    let response = try await backend(server.url).generate(helloRequest) { _ in }
    #expect(response.finishReason == .length)
    #expect(response.usage.promptTokens == 35)
    #expect(response.usage.cachedPromptTokens == 30)
    #expect(response.usage.outputTokens == 9)
  }

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

  @Test(
    "An error of the server is told by its kind",
    arguments: [
      (500, "<html>oops</html>", LLMError.status(code: 500, detail: "a web page")),
      (401, #"{"error":{"message":"no key"}}"#, .keyMissing(variable: nil)), (403, "", .keyMissing(variable: nil)),
      (404, #"{"error":{"message":"model 'm' not found"}}"#, .modelMissing(model: "m")),
      (400, #"{"error":{"message":"no"}}"#, .status(code: 400, detail: "no")),
      (400, #"{"detail":"\u001b[31mred"}"#, .status(code: 400, detail: "[31mred")),
      (
        400, #"{"error":{"type":"exceed_context_size_error","message":"too long","n_prompt_tokens":50,"n_ctx":9}}"#,
        .contextExceeded(promptTokens: 50, limit: 9)
      ),
      (
        400, #"{"error":{"code":"context_length_exceeded","message":"long"}}"#,
        .contextExceeded(promptTokens: 0, limit: 0)
      ),
      (200, #"{"error":"Unexpected endpoint"}"#, .failedOnServer(detail: "Unexpected endpoint")),
      (200, #"{"error":{"message":"m\nn"}}"#, .failedOnServer(detail: "m n")),
      (200, #"{"choices":[{"message":{"content":"","reasoning":"only"},"finish_reason":"stop"}]}"#, .emptyAnswer),
      (200, "data: {\"choices\":[{\"delta\":{\"content\":\" \"},\"finish_reason\":\"stop\"}]}\n\n", .emptyAnswer),
      (200, "data: {\"error\":{\"message\":\"out of memory\"}}\n\n", .failedOnServer(detail: "out of memory")),
      (200, "event: error\ndata: broken\n\n", .failedOnServer(detail: "broken")),
    ])
  func errorOfServerIsToldByItsKind(status: Int, body: String, error: LLMError) async throws {
    let server = try ScriptedServer { _, _ in [ScriptedServer.answer(status, body)] }
    await #expect(throws: error) {
      try await backend(server.url, model: "m").generate(helloRequest) { _ in }
    }
    #expect(server.requests.count == 1)
  }

  @Test(
    "What is no model server is told as such",
    arguments: ["", "<html></html>", "hello", "{}", "[1]", "data: not json\n\n"])
  func whatIsNoModelServerIsToldAsSuch(body: String) async throws {
    let server = try ScriptedServer { _, _ in [ScriptedServer.answer(200, body)] }
    let error = await #expect(throws: LLMError.self) {
      try await backend(server.url).generate(helloRequest) { _ in }
    }
    guard case .unexpectedAnswer = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
  }

  @Test("A server that does not stream is understood") func serverThatDoesNotStreamIsUnderstood() async throws {
    let server = try ScriptedServer { _, _ in
      let message = #"{"content":"<think>x</think>whole","role":"assistant"}"#
      return [ScriptedServer.answer(200, #"{"choices":[{"message":\#(message),"finish_reason":"stop"}]}"#)]
    }
    let pieces = Pieces()
    let response = try await backend(server.url).generate(helloRequest, onDelta: pieces.add)
    #expect(response.text == "whole")
    #expect(pieces.reasoning == "x")
  }

  @Test("A stream that is cut is a lost connection") func streamThatIsCutIsLostConnection() async throws {
    let server = try ScriptedServer { _, _ in [ScriptedServer.streamHead, .send(ScriptedServer.event("Half an"))] }
    await #expect(throws: LLMError.connectionLost) {
      try await backend(server.url).generate(helloRequest) { _ in }
    }
  }

  @Test("A body shorter than announced is a lost connection") func bodyShorterThanAnnouncedIsLostConnection()
    async throws
  {
    let server = try ScriptedServer { _, _ in [.send("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\ndata: {")] }
    await #expect(throws: LLMError.connectionLost) {
      try await backend(server.url).generate(helloRequest) { _ in }
    }
  }

  @Test("A model that writes white space for ever is stopped") func modelThatWritesWhiteSpaceForEverIsStopped()
    async throws
  {
    let server = try ScriptedServer { _, _ in
      [ScriptedServer.streamHead, .send(ScriptedServer.event("{")), .flood(ScriptedServer.event("\n        "))]
    }
    let response = try await backend(server.url).generate(helloRequest) { _ in }
    #expect(response.finishReason == .length)
  }

  @Test("Nothing listening is told with the address") func nothingListeningIsToldWithAddress() async throws {
    let port = try ScriptedServer.refusingPort()
    let start = ContinuousClock.now
    await #expect(throws: LLMError.notRunning(url: "http://127.0.0.1:\(port)")) {
      try await backend("http://127.0.0.1:\(port)").generate(helloRequest) { _ in }
    }
    #expect(ContinuousClock.now - start < .seconds(3))
  }
}

struct PatienceTests {
  @Test("A busy server is asked again when it says") func busyServerIsAskedAgainWhenItSays() async throws {
    let server = try ScriptedServer { _, number in
      number == 0
        ? [ScriptedServer.answer(429, #"{"error":"slow down"}"#, headers: ["Retry-After: 3"])]
        : number == 1 ? [ScriptedServer.answer(503, "")] : ScriptedServer.stream("ok")
    }
    let clock = InstantClock()
    let response = try await backend(server.url, clock: clock).generate(helloRequest) { _ in }
    #expect(response.text == "ok")
    #expect(clock.waits == [.seconds(3), .seconds(1)])
  }

  @Test(
    "Waiting has a limit",
    arguments: [
      ("Retry-After: 3600", #"{"error":"slow down"}"#, 1), ("X: y", #"{"error":{"code":"insufficient_quota"}}"#, 1),
      ("X: y", "", 3), ("Retry-After: 1e300", "", 1), ("Retry-After: -5", "", 3), ("Retry-After: Fri, 31 Dec", "", 3),
      ("Retry-After: Sun, 06 Nov 1994 08:59:37 GMT", "", 1), ("Retry-After: Sun, 99 Nov 1994 08:49:37 GMT", "", 3),
    ])
  func waitingHasLimit(header: String, body: String, requests: Int) async throws {
    let server = try ScriptedServer { _, _ in [ScriptedServer.answer(429, body, headers: [header])] }
    let error = await #expect(throws: LLMError.self) {
      try await backend(server.url).generate(helloRequest) { _ in }
    }
    guard case .status(429, _) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(server.requests.count == requests)
  }

  @Test("A server may name the time at which to try again") func serverMayNameTimeAtWhichToTryAgain() async throws {
    let server = try ScriptedServer { _, number in
      // Five seconds after the time that the test takes for now.
      number == 0
        ? [ScriptedServer.answer(429, "", headers: ["Retry-After: Sun, 06 Nov 1994 08:49:42 GMT"])]
        : ScriptedServer.stream("ok")
    }
    let clock = InstantClock()
    #expect(try await backend(server.url, clock: clock).generate(helloRequest) { _ in }.text == "ok")
    #expect(clock.waits == [.seconds(5)])
  }

  private static let short = HTTPLimits(
    firstByte: .milliseconds(200), idle: .milliseconds(200), whole: .seconds(2), bodyBytes: 100_000,
    eventBytes: 10_000)

  @Test("A server that keeps the connection after the end of its answer is not waited for")
  func serverThatLingersIsNotWaitedFor() async throws {
    let server = try ScriptedServer { _, _ in ScriptedServer.stream("whole") + [.hold] }
    let limits = HTTPLimits(
      firstByte: .seconds(60), idle: .seconds(60), whole: .seconds(120), bodyBytes: 100_000, eventBytes: 10_000)
    let start = ContinuousClock.now
    #expect(try await backend(server.url, limits: limits).generate(helloRequest) { _ in }.text == "whole")
    #expect(ContinuousClock.now - start < .seconds(10))
    for await _ in server.closings { break }
  }

  @Test(
    "A stalled or endless server is left, and its connection closed",
    arguments: [
      ([ScriptedServer.Step.hold], LLMError.firstByteTimeout),
      ([ScriptedServer.streamHead, .hold], .firstByteTimeout),
      ([ScriptedServer.streamHead, .send(ScriptedServer.event("x")), .hold], .idleTimeout),
      ([ScriptedServer.streamHead, .flood(ScriptedServer.event("x"))], .responseTooLarge),
      ([ScriptedServer.streamHead, .flood("data: endless")], .responseTooLarge),
    ])
  func stalledOrEndlessServerIsLeftAndItsConnectionClosed(
    steps: [ScriptedServer.Step], error: LLMError
  ) async throws {
    let server = try ScriptedServer { _, _ in steps }
    await #expect(throws: error) {
      try await backend(server.url, limits: Self.short).generate(helloRequest) { _ in }
    }
    for await _ in server.closings { break }
  }

  @Test("The whole answer has a limit too") func wholeAnswerHasLimitToo() async throws {
    let server = try ScriptedServer { _, _ in [ScriptedServer.streamHead, .flood(": keepalive\n\n")] }
    var limits = HTTPLimits()
    limits.whole = .milliseconds(200)
    limits.bodyBytes = .max
    await #expect(throws: LLMError.overallTimeout) {
      try await backend(server.url, limits: limits).generate(helloRequest) { _ in }
    }
  }

  @Test("Cancelling closes the connection at once, before an answer and in the middle of one", arguments: [0, 1])
  func cancellingClosesConnection(pieces: Int) async throws {
    let begun = [ScriptedServer.streamHead, .send(ScriptedServer.event("first"))]
    let server = try ScriptedServer { _, _ in (pieces == 0 ? [] : begun) + [.hold] }
    let backend = try backend(server.url)
    let seen = Pieces()
    let task = Task { try await backend.generate(helloRequest, onDelta: seen.add) }
    while server.requests.isEmpty || seen.all.count < pieces { await Task.yield() }
    let start = ContinuousClock.now
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    // Within 50 ms where nothing else runs; `measure client` tells how soon.
    for await closed in server.closings {
      #expect(closed - start < .milliseconds(500))
      break
    }
  }
}

struct EgressTests {
  @Test(
    "A redirect is not followed, and not even a connection is made to the other host",
    arguments: [ServerProfile.custom, .azure, .anthropic], [301, 302, 303, 307, 308])
  func redirectIsNotFollowed(profile: ServerProfile, status: Int) async throws {
    let other = try ScriptedServer { _, _ in ScriptedServer.stream("stolen") }
    let target = "Location: \(other.url)/v1/chat/completions"
    let server = try ScriptedServer { _, _ in [ScriptedServer.answer(status, "", headers: [target])] }
    let backend = try backend(
      server.url, model: "m", keyVariable: "K", environment: ["K": "secret-key"], profile: profile)
    let error = await #expect(throws: LLMError.self) { try await backend.generate(helloRequest) { _ in } }
    guard case .unexpectedAnswer? = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(await !backend.availability().isAvailable)
    #expect(server.requests.count == 2)
    #expect(server.requests.allSatisfy { $0.headers.values.contains { $0.hasSuffix("secret-key") } })
    #expect(other.connections == 0)
  }

  @Test("A missing key is told before anything is sent") func missingKeyIsToldBeforeAnythingIsSent() async throws {
    let server = try ScriptedServer { _, _ in ScriptedServer.stream("x") }
    let backend = try backend(server.url, keyVariable: "NO_SUCH_KEY")
    await #expect(throws: LLMError.keyMissing(variable: "NO_SUCH_KEY")) {
      try await backend.generate(helloRequest) { _ in }
    }
    #expect(await backend.availability() == .unavailable(.keyMissing(variable: "NO_SUCH_KEY")))
    #expect(server.requests.isEmpty)
  }

  @Test("A key that the server echoes does not come back") func keyThatServerEchoesDoesNotComeBack() async throws {
    let server = try ScriptedServer { _, _ in [ScriptedServer.answer(500, #"{"error":"key secret-key is odd"}"#)] }
    let backend = try backend(server.url, keyVariable: "K", environment: ["K": "secret-key"])
    await #expect(throws: LLMError.status(code: 500, detail: "key *** is odd")) {
      try await backend.generate(helloRequest) { _ in }
    }
  }

  @Test("A remote host that nobody agreed to is refused, with the next step")
  func remoteHostThatNobodyAgreedToIsRefusedWithNextStep() async throws {
    // Nobody is asked for a key first that could not be used.
    let backend = try backend("https://h.example", keyVariable: "K", environment: [:], egress: EgressPolicy(mode: .ask))
    await #expect(throws: LLMError.notPermitted(host: "h.example")) {
      try await backend.generate(helloRequest) { _ in }
    }
    let availability = await backend.availability()
    #expect(availability == .unavailable(.notPermitted(host: "h.example")))
    #expect(availability.nextStep(for: backend.configuration)?.contains("--agree h.example") == true)
  }

  @Test("A transport that was shut down says so instead of crashing")
  func transportThatWasShutDownSaysSoInsteadOfCrashing() async throws {
    let server = try ScriptedServer { _, _ in ScriptedServer.stream("x") }
    let transport = HTTPTransport(egress: EgressPolicy(mode: .localOnly))
    let backend = try OpenAICompatibleBackend(
      configuration: .openAICompatible(keyEnvironmentVariable: nil, endpoint: server.url), transport: transport,
      keys: KeyStore(folder: nil, environment: [:]))
    _ = try await backend.generate(helloRequest) { _ in }
    await transport.shutDown()
    await transport.shutDown()
    await #expect(throws: LLMError.connectionLost) { try await backend.generate(helloRequest) { _ in } }
  }
}
