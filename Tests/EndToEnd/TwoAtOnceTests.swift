import Foundation
import TestSupport
import Testing

/// Several programs at work on one library.
@Suite("Two at once")
struct TwoAtOnceTests {
  let program: Program
  let notes: String

  init() throws {
    program = Program(home: try TemporaryFolder())
    notes = try program.home.write("\(CommandLineTests.notes)\n\n\(CommandLineTests.otherNotes)", to: "cells.md")
    try generateFirst(in: program)
    try program.run("config", "set", "backends.mock.delay-ms", "10")
  }

  /// Makes the test that is there before all others.
  private func generateFirst(in program: Program) throws {
    try program.run("generate", notes, "--count", "3", "--seed", "7", "--backend", "mock", "--quiet")
  }

  private func generate(_ options: String...) throws -> RunningProgram {
    try program.start(["generate", "--backend", "mock", "--json"] + options)
  }

  /// Takes the test that was there before, answering everything.
  private func take(_ id: String) throws -> RunningProgram {
    let script = "printf '%s\\n' a b a | \(Program.path) take \(id) --plain"
    return try program.start(["-c", script], executable: "/bin/sh")
  }

  /// The prompts of a test, each of whose slots has to be there once: filled, or missing with a reason.
  private func prompts(_ test: [String: Any], slots: Int) throws -> [String] {
    let questions = try #require(test["questions"] as? [[String: Any]])
    let missing = try #require(test["missing"] as? [[String: Any]])
    let numbers = (questions + missing).compactMap { $0["slot"] as? Int }
    #expect(numbers.count == slots && Set(numbers).count == slots, "\(numbers.sorted())")
    return questions.compactMap { $0["prompt"] as? String }
  }

