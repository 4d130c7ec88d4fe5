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

  @Test("The sign goes red with the reason when the server is killed, and green again when it is back, without a key")
  func comesAndGoes() async throws {
    let server = try LlamaServer(slots: 1, context: 2048)
    let port = try #require(URL(string: server.url)?.port)
    try program.run(
      "backends", "add", "local", "--kind", "openai-compatible", "--profile", "llama.cpp", "--url", server.url)
    #expect(try program.run("backends", "use", "local").code == 0)
    let app = try program.openApp(columns: 100, rows: 30)
    try app.wait(for: "Welcome to testlet")
    try app.press("g", "t")
    // A real answer that follows the schema proves the server.
    try app.wait(orSay: "no verdict came", seconds: 300) { $0.contains("It would") }
    try app.press("q")
    try app.wait(for: "● ready, ")

    server.stop()
    try app.wait(orSay: "the sign stays green", seconds: 30) {
      $0.contains("✗ not available") && $0.contains("Nothing answers at \(server.url)")
    }
    let again = try LlamaServer(slots: 1, context: 2048, port: port)
    try app.wait(orSay: "the sign stays red", seconds: 30) {
      !$0.contains("Nothing answers at \(server.url)") && $0.contains("local") && $0.contains("● ready, ")
    }
    again.stop()
    try app.press("q", "q")
    #expect(try app.exitCode() == 0)
  }
}
