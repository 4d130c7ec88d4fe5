import Foundation
import Synchronization
import Testing

@testable import LanguageModels

/// What is remembered of Ollama from run to run.
struct OllamaMemoryTests {
  private static let schema = JSONSchema.object([.init("a", .string)])
  private static let schemaRequest = LLMRequest(
    messages: [LLMMessage(.user, "Write.")], schema: schema, maxTokens: 64)

  private let folder: TemporaryFolder
  private var memory: ServerMemory { ServerMemory(path: folder.path + "/servers.json") }

  init() throws {
    folder = try TemporaryFolder()
  }

  private func isProven(_ backend: OllamaBackend) async -> Bool {
    if case .available(_, proven: true) = await backend.availability() { true } else { false }
  }

  @Test("A model that followed a schema is known to in the next run, another model is not") func proof() async throws {
    let ollama = try ScriptedOllama { _ in ScriptedOllama.stream(#"{"a":"1"}"#) }
    let first = try ollamaBackend(ollama.server.url, servers: memory)
    #expect(await !isProven(first))
    _ = try await first.generate(Self.schemaRequest) { _ in }
    #expect(await isProven(try ollamaBackend(ollama.server.url, servers: memory)))
    #expect(await !isProven(try ollamaBackend(ollama.server.url, model: "n:1b", servers: memory)))
  }

  @Test("A schema that was ignored is said in words in the next run") func ignoredSchema() async throws {
    let ollama = try ScriptedOllama { _ in ScriptedOllama.stream("prose") }
    _ = try await ollamaBackend(ollama.server.url, servers: memory).generate(Self.schemaRequest) { _ in }
    _ = try await ollamaBackend(ollama.server.url, servers: memory).generate(Self.schemaRequest) { _ in }
    let prompts = ollama.chats.map { $0["messages"]?.elements?.last?["content"]?.string ?? "" }
    #expect(prompts.map { $0.contains("JSON Schema") } == [false, true])
  }

  @Test("A model that reasons all the same is given room to in the next run") func reasoning() async throws {
    let ollama = try ScriptedOllama(show: ScriptedOllama.details(capabilities: ["completion", "thinking"])) { _ in
      ScriptedOllama.stream("ok", thinking: "hm")
    }
    _ = try await ollamaBackend(ollama.server.url, servers: memory).generate(helloRequest) { _ in }
    _ = try await ollamaBackend(ollama.server.url, servers: memory).generate(helloRequest) { _ in }
    #expect(ollama.chats.map { $0["think"]?.bool } == [false, nil])
    #expect(ollama.chats.last?["options"]?["num_predict"]?.int == 64 + OllamaMemory.reasoningTokens)
  }

  @Test("A new version of the server starts from the top, in the next run and in this one") func newVersion()
    async throws
  {
    let version = Mutex("0.12.6")
    let ollama = try ScriptedOllama(version: #"{"version":"\#(version.withLock { $0 })"}"#) { _ in
      ScriptedOllama.stream(#"{"a":"1"}"#)
    }
    let backend = try ollamaBackend(ollama.server.url, servers: memory)
    _ = try await backend.generate(Self.schemaRequest) { _ in }
    #expect(await isProven(backend))
    version.withLock { $0 = "0.13.0" }
    #expect(await !isProven(try ollamaBackend(ollama.server.url, servers: memory)))
    #expect(await !isProven(backend))
    _ = try await backend.generate(Self.schemaRequest) { _ in }
    #expect(await isProven(backend))
    #expect(ollama.server.requests.filter { $0.line.contains("/api/show") }.count == 2)
  }
}
