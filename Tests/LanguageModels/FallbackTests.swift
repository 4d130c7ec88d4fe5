import Synchronization
import TestSupport
import Testing

@testable import LanguageModels

struct FallbackTests {
  private static func service(_ text: String) throws -> LocalLLMService {
    let settings = try BackendSettings(try TemporaryFolder().settings(text))
    let factory = LLMBackendFactory(
      transport: HTTPTransport(egress: settings.egress), environment: [:], mlxWorker: noMLX,
      retry: RetryPolicy(clock: InstantClock(), random: { 1 }), mockResponder: { _ in "built in" })
    return LocalLLMService(settings: settings, factory: factory) { _ in }
  }

  private static func ask(_ service: LocalLLMService) async throws -> LLMResponse {
    try await service.withFallback { id in try await service.generate(helloRequest, backend: id) { _ in } }
  }

  private static func settings(selected: String = "a", fallback: [String], servers: [(String, String)]) -> String {
    let tables = servers.map { "[backends.\($0.0)]\nkind = \"openai-compatible\"\nurl = \"\($0.1)\"\n" }
    let list = fallback.map { "\"\($0)\"" }.joined(separator: ", ")
    return "[backend]\nselected = \"\(selected)\"\nfallback = [\(list)]\n" + tables.joined()
  }

  private static let list = ScriptedServer.answer(200, #"{"data":[{"id":"m"}]}"#)

  @Test("Where the selected backend is gone, the first fallback that answers stands in, and says so")
  func firstFallbackThatAnswersStandsIn() async throws {
    let gone = "http://127.0.0.1:\(try ScriptedServer.refusingPort())"
    let server = try ScriptedServer { _, _ in ScriptedServer.stream("from c") }
    let service = try Self.service(
      Self.settings(fallback: ["b", "c", "mock"], servers: [("a", gone), ("b", gone), ("c", server.url)]))
    let changes = service.changes()
    let response = try await Self.ask(service)
    #expect(response.text == "from c")
    #expect(response.backend == "c")
    #expect(await service.standIn() == "c")
    #expect(await service.selected.id == "a")
    for await change in changes {
      guard case .standIn(for: "a", by: "c", let reason) = change else {
        Issue.record("got \(change)")
        return
      }
      #expect(reason == LLMError.notRunning(url: gone).sentence)
      break
    }
    #expect(try await Self.ask(service).backend == "c")
    await #expect(throws: LLMError.self) { try await service.generate(helloRequest) { _ in } }
  }

  @Test("A backend on this machine is never replaced by one on another") func localIsNeverReplacedByRemote()
    async throws
  {
    let gone = "http://127.0.0.1:\(try ScriptedServer.refusingPort())"
    let service = try Self.service(
      Self.settings(fallback: ["r"], servers: [("a", gone), ("r", "https://models.invalid")]))
    await #expect(throws: LLMError.notRunning(url: gone)) {
      try await Self.ask(service)
    }
    #expect(await service.standIn() == nil)
    let remote = try await service.configuration(of: "r")
    let local = try await service.configuration(of: "a")
    #expect(await service.fallbacks(for: local) == [])
    #expect(await service.fallbacks(for: remote) == [])
  }

  @Test("What only concerns one answer is no reason to ask another")
  func whatOnlyConcernsOneAnswerIsNoReason() async throws {
    let server = try ScriptedServer { _, _ in
      [ScriptedServer.answer(400, #"{"error":{"code":"context_length_exceeded","message":"long"}}"#)]
    }
    let service = try Self.service(Self.settings(fallback: ["mock"], servers: [("a", server.url)]))
    await #expect(throws: LLMError.contextExceeded(promptTokens: 0, limit: 0)) {
      try await Self.ask(service)
    }
    #expect(await service.standIn() == nil)
  }

  @Test("When the backend is back, it answers for itself again, and that is said") func backendThatIsBackAnswers()
    async throws
  {
    let isUp = Mutex(false)
    let server = try ScriptedServer { request, _ in
      guard isUp.withLock({ $0 }) else { return [ScriptedServer.answer(500, "")] }
      return request.line.hasPrefix("GET") ? [Self.list] : ScriptedServer.stream("from a")
    }
    let service = try Self.service(Self.settings(fallback: ["mock"], servers: [("a", server.url)]))
    #expect(try await Self.ask(service).backend == "mock")
    let asked = server.requests.count
    #expect(try await Self.ask(service).backend == "mock")
    #expect(server.requests.count == asked, "a backend that is gone is not asked for every question")
    isUp.withLock { $0 = true }
    let changes = service.changes()
    #expect(await service.availability(of: "a").isAvailable)
    for await change in changes where change == .isBack(id: "a") { break }
    #expect(await service.standIn() == nil)
    #expect(try await Self.ask(service).backend == "a")
  }

  @Test("A request in flight stays with its backend when another is selected") func requestInFlightStays() async throws
  {
    let (goOn, release) = AsyncStream.makeStream(of: Void.self)
    let slow = MockLLMBackend(configuration: LLMBackendConfig(id: "slow", kind: .mock)) { _ in
      for await _ in goOn { break }
      return "from slow"
    }
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let settings = try BackendSettings(
      TemporaryFolder().settings("[backend]\nselected = \"slow\"\n[backends.slow]\nkind = \"mock\"\n"))
    let factory = LLMBackendFactory { configuration throws(LLMError) in
      guard configuration.id == "slow" else { return MockLLMBackend(configuration: configuration) { _ in "from mock" } }
      arrival.yield()
      return slow
    }
    let service = LocalLLMService(settings: settings, factory: factory) { _ in }
    let inFlight = Task { try await service.generate(helloRequest) { _ in } }
    for await _ in arrivals { break }
    try await service.select("mock")
    #expect(try await service.generate(helloRequest) { _ in }.text == "from mock")
    release.yield()
    #expect(try await inFlight.value.text == "from slow")
    #expect(try await inFlight.value.backend == "slow")
  }
}

struct StandInTests {
  private let start = ContinuousClock.now

  private func after(_ seconds: Double) -> ContinuousClock.Instant { start.advanced(by: .seconds(seconds)) }

  @Test("A backend that is gone is asked again after a while, by one request at a time") func askedAgain() {
    var standIns = StandIns()
    let news = [standIns.begin("a", by: "mock", now: start), standIns.begin("a", by: "mock", now: start)]
    #expect(news == [true, false])
    #expect(standIns["a"] == "mock")
    let due = [4, 6, 6].map { standIns.isDue("a", now: after($0)) }
    #expect(due == [false, true, false])
    let other = standIns.isDue("b", now: after(60))
    #expect(!other)
  }

  @Test("A backend that says it is back and fails again is believed later and later") func relapses() {
    var standIns = StandIns()
    _ = standIns.begin("a", by: "mock", now: start)
    var believed = [standIns.end("a", now: after(1))]
    _ = standIns.begin("a", by: "mock", now: after(2))
    believed += [5, 13].map { standIns.end("a", now: after($0)) }
    _ = standIns.begin("a", by: "mock", now: after(14))
    believed += [standIns.end("a", now: after(25))]
    #expect(believed == [true, false, true, false])
    #expect(standIns["a"] == "mock")
    let ended = [standIns.noteAnswer("a"), standIns.noteAnswer("a")]
    #expect(ended == [true, false])
    _ = standIns.begin("a", by: "mock", now: after(30))
    let isBelieved = standIns.end("a", now: after(31))
    #expect(isBelieved)
  }
}
