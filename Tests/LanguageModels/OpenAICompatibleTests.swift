import TestSupport
import Testing

@testable import LanguageModels

struct OpenAICompatibleTests {
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
