import Foundation
import TestSupport
import Testing

/// What `testlet backends` does with servers, here with the stand-in for Ollama.
@Suite(
  "Backends, without a terminal", .enabled(if: LlamaServer.isWanted, "\(LlamaServer.skipReason)"))
struct BackendsTests {
  let program: Program
  let standIn: OllamaStandIn

  init() async throws {
    program = Program(home: try TemporaryFolder())
    standIn = try await OllamaStandIn()
    try program.run("config", "set", "backends.ollama.url", standIn.url)
  }

  @Test("Models are listed with their sizes, as a table and as JSON")
  func models() throws {
    let table = try program.run("backends", "models", "ollama")
    #expect(table.code == 0, "\(table.errors)")
    #expect(table.output.contains(/smollm2:135m +\d+ MB/))
    let listed = try JSONSerialization.jsonObject(
      with: Data(program.run("backends", "models", "ollama", "--json").output.utf8))
    let models = try #require(listed as? [[String: Any]])
    #expect(models.first?["name"] as? String == OllamaStandIn.model)
    #expect(try #require(models.first?["bytes"] as? Int) > 10_000_000)
    #expect(try program.run("backends", "models", "nobody").code == 64)
  }

  @Test("OLLAMA_HOST is followed where the settings have the usual address")
  func ollamaHost() throws {
    try program.run("config", "set", "backends.ollama.url", "http://localhost:11434")
    let host = String(standIn.url.dropFirst("http://".count))
    let result = try program.run("backends", "models", "ollama", environment: ["OLLAMA_HOST": host])
    #expect(result.code == 0 && result.output.contains(OllamaStandIn.model), "\(result.errors)")
  }

  @Test("A model is brought, chosen and answers")
  func pull() throws {
    let missing = try program.run("backends", "test", "ollama", "--prompt", "Hello")
    #expect(missing.code == 69 && missing.errors.contains("llama3.2:3b"), "\(missing.errors)")
    let pulled = try program.run("backends", "pull", "ollama", OllamaStandIn.pullable)
    #expect(pulled.code == 0 && pulled.output.isEmpty, "\(pulled.errors)")
    #expect(pulled.errors.contains("1 MB of 1 MB"), "\(pulled.errors)")
    #expect(pulled.errors.split(separator: "\n").count < 15, "\(pulled.errors)")
    try program.run("config", "set", "backends.ollama.model", OllamaStandIn.pullable)
    let answer = try program.run("backends", "test", "ollama", "--prompt", "Hello")
    #expect(answer.code == 0 && !answer.output.isEmpty, "\(answer.errors)")
  }

  @Test("What can't be brought ends with one sentence and its exit code", arguments: [("ollama", 69), ("mock", 64)])
  func failures(backend: String, code: Int) throws {
    let result = try program.run("backends", "pull", backend, "nothing-of-this-name")
    #expect(result.code == Int32(code), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").last?.hasPrefix("testlet: ") == true, "\(result.errors)")
  }

  @Test("Ctrl-C stops a pull, says how to go on, and ends with 130")
  func interrupt() throws {
    let run = try program.start(["backends", "pull", "ollama", OllamaStandIn.halting])
    try run.wait { $0.contains("2 MB of 4 MB") }
    run.send(SIGINT)
    let result = run.wait()
    #expect(result.code == 130)
    #expect(result.errors.contains("`testlet backends pull ollama \(OllamaStandIn.halting)`"), "\(result.errors)")
    let again = try program.run("backends", "pull", "ollama", OllamaStandIn.halting)
    #expect(again.code == 0 && !again.errors.contains("500 KB of"), "\(again.errors)")
  }
}
