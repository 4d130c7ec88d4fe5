import Foundation
import Synchronization
import TestSupport
import Testing

@testable import LanguageModels

struct ServerMemoryTests {
  private static let schema = JSONSchema.object([.init("a", .string)])
  private static let schemaRequest = LLMRequest(
    messages: [LLMMessage(.user, "Write.")], schema: schema, maxTokens: 64)
  private static let refusal = ScriptedServer.answer(400, #"{"error":"response_format is unknown"}"#)

  private let folder: TemporaryFolder
  private var path: String { folder.path + "/cache/servers.json" }

  init() throws {
    folder = try TemporaryFolder()
  }

  private static func stream(_ content: String, version: String) -> [ScriptedServer.Step] {
    let start = #"data: {"model":"m","system_fingerprint":"\#(version)","choices":[{"delta":{"content":"#
    let end = #"},"finish_reason":"stop"}]}"#
    return [ScriptedServer.streamHead, .send(start + JSONValue.string(content).text + end + "\n\ndata: [DONE]\n\n")]
  }

  @Test("What a server refused and proved is known in the next run") func whatServerShowedIsKnownInNextRun()
    async throws
  {
    let server = try ScriptedServer { request, _ in
      request.body.contains("json_schema") ? [Self.refusal] : ScriptedServer.stream(#"{"a":"1"}"#)
    }
    _ = try await backend(server.url, memory: ServerMemory(path: path)).generate(Self.schemaRequest) { _ in }
    #expect(server.requests.count == 2)
    let later = try backend(server.url, memory: ServerMemory(path: path))
    #expect(later.record.isProven)
    _ = try await later.generate(Self.schemaRequest) { _ in }
    #expect(server.requests.count == 3)
    #expect(server.requests[2].body.contains("json_object"))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("Another model, and another server, start from the top") func anotherModelStartsFromTop() async throws {
    let server = try ScriptedServer { request, _ in
      request.body.contains("json_schema") ? [Self.refusal] : ScriptedServer.stream(#"{"a":"1"}"#)
    }
    let memory = ServerMemory(path: path)
    _ = try await backend(server.url, model: "m", memory: memory).generate(Self.schemaRequest) { _ in }
    #expect(try backend(server.url, model: "m", memory: memory).record.adaptations.schemaSupport == .jsonObject)
    #expect(try backend(server.url, model: "n", memory: memory).record == ServerRecord())
    #expect(try backend(server.url + "/other", model: "m", memory: memory).record == ServerRecord())
  }

  @Test("A new version of a server is asked for everything again, and an old one is still known")
  func newVersionIsAskedForEverythingAgain() async throws {
    let version = Mutex("b1")
    let server = try ScriptedServer { request, _ in
      let version = version.withLock { $0 }
      return version == "b1" && request.body.contains("json_schema")
        ? [Self.refusal] : Self.stream(#"{"a":"1"}"#, version: version)
    }
    let backend = try backend(server.url, memory: ServerMemory(path: path))
    func requests() async throws -> Int {
      let before = server.requests.count
      _ = try await backend.generate(Self.schemaRequest) { _ in }
      return server.requests.count - before
    }
    #expect(try await requests() == 2)
    #expect(try await requests() == 1)
    #expect(backend.record.adaptations.schemaSupport == .jsonObject)
    version.withLock { $0 = "b2" }
    #expect(try await requests() == 1)
    #expect(backend.record.adaptations.schemaSupport == .jsonSchema)
    #expect(!backend.record.isProven)
    #expect(try await requests() == 1)
    #expect(backend.record.isProven)
    version.withLock { $0 = "b1" }
    #expect(try await requests() == 2)
    #expect(backend.record.adaptations.schemaSupport == .jsonObject)
  }

  @Test("A proof is lost before a step is taken down: one bad answer is not yet a server that ignores schemas")
  func proofIsLostBeforeStepIsTakenDown() async throws {
    let server = try ScriptedServer { _, number in ScriptedServer.stream(number == 0 ? #"{"a":"1"}"# : "prose") }
    let backend = try backend(server.url)
    var steps: [(Bool, SchemaSupport)] = []
    for _ in 0..<5 {
      _ = try await backend.generate(Self.schemaRequest) { _ in }
      steps.append((backend.record.isProven, backend.record.adaptations.schemaSupport))
    }
    #expect(steps.map(\.0) == [true, false, false, false, false])
    #expect(steps.map(\.1) == [.jsonSchema, .jsonSchema, .jsonObject, .promptOnly, .promptOnly])
  }

  @Test("An answer that was cut off proves nothing") func answerThatWasCutOffProvesNothing() async throws {
    let server = try ScriptedServer { _, _ in ScriptedServer.stream(#"{"a":"#, finish: "length") }
    let backend = try backend(server.url)
    _ = try await backend.generate(Self.schemaRequest) { _ in }
    #expect(backend.record.adaptations == ServerAdaptations())
    #expect(!backend.record.isProven)
  }

  @Test(
    "A damaged file is as none, and is replaced",
    arguments: [
      "", "{", "[]", #"{"format":2,"servers":[]}"#, #"{"format":1,"servers":[{"server":1},null,7]}"#, "\u{0}\u{1}",
    ])
  func damagedFileIsAsNone(text: String) throws {
    try FileManager.default.createDirectory(atPath: folder.path + "/cache", withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let server = try ServerURL("http://localhost:1/v1")
    let memory = ServerMemory(path: path)
    #expect(memory.record(of: server, model: nil) == ServerRecord())
    memory.note(server, model: nil, version: "1") { $0.isProven = true }
    #expect(ServerMemory(path: path).record(of: server, model: nil).isProven)
  }

  @Test("Two processes do not take each other's knowledge away") func processesKeepEachOthersKnowledge() throws {
    let (one, two) = (ServerMemory(path: path), ServerMemory(path: path))
    let servers = try ["http://localhost:1/v1", "http://localhost:2/v1"].map { try ServerURL($0) }
    #expect(!one.record(of: servers[0], model: nil).isProven && !two.record(of: servers[1], model: nil).isProven)
    one.note(servers[0], model: nil, version: "1") { $0.isProven = true }
    two.note(servers[1], model: nil, version: "1") { $0.adaptations.refusesSeed = true }
    one.note(servers[0], model: nil, version: "1") { $0.adaptations.refusesTemperature = true }
    let after = ServerMemory(path: path)
    #expect(after.record(of: servers[0], model: nil).isProven)
    #expect(after.record(of: servers[0], model: nil).adaptations.refusesTemperature)
    #expect(after.record(of: servers[1], model: nil).adaptations.refusesSeed)
  }

  @Test("What is old is forgotten, and the file stays small") func whatIsOldIsForgotten() throws {
    let server = try ServerURL("http://localhost:1/v1")
    let time = Mutex(1_000_000 - 210)
    let early = ServerMemory(path: path) {
      time.withLock { time in
        time += 1
        return time
      }
    }
    for number in 0..<205 { early.note(server, model: "\(number)", version: "1") { $0.isProven = true } }
    #expect(MemoryFile(path: path).read().count == 200)
    early.note(server, model: "last", version: "1") { $0.isProven = true }
    #expect(ServerMemory(path: path, now: { 1_000_000 + 13 * 86_400 }).record(of: server, model: "last").isProven)
    #expect(!ServerMemory(path: path, now: { 1_000_000 + 15 * 86_400 }).record(of: server, model: "last").isProven)
  }
}
