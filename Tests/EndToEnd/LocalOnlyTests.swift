import Foundation
import TestSupport
import Testing

/// In local-only mode nothing is reached but this machine: the system itself is asked, for the program and its children.
@Suite(
  "Local only, as the system sees it", .enabled(if: NetworkTrace.isWanted, "\(NetworkTrace.skipReason)"),
  .timeLimit(.minutes(8)))
struct LocalOnlyTests {
  private let program: Program
  private let trace: NetworkTrace

  init() async throws {
    program = Program(home: try TemporaryFolder())
    trace = NetworkTrace(file: program.home.file("trace"))
    let server = try await LlamaServer.shared.value
    try program.run(
      "backends", "add", "local", "--kind", "openai-compatible", "--profile", "llama.cpp", "--url", server.url)
    try program.run("backends", "use", "local")
    try program.run("config", "set", "backends.local.max-tokens", "128")
    try program.run("config", "set", "backend.privacy", "local-only")
  }

  /// Runs the program under the trace.
  private func run(_ arguments: String...) throws -> Program.Result {
    let command = trace.command([Program.path] + arguments)
    return try program.start(Array(command.dropFirst()), executable: command[0]).wait()
  }

  /// Fails unless something was reached, and only this machine.
  private func expectOnlyThisMachine(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let strangers = try trace.strangers()
    #expect(strangers.isEmpty, "\(strangers.prefix(5))", sourceLocation: sourceLocation)
    #expect(try !trace.calls().isEmpty, sourceLocation: sourceLocation)
  }

  @Test("The trace sees what goes to another machine") func control() throws {
    // An address for documentation; connecting a datagram socket sends nothing.
    let command = trace.command(["bash", "-c", "exec 3<>/dev/udp/192.0.2.1/9; exec 4<>/dev/udp/127.0.0.1/9"])
    _ = try program.start(Array(command.dropFirst()), executable: command[0]).wait()
    #expect(try trace.calls().count == 2)
    #expect(try trace.strangers().count == 1)
  }

  @Test("A test and a study sheet by a server") func commands() throws {
    let notes = try program.home.write(
      """
      # Cells

      The **nucleus** is the part of a cell that holds its DNA. A **ribosome** is a small particle that builds proteins \
      from amino acids. The **vacuole** is a large space in a plant cell that stores water. A **mitochondrion** is an \
      organelle that turns sugar and oxygen into energy for the cell.
      """, to: "cells.md")
    let made = try run("generate", notes, "--count", "1", "--format", "cloze", "--json")
    #expect(made.code == 0, "\(made.errors)")
    try expectOnlyThisMachine()
    let sheet = try run("summarize", notes)
    #expect(sheet.code == 0, "\(sheet.errors)")
    try expectOnlyThisMachine()
  }

  @Test("Looking for backends, and asking one that is elsewhere, which is refused") func elsewhere() throws {
    #expect(try run("backends").code == 0)
    try expectOnlyThisMachine()
    _ = try run("doctor")
    try expectOnlyThisMachine()
    try program.run("backends", "add", "far", "--kind", "openai-compatible", "--url", "https://models.example/v1")
    #expect(try run("backends", "test", "far", "--prompt", "Hello").code == 77)
    #expect(try trace.calls().isEmpty)
  }

  @Test("A session in the app") func app() throws {
    let window = try TerminalWindow(trace.command([Program.path]), environment: program.baseEnvironment)
    try window.wait(for: "Welcome to testlet")
    try window.press("s")
    try window.wait(orSay: "the test was not made", seconds: 400) { $0.contains("✓ Done") }
    try window.press("Enter")
    try window.wait(for: "Question 1 of 10")
    try window.press("a")
    try window.wait(for: "(●) A")
    try window.press("s")
    try window.wait(for: "9 questions without an answer")
    try window.press("Tab", "Enter")
    try window.wait(for: "By topic")
    try window.press("q")
    try window.wait(for: "score ")
    try window.press("q")
    #expect(try window.exitCode() == 0)
    try expectOnlyThisMachine()
  }

  @Test(
    "A model in MLX, whose process is a child",
    .enabled(if: MLXModelFolder.isWanted, "\(MLXModelFolder.skipReason)"))
  func mlx() throws {
    let mlx = try MLXModelFolder.shared
    try program.run("config", "set", "backends.mlx.python", mlx.python)
    try program.run("config", "set", "backends.mlx.model", mlx.model)
    try program.run("config", "set", "backends.mlx.max-tokens", "128")
    let result = try run("backends", "test", "mlx", "--prompt", "What is the capital of France?")
    #expect(result.code == 0 && !result.output.isEmpty, "\(result.errors)")
    // The child talks through pipes, so that there may be no call at all.
    #expect(try trace.strangers().isEmpty)
  }
}