  @Test("Two generations and a sitting in one course end well, and no question is made twice")
  func differentTests() throws {
    let first = try #require(try program.run("show", "latest", "--json").object()["id"] as? String)
    let generations = try ["1", "2"].map { seed in
      try generate(notes, "--count", "6", "--seed", seed, "--format", "multiple-choice", "--format", "true-false")
    }
    let sitting = try take(first).wait()
    #expect(sitting.code == 0 && sitting.output.contains("Score: "), "\(sitting.errors)")
    var all = try prompts(program.run("show", first, "--json").object(), slots: 3)
    for generation in generations {
      let result = generation.wait()
      #expect(result.code == 0, "\(result.errors)")
      let made = try result.object()
      all += try prompts(made, slots: 6)
      // It is in the library as it was printed.
      let shown = try program.run("show", try #require(made["id"] as? String), "--json").object()
      #expect(try prompts(shown, slots: 6) == prompts(made, slots: 6))
    }
    #expect(Set(all).count == all.count, "\(all.sorted())")
    try expectWhole(tests: 3)
    #expect(try program.run("list").output.contains("\tsubmitted\t3/3\t"))
  }

  @Test("Of several that go on with one test, one fills each slot, and the others say that it is at work")
  func sameTest() throws {
    // What a test asks depends on the tests of the same notes before it, so the other home has the same one.
    let whole = Program(home: try TemporaryFolder())
    try generateFirst(in: whole)
    let asked = [notes, "--count", "6", "--seed", "5", "--course", "Other"]
    let uninterrupted = try whole.start(["generate", "--backend", "mock", "--json"] + asked).wait()
    let run = try program.start(["generate", "--backend", "mock", "--json"] + asked)
    try run.wait { $0.contains("question ") }
    run.send(SIGKILL)
    _ = run.wait()
    let results = try (0..<4).map { _ in try generate("--resume", "latest") }.map { $0.wait() }
    #expect(results.contains { $0.code == 0 })
    for result in results where result.code != 0 {
      #expect(result.code == 75 && result.output.isEmpty, "\(result)")
      #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    }
    let test = try program.run("show", "latest", "--json").object()
    #expect(test["status"] as? String == "ready")
    #expect(try prompts(test, slots: 6) == prompts(uninterrupted.object(), slots: 6))
    try expectWhole(tests: 2)
  }

  @Test("While the app has a test open, another program deletes it, and the app says so and goes on")
  func deletedInTheApp() throws {
    let window = try program.openApp("take", "latest")
    try window.wait(for: "Question 1 of 3")
    #expect(try program.run("delete", "latest").code == 0)
    try window.press("a")
    try window.wait(for: "in another window")
    try window.press("q")
    try window.wait(orSay: "Home did not come") { $0.hasPrefix("  testlet  Home") }
    try window.press("q")
    #expect(try window.exitCode() == 0)
  }

  @Test("Two sittings of one attempt go on with it together; what comes after its end is told, and kept nowhere")
  func sameAttempt() throws {
    let windows = try (0..<2).map { _ in try program.openApp("take", "latest", "--plain") }
    for window in windows { try window.wait(for: "Question 1 of 3") }
    for window in windows {
      try window.press("a", "Enter")
      try window.wait(for: "Question 2 of 3")
    }
    try windows[0].press("b", "Enter")
    try windows[0].wait(for: "Question 3 of 3")
    try windows[0].press("c", "Enter")
    try windows[0].wait(for: "All are answered")
    try windows[0].press("h", "Enter")
    try windows[0].wait(for: "Score: ")
    try windows[1].press("d", "Enter")
    try windows[1].wait(for: "was handed in or deleted in another window")
    #expect(try windows.map { try $0.exitCode() } == [0, 66])
    #expect(try program.run("list").output.contains("\tsubmitted\t3/3\t"))
    #expect(try program.run("stats", "--json").object()["answers"] as? Int == 3)
    try expectWhole(tests: 1)
  }

  @Test("Of two reviews of one question the first is kept, and the other says so and goes on with the next")
  func sameReview() throws {
    let script = "printf '%s\\n' s s s h | \(Program.path) take latest --plain"
    #expect(try program.start(["-c", script], executable: "/bin/sh").wait().output.contains("Handed in."))
    // The minute that a missed question waits is over.
    try LibraryFile(of: program).execute("UPDATE reviewCard SET due = due - 60")
    let windows = try (0..<2).map { _ in try program.openApp("review") }
    for window in windows { try window.wait(for: "3 due") }
    func answers() throws -> Int? { try program.run("stats", "--json").object()["answers"] as? Int }
    try windows[0].press("a")
    try windows[0].wait(for: "It comes back")
    try windows[1].press("a")
    try windows[1].wait(orSay: "nothing was said") {
      $0.contains("was answered elsewhere") && $0.contains("2 due")
    }
    #expect(try answers() == 1)
    try windows[1].press("a")
    try windows[1].wait(for: "It comes back")
    #expect(try answers() == 2)
  }

  @Test("Of several imports of one file one keeps its questions, and the others say that they are there")
  func sameFile() throws {
    let quiz = try program.home.write("What builds proteins in a cell? {=ribosomes ~vacuoles ~nuclei}", to: "quiz.gift")
    let results = try (0..<3).map { _ in try program.start(["import", quiz, "--course", "Quiz"]) }.map { $0.wait() }
    #expect(results.map(\.code).sorted() == [0, 65, 65], "\(results)")
    for result in results where result.code != 0 {
      #expect(result.errors.contains("are in the library already: nothing was brought."), "\(result.errors)")
    }
    let brought = try (0..<3).map { _ in try program.start(["import", notes]) }.map { $0.wait() }
    #expect(brought.allSatisfy { $0.code == 0 && $0.errors.isEmpty }, "\(brought)")
    try expectWhole(tests: 2)
  }

  /// The library passes its checks, which a backup makes, and has so many tests.
  private func expectWhole(tests: Int) throws {
    #expect(try program.run("backup", program.home.file("copy.sqlite")).code == 0)
    #expect(try program.run("list").output.split(separator: "\n").count == tests)
  }
}
