import Foundation
import TestSupport
import Testing

/// A conversation about a question in a real terminal, with a real model.
@Suite("Asking about a question, in a terminal", .enabled(if: LlamaServer.isWanted, "\(LlamaServer.skipReason)"))
struct ChatScreenTests {
  @Test("After the answer a model is asked, the answer is signed, and the log says who was chosen")
  func conversation() async throws {
    let program = Program(home: try TemporaryFolder())
    let server = try await LlamaServer.shared.value
    try program.run(
      "backends", "add", "local", "--kind", "openai-compatible", "--profile", "llama.cpp", "--url", server.url)
    #expect(try program.run("backends", "use", "local").code == 0)
    let notes = try program.home.write(
      """
      # Cells

      The **nucleus** is the part of a cell that holds its DNA. A **ribosome** is a small particle that builds proteins \
      from amino acids. The **vacuole** is a large space in a plant cell that stores water.
      """, to: "cells.md")
    let made = try program.run("generate", notes, "--backend", "mock", "--count", "1", "--format", "cloze")
    #expect(made.code == 0, "\(made.errors)")

    let app = try program.openApp()
    try app.wait(for: "Cells")
    try app.press("t")
    try app.wait(for: "Question 1 of 1")
    try app.press("x", "Enter")
    try app.wait(for: "Not right.")
    try app.press("w")
    try app.wait(for: "nobody checks what it says")
    try app.press("Enter")
    // A long answer leaves no room for what was asked.
    try app.wait(for: "nobody has checked it", seconds: 120)
    try app.press("Escape")
    try app.wait(for: "Not right.")
    try app.press("q")
    try app.wait(for: "quit")
    try app.press("q")
    #expect(try app.exitCode() == 0)
    let log = try program.run("backends", "log").output
    #expect(log.contains("  chat  local  ") && log.contains("it is selected"), "\(log)")
  }
}
