import TestSupport
import Testing

@testable import LanguageModels

/// Answers that are none, by the hundred; `measure faults` asks for more of them.
struct FaultyAnswerTests {
  private static let limits = HTTPLimits(
    firstByte: .seconds(2), idle: .milliseconds(200), whole: .seconds(20), bodyBytes: 2 << 20, eventBytes: 1 << 18)

  @Test("Each of them is a typed error, and none is taken for an answer", .timeLimit(.minutes(2)))
  func eachIsTypedError() async throws {
    for number in 0..<(30 * FaultyAnswer.Fault.allCases.count) {
      let answer = FaultyAnswer(number: number, seed: 7)
      let server = try ScriptedServer { _, _ in answer.steps }
      await #expect(throws: LLMError.self, "\(answer.fault) \(answer.steps)") {
        try await backend(server.url, limits: Self.limits).generate(helloRequest) { _ in }
      }
    }
  }

  @Test("A connection that is reset in mid-stream is a broken one") func reset() async throws {
    let server = try ScriptedServer { _, _ in
      [ScriptedServer.streamHead, .send(ScriptedServer.event("x")), .reset]
    }
    await #expect(throws: LLMError.connectionLost) { try await backend(server.url).generate(helloRequest) { _ in } }
  }

  @Test("A server that is away for a moment is not running, and answers when it is back") func refusing() async throws {
    let server = try ScriptedServer { _, number in
      number == 0 ? [.refuse(milliseconds: 1000)] : ScriptedServer.stream("back")
    }
    let backend = try backend(server.url)
    await #expect(throws: LLMError.notRunning(url: server.url)) { try await backend.generate(helloRequest) { _ in } }
    var answer: String?
    try await eventually {
      answer = try? await backend.generate(helloRequest) { _ in }.text
      return answer != nil
    }
    #expect(answer == "back")
  }

  @Test("An announced gigabyte is too much before it has come, or broken off") func gigabyte() async throws {
    let head = ScriptedServer.Step.send("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n")
    let flooding = try ScriptedServer { _, _ in [head, .flood(String(repeating: ": and on\n\n", count: 1000))] }
    await #expect(throws: LLMError.responseTooLarge) {
      try await backend(flooding.url, limits: Self.limits).generate(helloRequest) { _ in }
    }
    let ending = try ScriptedServer { _, _ in [head, .send(ScriptedServer.event("x"))] }
    await #expect(throws: LLMError.connectionLost) { try await backend(ending.url).generate(helloRequest) { _ in } }
  }

  @Test(
    "An answer is read as what it is, whatever its content type says",
    arguments: [[], ["text/html"], ["application/octet-stream"], ["text/event-stream"], ["application/json"]])
  func contentTypes(types: [String]) async throws {
    let whole = #"{"choices":[{"message":{"content":"whole"},"finish_reason":"stop"}]}"#
    let stream = ScriptedServer.event("whole") + ScriptedServer.end("stop") + ScriptedServer.done
    for body in [whole, stream] {
      let server = try ScriptedServer { _, _ in
        [ScriptedServer.answer(200, body, headers: types.map { "Content-Type: \($0)" })]
      }
      #expect(try await backend(server.url).generate(helloRequest) { _ in }.text == "whole", "\(types) \(body)")
    }
  }

  @Test("A failure of the server is told with its status", arguments: [500, 502, 503, 504])
  func failures(status: Int) async throws {
    let server = try ScriptedServer { _, _ in [ScriptedServer.answer(status, "{}")] }
    let error = await #expect(throws: LLMError.self) { try await backend(server.url).generate(helloRequest) { _ in } }
    #expect(error?.sentence.contains("error \(status)") == true)
    // A gateway that has no server, and a server that is too busy, may have one a little later.
    #expect(server.requests.count == ([502, 503].contains(status) ? 3 : 1))
  }

  @Test("A whole answer, one connection for each request at once") func connectionsAreReused() async throws {
    let server = try ScriptedServer { _, _ in ScriptedServer.keptStream(["whole", " answer"]) }
    let backend = try backend(server.url)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<3 {
        group.addTask {
          for _ in 0..<20 {
            let text = try await backend.generate(helloRequest) { _ in }.text
            #expect(text == "whole answer")
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(server.requests.count == 60)
    #expect(server.connections == 3)
  }
}
