import TestSupport
import Testing

@testable import LanguageModels

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
    try await eventually { !server.requests.isEmpty && seen.all.count >= pieces }
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
