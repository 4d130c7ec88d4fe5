import Foundation
import TestSupport
import Testing

/// The settings in a real terminal, beside a real server that comes and goes.
@Suite("Settings, in a terminal", .enabled(if: LlamaServer.isWanted, "\(LlamaServer.skipReason)"))
struct SettingsScreenTests {
  let program: Program

  init() throws {
    program = Program(home: try TemporaryFolder())
  }

  @Test("The sign goes red with the reason when the server is killed, and back when the server is, without a key")
  func comesAndGoes() async throws {
    let server = try LlamaServer(slots: 1, context: 2048)
    let port = try #require(URL(string: server.url)?.port)
    try program.run(
      "backends", "add", "local", "--kind", "openai-compatible", "--profile", "llama.cpp", "--url", server.url)
    #expect(try program.run("backends", "use", "local").code == 0)
    let app = try program.openApp(columns: 100, rows: 30)
    try app.wait(for: "Welcome to testlet")
    try app.press("g")
    // Whether a model this small has shown yet that it follows a schema is chance; it can be used in both cases.
    let usable = try Regex("(● ready|~ not proven yet), \\d+ ms")
    try app.wait(orSay: "the server is not found", seconds: 30) { $0.contains(usable) }

    server.stop()
    try app.wait(orSay: "the sign stays green", seconds: 30) {
      $0.contains("✗ not available") && $0.contains("Nothing answers at \(server.url)")
    }
    let again = try LlamaServer(slots: 1, context: 2048, port: port)
    try app.wait(orSay: "the sign stays red", seconds: 30) {
      !$0.contains("Nothing answers at \(server.url)") && $0.contains(usable)
    }
    again.stop()
    try app.press("q", "q")
    #expect(try app.exitCode() == 0)
  }
}
