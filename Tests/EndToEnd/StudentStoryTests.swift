import Foundation
import TestSupport
import Testing

/// From an empty home to a score, by keys, in a real terminal.
@Suite("A student's story")
struct StudentStoryTests {
  let program: Program

  init() throws {
    program = Program(home: try TemporaryFolder())
  }

  @Test("Sample notes become a test that survives a kill and ends in a score")
  func withoutModel() throws {
    try program.run("config", "set", "backends.mock.delay-ms", "1")
    let first = try program.openApp()
    try first.wait(for: "Welcome to testlet")
    try first.press("s")
    try first.wait(for: "10 of 10 ready")
    try takeThroughKill(first, questions: 10)
  }

  @Test(
    "The same with a real server and a small model",
    .enabled(if: LlamaServer.isWanted, "\(LlamaServer.skipReason)"))
  func withModel() async throws {
    let server = try await LlamaServer.shared.value
    try program.run(
      "backends", "add", "local", "--kind", "openai-compatible", "--profile", "llama.cpp", "--url", server.url)
    #expect(try program.run("backends", "use", "local").code == 0)
    try program.run("config", "set", "backends.local.max-tokens", "128")
    let first = try program.openApp()
    try first.wait(for: "Welcome to testlet")
    try first.press("s")
    // The model is far too small to write a question that passes, so that the built-in writer ends every slot.
    try first.wait(orSay: "the test was not made", seconds: 300) { $0.contains("✓ Done") }
    try takeThroughKill(first, questions: 10)
  }

  /// Starts the test that was made, answers, kills the program, and goes on where it was to the score.
  private func takeThroughKill(_ first: TerminalWindow, questions: Int) throws {
    try first.press("Enter")
    try first.wait(for: "Question 1 of \(questions)")
    try first.press("a")
    try first.wait(for: "(●) A")
    try first.press("n")
    try first.wait(for: "Question 2 of \(questions)")
    try first.press("b")
    try first.wait(for: "(●) B")
    try first.send(SIGKILL)
    #expect(try first.exitCode() == 128 + SIGKILL)

    let second = try program.openApp()
    try second.wait(for: "2 of \(questions)")
    try second.press("Enter")
    let resumed = try second.wait(for: "Question 2 of \(questions)")
    #expect(resumed.contains("(●) B"))
    try second.press("p")
    #expect(try second.wait(for: "Question 1 of \(questions)").contains("(●) A"))
    try second.press("s")
    try second.wait(for: "\(questions - 2) questions without an answer")
    try second.press("Tab", "Enter")
    let results = try second.wait(for: "By topic")
    let shown = try #require(results.firstMatch(of: /of 10, (\d+%)/)?.1)
    try second.press("q")
    try second.wait(for: "score \(shown)")
    try second.press("q")
    #expect(try second.exitCode() == 0)
    #expect(try program.run("list").output.contains("\tsubmitted\t10/10\t\(shown)\t"))
  }
}
