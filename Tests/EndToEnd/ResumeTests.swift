import Foundation
import TestSupport
import Testing

/// What a killed or interrupted generation leaves behind.
@Suite("Going on with a generation")
struct ResumeTests {
  let program: Program
  let notes: String

  init() throws {
    (program, notes) = try Program.withNotes()
    try program.run("config", "set", "backends.mock.delay-ms", "10")
  }

  @Test("A killed run is resumed at once, and keeps each question that it had told of")
  func kill() throws {
    let killed = try generateUntilTwoAreKept()
    killed.send(SIGKILL)
    _ = killed.wait()
    let kept = try prompts(program.run("show", "latest", "--json"))
    #expect(kept.count >= 2)
    let resumed = try program.run("generate", "--resume", "latest", "--json")
    #expect(resumed.code == 0, "\(resumed.errors)")
    let all = try prompts(resumed)
    #expect(all.count == 6)
    #expect(Set(kept).isSubset(of: all) && Set(all).count == 6)
    let whole = Program(home: try TemporaryFolder())
    let uninterrupted = try whole.run("generate", notes, "--count", "6", "--seed", "5", "--json")
    #expect(try prompts(uninterrupted) == all)
  }

  @Test("Killed at any moment while it makes its library, it starts again")
  func killAtFirstStart() throws {
    for moment in 0..<24 {
      let fresh = Program(home: try TemporaryFolder())
      let folder = fresh.home.file(".local/share/testlet")
      let run = try fresh.start(["list"])
      // From the first bytes on the disk to the last, one moment after the other.
      let end = ContinuousClock.now + .seconds(20)
      while run.isRunning, Self.bytes(in: folder) < moment * 4_500 + 1, ContinuousClock.now < end {}
      run.send(SIGKILL)
      _ = run.wait()
      let again = try fresh.run("list")
      #expect(again.code == 0, "\(moment): \(again.errors)")
    }
  }

  /// How much is in the library's files; the index of the write-ahead log has a size of its own.
  private static func bytes(in folder: String) -> Int {
    ["", "-journal", "-wal"].reduce(0) { sum, suffix in
      var status = stat()
      return stat("\(folder)/testlet.sqlite\(suffix)", &status) == 0 ? sum + Int(status.st_size) : sum
    }
  }

  @Test("Ctrl-C keeps what was made, says how to go on, and ends with 130")
  func interrupt() throws {
    let run = try generateUntilTwoAreKept()
    run.send(SIGINT)
    let result = run.wait()
    #expect(result.code == 130)
    let command = try #require(result.errors.firstMatch(of: /testlet generate --resume (\w+)/))
    #expect(try program.run("generate", "--resume", String(command.1)).code == 0)
  }

  @Test("Where the backend is gone, the built-in writer ends the test if it is let")
  func fallbackLater() throws {
    let run = try generateUntilTwoAreKept()
    run.send(SIGINT)
    _ = run.wait()
    try program.run("backends", "add", "gone", "--kind", "openai-compatible", "--url", "http://127.0.0.1:1")
    #expect(try program.run("generate", "--resume", "latest", "--backend", "gone").code == 69)
    let ended = try program.run(
      "generate", "--resume", "latest", "--backend", "gone", "--allow-fallback", "--json")
    #expect(ended.code == 0, "\(ended.errors)")
    #expect(try prompts(ended).count == 6)
  }

  @Test("Two processes never make the same test")
  func twoAtOnce() throws {
    let first = try generateUntilTwoAreKept()
    let second = try program.run("generate", "--resume", "latest")
    #expect(second.code == 75, "\(second.errors)")
    first.send(SIGINT)
    _ = first.wait()
  }

  private func generateUntilTwoAreKept() throws -> RunningProgram {
    let run = try program.start(["generate", notes, "--count", "6", "--seed", "5", "--backend", "mock"])
    try run.wait { errors in errors.split(separator: "\n").count { $0.hasPrefix("question ") } >= 2 }
    return run
  }

  private func prompts(_ result: Program.Result) throws -> [String] {
    let questions = try #require(try result.object()["questions"] as? [[String: Any]])
    return questions.compactMap { $0["prompt"] as? String }
  }
}
