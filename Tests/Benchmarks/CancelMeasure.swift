import LanguageModels
import TestSupport

/// How soon a request that is cancelled leaves its server.
enum CancelMeasure {
  /// From the cancel until the server sees the connection closed.
  static func closing(rounds: Int) async throws {
    let begun = [ScriptedServer.streamHead, .send(ScriptedServer.event("first")), .hold]
    let server = try ScriptedServer { _, _ in begun }
    let service = try LocalLLMService.measured(url: server.url)
    var closings = server.closings.makeAsyncIterator()
    var times: [Double] = []
    for _ in 0..<rounds {
      let cancelled = try await cancelInTheMiddle(service, maxTokens: 16)
      guard let closed = await closings.next() else { return }
      times.append((closed - cancelled) / .milliseconds(1))
    }
    let most = decimals(times.max() ?? 0, 2)
    print("cancelling closes  \(Spread(times).text(2)) ms, at most \(most), seen by the server")
  }

  /// How long a request for one token takes after another was cancelled: as long as ever where the server stopped
  /// decoding. Says something only of a server with one slot.
  static func freeing(url: String, rounds: Int) async throws {
    let service = try LocalLLMService.measured(url: url)
    let (usual, after) = try await (
      times(rounds) { try await ClientDuel.microseconds(1, parallel: 1) { try await askShort(service) } },
      times(rounds) {
        _ = try await cancelInTheMiddle(service, maxTokens: 1_000)
        return try await ClientDuel.microseconds(1, parallel: 1) { try await askShort(service) }
      }
    )
    print("one token takes    \(Spread(usual).text(0)) ms")
    print("  after a cancel   \(Spread(after).text(0)) ms")
  }

  private static func times(_ rounds: Int, _ body: () async throws -> Double) async throws -> [Double] {
    var times: [Double] = []
    for _ in 0..<rounds { times.append(try await body() / 1_000) }
    return times
  }

  private static func askShort(_ service: LocalLLMService) async throws {
    _ = try await service.generate(ClientDuel.request(maxTokens: 1)) { _ in }
  }

  /// Cancels a request once its answer has begun; gives the time of that.
  private static func cancelInTheMiddle(
    _ service: LocalLLMService, maxTokens: Int
  ) async throws -> ContinuousClock.Instant {
    let request = LLMRequest(messages: [LLMMessage(.user, "Count to a thousand in words.")], maxTokens: maxTokens)
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let task = Task {
      defer { arrival.finish() }
      return try await service.generate(request) { _ in arrival.yield() }
    }
    for await _ in arrivals { break }
    let now = ContinuousClock.now
    task.cancel()
    _ = try? await task.value
    return now
  }
}
