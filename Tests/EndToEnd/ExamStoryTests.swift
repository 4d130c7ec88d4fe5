import Foundation
import TestSupport
import Testing

/// An exam with a time, a retake and a bad question, by keys, in a real terminal.
@Suite("An exam's story")
struct ExamStoryTests {
  let program: Program

  init() throws {
    program = try Program.withTest().program
  }

  /// Opens the app on the list of tests.
  private func open() throws -> TerminalWindow {
    let window = try program.openApp()
    try window.wait(orSay: "the list did not come") { $0.contains("4 questions") || $0.contains("paused, ") }
    return window
  }

  @Test("Countdown and pause survive a kill, and at the end of the time the test is handed in as it is")
  func countdown() throws {
    let first = try open()
    try first.press("e")
    try first.wait(for: "suggested")
    try first.press("Enter")
    let shown = try first.wait(for: "Question 1 of 4")
    #expect(shown.contains(" left"))
    try first.press("a")
    try first.wait(for: "(●) A")
    try first.press("t")
    let paused = try first.wait(for: "Paused")
    #expect(!paused.contains("( ) B"))
    let left = try #require(paused.firstMatch(of: /(\d+:\d\d) left/)?.1)
    try waitForPause()
    try first.send(SIGKILL)
    _ = try first.exitCode()

    let second = try open()
    try second.press("Enter")
    #expect(try second.wait(for: "Paused").contains("\(left) left"))
    try second.press("Enter")
    #expect(try second.wait(for: "Question 1 of 4").contains("(●) A"))
    try second.press("q")
    try second.wait(for: "paused, ")
    try second.press("q")
    #expect(try second.exitCode() == 0)

    try leaveSeconds(2)
    let third = try open()
    try third.press("Enter")
    try third.wait(for: "Paused")
    try third.press("Enter")
    let results = try third.wait(for: "By topic")
    #expect(results.contains("The time is up") && results.contains("of 4"))
    try third.press("q")
    try third.wait(for: "score")
    #expect(try program.run("list").output.contains("\tsubmitted\t"))
  }

  @Test("What was missed is taken again, a bad question leaves the score, and comes back")
  func retakeAndReport() throws {
    let window = try open()
    try window.press("Enter")
    try window.wait(for: "Question 1 of 4")
    try window.press("s")
    try window.wait(for: "4 questions without an answer")
    try window.press("Tab", "Enter")
    try window.wait(for: "0 of 4, 0%")
    try window.press("X")
    try window.wait(for: "0 of 3, 0%")
    try window.press("m")
    try window.wait(for: "3 missed or unsure")
    try window.press("Enter")
    try window.wait(for: "Question 1 of 3")
    try window.press("1")
    try window.wait(for: "(●) A")
    try window.press("s")
    try window.wait(for: "2 questions without an answer")
    try window.press("Tab", "Enter")
    try window.wait(for: "Attempt 2 of 2")
    try window.press("[")
    try window.wait(for: "Attempt 1 of 2")
    try window.press("u")
    try window.wait(for: "0 of 4, 0%")
    try window.press("Enter", "v")
    try window.wait(for: "Up/Down, j/k scroll")
    try window.press("q", "q", "q")
    try window.wait(for: "score 0%")
    #expect(try program.run("stats", "--json").object()["answers"] as? Int == 1)
  }

  /// Shortens the time of the attempt, so that so many seconds are left.
  private func leaveSeconds(_ seconds: Int) throws {
    #expect(try sql("UPDATE attempt SET limitSeconds = activeSeconds + \(seconds)") == "None")
  }

  /// Waits until the pause is on the disk, which the screen does not tell.
  private func waitForPause() throws {
    let isPaused = try comesToHold { try sql("SELECT isPaused FROM attempt") == "(1,)" }
    try #require(isPaused)
  }

  /// What a statement gives first from the library, in Python's words.
  private func sql(_ statement: String) throws -> String {
    let script = """
      import sqlite3, sys
      with sqlite3.connect(sys.argv[1]) as library: print(library.execute(sys.argv[2]).fetchone())
      """
    let library = program.home.file(".local/share/testlet/testlet.sqlite")
    let run = try program.start(["python3", "-c", script, library, statement], executable: "/usr/bin/env").wait()
    return run.output.split(separator: "\n").first.map(String.init) ?? run.errors
  }
}
