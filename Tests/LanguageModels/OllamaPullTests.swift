import Synchronization
import TestSupport
import Testing

@testable import LanguageModels

/// Collects the progress of a pull.
final class Reports: Sendable {
  private let reports = Mutex<[PullProgress]>([])

  var all: [PullProgress] { reports.withLock { $0 } }

  func add(_ progress: PullProgress) { reports.withLock { $0.append(progress) } }
}

struct OllamaPullTests {
  private static func server(_ lines: [String], then last: [ScriptedServer.Step] = []) throws -> ScriptedServer {
    try ScriptedServer { _, _ in
      [ScriptedServer.streamHead, .send(lines.map { $0 + "\n" }.joined())] + last
    }
  }

  @Test("Progress adds up over the parts, with numbers left out, repeated and going back") func progressAddsUp()
    async throws
  {
    let server = try Self.server([
      #"{"status":"pulling manifest"}"#, #"{"status":"pulling a","digest":"sha256:a","total":100}"#,
      #"{"status":"pulling a","digest":"sha256:a","total":100,"completed":60}"#,
      #"{"status":"pulling b","digest":"sha256:b","total":50,"completed":50}"#,
      #"{"status":"pulling a","digest":"sha256:a","completed":40}"#,
      #"{"status":"pulling a","digest":"sha256:a","total":100,"completed":100}"#,
      #"{"status":"verifying sha256 digest\u001b[31m"}"#, #"{"status":"success"}"#,
    ])
    let reports = Reports()
    try await ollamaBackend(server.url).pull("m", onProgress: reports.add)
    #expect(reports.all.map(\.completedBytes) == [0, 0, 60, 110, 110, 150, 150, 150])
    #expect(reports.all.map(\.totalBytes) == [nil, 100, 100, 150, 150, 150, 150, 150])
    #expect(reports.all[6].status == "verifying sha256 digest[31m")
    let body = try JSONValue(parsing: #require(server.requests.first?.body))
    #expect(body["model"]?.string == "m" && body["stream"]?.bool == true)
  }

  @Test("Numbers beyond measure are cut, and no list of parts is endless") func numbersBeyondMeasure() throws {
    var tally = PullTally()
    for number in 0..<3000 {
      let line = #"{"digest":"\#(number)","total":\#(Int.max),"completed":\#(Int.max)}"#
      #expect(try tally.note(JSONValue(parsing: line)).completedBytes > 0)
    }
    #expect(try tally.note(JSONValue(parsing: #"{"digest":"x","total":-5,"completed":"all"}"#)).completedBytes > 0)
  }

  @Test(
    "A pull that fails says why",
    arguments: [
      #"{"error":"pull model manifest: file does not exist"}"#: "pull model manifest: file does not exist",
      #"{"status":"pulling a","digest":"sha256:a","total":100}"#: "the connection broke",
      #"{"status":"pulling a","digest":"sha"#: "the connection broke",
    ])
  func pullThatFails(line: String, detail: String) async throws {
    let server = try ScriptedServer { _, _ in
      [ScriptedServer.streamHead, .send(#"{"status":"pulling manifest"}"# + "\n" + line)]
    }
    await #expect(throws: LLMError.pullFailed(model: "m", detail: detail)) {
      try await ollamaBackend(server.url).pull("m") { _ in }
    }
  }

  @Test("A refusal and a server of another kind say so") func refusal() async throws {
    let refusing = try ScriptedServer { _, _ in [ScriptedServer.answer(400, #"{"error":"invalid model name"}"#)] }
    await #expect(throws: LLMError.pullFailed(model: "m", detail: "invalid model name")) {
      try await ollamaBackend(refusing.url).pull("m") { _ in }
    }
    let page = try ScriptedServer { _, _ in [ScriptedServer.answer(200, "<html>\n")] }
    await #expect(throws: LLMError.unexpectedAnswer(url: page.url, detail: "a web page")) {
      try await ollamaBackend(page.url).pull("m") { _ in }
    }
  }

  @Test("Cancelling closes the connection") func cancelling() async throws {
    let server = try Self.server([#"{"status":"pulling manifest"}"#], then: [.hold])
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let backend = try ollamaBackend(server.url)
    let task = Task { try await backend.pull("m") { _ in arrival.yield() } }
    for await _ in arrivals { break }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    for await _ in server.closings { break }
  }

  @Test("Through the service, a backend that can't bring models says so") func throughService() async throws {
    let server = try Self.server([#"{"status":"success"}"#])
    let settings = try BackendSettings(TemporaryFolder().settings("[backends.ollama]\nurl = \"\(server.url)\"\n"))
    let factory = LLMBackendFactory(
      transport: HTTPTransport(egress: settings.egress), environment: [:], mlxWorker: noMLX,
      mockResponder: { _ in "" })
    let service = LocalLLMService(settings: settings, factory: factory) { _ in }
    try await service.pull("m", to: "ollama") { _ in }
    await #expect(throws: LLMError.pullUnsupported("mock")) { try await service.pull("m", to: "mock") { _ in } }
  }
}
