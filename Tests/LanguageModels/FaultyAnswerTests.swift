import TestSupport
import Testing

@testable import LanguageModels

/// Answers that are none, by the hundred; `measure faults` asks for more of them.
struct FaultyAnswerTests {
  private static let limits = HTTPLimits(
    firstByte: .seconds(2), idle: .milliseconds(200), whole: .seconds(20), bodyBytes: 2 << 20, eventBytes: 1 << 18)

  @Test("Each of them is a typed error, and none is taken for an answer", .timeLimit(.minutes(2)))
  func eachIsTypedError() async throws {
    for number in 0..<270 {
      let answer = FaultyAnswer(number: number, seed: 7)
      let server = try ScriptedServer { _, _ in answer.steps }
      await #expect(throws: LLMError.self, "\(answer.fault) \(answer.steps)") {
        try await backend(server.url, limits: Self.limits).generate(helloRequest) { _ in }
      }
    }
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
