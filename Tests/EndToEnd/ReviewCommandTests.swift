import Foundation
import TestSupport
import Testing

/// From a missed question to its review, in a real terminal, and what the command line says of it.
@Suite("Reviews and figures")
struct ReviewCommandTests {
  let program: Program

  init() throws {
    program = Program(home: try TemporaryFolder())
  }

  @Test("What was missed comes back in `testlet review`, and `testlet stats` counts it")
  func missed() throws {
    let none = try program.run("stats")
    #expect(none.code == 0 && none.output.isEmpty && none.errors.contains("There are no answers yet"))
    let notes = try program.home.write(CommandLineTests.notes, to: "cells.md")
    try program.run("generate", notes, "--count", "4", "--backend", "mock", "--seed", "7", "--quiet")
    try handInEmpty()
    let figures = try program.run("stats", "--json").object()
    // What was left open is to be reviewed, but is no answer.
    #expect(figures["answers"] as? Int == 0)
    let reviews = try #require(figures["reviews"] as? [String: Any])
    #expect(reviews["questions"] as? Int == 4)
    #expect((reviews["forecast"] as? [[String: Any]])?.first?["due"] as? Int == 4)
    try makeDue()
    let window = try program.openApp("review")
    try window.wait(for: "4 due")
    try window.press("a")
    try window.wait(for: "It comes back")
    try window.press("q")
    try window.wait(for: "3 questions due for review")
    try window.press("p")
    try window.wait(for: "1 answer")
    #expect(try program.run("stats", "--json").object()["answers"] as? Int == 1)
    let printed = try program.run("stats").output
    #expect(printed.contains("mastery") && printed.contains("due for review\t") && printed.contains("in review\t4"))
    try figuresAboutSubjects()
  }

  @Test("Line by line, a pipe answers what is due, and where it ends nothing is lost")
  func plain() throws {
    let notes = try program.home.write(CommandLineTests.notes, to: "cells.md")
    try program.run("generate", notes, "--count", "4", "--backend", "mock", "--seed", "7", "--quiet")
    try handInEmpty()
    try makeDue()
    let script = "printf 'u\\na\\n' | \(Program.path) review --plain"
    let result = try program.start(["-c", script], executable: "/bin/sh").wait()
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    for text in ["4 due. ", "Unsure.", "It comes back in ", "3 due. ", "`testlet review --plain` goes on"] {
      #expect(result.output.contains(text), "\(text)")
    }
    #expect(try program.run("stats", "--json").object()["answers"] as? Int == 1)
  }

  /// What the answers are about is named; about another course there are none, and what nobody knows is an error.
  private func figuresAboutSubjects() throws {
    let all = try program.run("stats", "--json").object()
    let known = try #require((all["topics"] as? [[String: Any]])?.first)
    let (topic, course) = (try #require(known["topic"] as? String), try #require(known["course"] as? String))
    let some = try program.run("stats", "--topic", topic, "--course", course, "--json").object()
    #expect(some["answers"] as? Int == 1)
    #expect(some["about"] as? [String: String] == ["topic": topic, "course": course])
    let text = try program.run("stats", "--topic", topic).output
    #expect(text.hasPrefix("Only the topic \(topic); `testlet stats` without an option shows everything."))
    let shouted = try program.run("stats", "--topic", topic.uppercased(), "--course", course.lowercased(), "--json")
    #expect(try shouted.object()["about"] as? [String: String] == ["topic": topic, "course": course])
    let unknown = try program.run("stats", "--topic", "Nowhere")
    #expect(unknown.code == 66 && unknown.output.isEmpty)
    #expect(unknown.errors.contains("There is no topic \"Nowhere\""))
  }

  /// Hands the test in without an answer, so that all of it was missed.
  private func handInEmpty() throws {
    let window = try program.openApp("take", "latest")
    try window.wait(for: "Question 1 of 4")
    try window.press("s")
    try window.wait(for: "Hand the test in?")
    try window.press("Tab")
    try window.press("Enter")
    try window.wait(for: "0 of 4")
  }

  /// Lets the minute go by that a missed question waits.
  private func makeDue() throws {
    let data = program.home.file(".local/share/testlet/testlet.sqlite")
    let script =
      "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); "
      + "c.execute('UPDATE reviewCard SET due = due - 60'); c.commit()"
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, data]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("A retention that can't be is refused")
  func settings() throws {
    #expect(try program.run("config", "set", "review.retention", "1").code == 64)
    #expect(try program.run("config", "set", "review.retention", "0.85").code == 0)
    #expect(try program.run("config", "get", "review.retention").output.contains("0.85"))
  }
}
