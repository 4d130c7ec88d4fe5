import Foundation
import TestSupport
import Testing

/// A test taken line by line, through a pipe and in a terminal.
@Suite("Taking a test line by line")
struct PlainTests {
  let program: Program

  init() throws {
    program = try Program.withTest().program
  }

  /// The letters of the keys, in the order in which the questions are asked.
  private func keys() throws -> [String] {
    try program.run("show", "latest").output.components(separatedBy: "**Answer:** ").dropFirst()
      .map { String($0.prefix(1)) }
  }

  @Test("A pipe answers all questions, and gets the score with every explanation")
  func pipe() throws {
    let keys = try keys()
    let result = try program.take(keys[0], keys[1], "u", keys[2], keys[3])
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    #expect(result.output.contains("Score: 4 of 4, 100%."))
    #expect(result.output.contains("Answers that you were unsure of: 1 of 1 right."))
    #expect(result.output.ranges(of: "Why: ").count == 4 && result.output.ranges(of: "The notes: \"").count == 4)
    #expect(!result.output.contains("\u{1B}") && !result.output.contains("\r"))
    #expect(try program.run("list").output.contains("\tsubmitted\t4/4\t100%\t"))
  }

  @Test("A test that a pipe has left goes on in the app, and the other way round")
  func backAndForth() throws {
    let left = try program.take("a")
    #expect(left.code == 0 && left.output.contains("Everything is kept"))
    let window = try program.openApp("take", "latest")
    try window.wait(for: "Question 2 of 4")
    try window.press("b")
    try window.wait(for: "(●) B")
    try window.press("q")
    try window.wait(for: "2 of 4 answered")
    try window.press("q")
    #expect(try window.exitCode() == 0)
    let again = try program.take("s", "s", "h")
    #expect(again.output.contains("4 questions, 2 answered") && again.output.contains("Without an answer: 3, 4."))
    #expect(again.output.contains("You chose: A") && again.output.contains("You chose: B"))
    #expect(again.output.contains("No answer given.") && again.output.contains("Handed in."))
  }

  @Test("In a terminal nothing moves the cursor, and a kill loses no answer")
  func terminal() throws {
    let window = try program.openApp("take", "latest", "--plain")
    try window.wait(for: "Question 1 of 4")
    #expect(!window.isFullScreen)
    try window.press("c", "Enter")
    try window.wait(for: "Question 2 of 4")
    try window.send(SIGKILL)
    #expect(try window.exitCode() == 128 + SIGKILL)
    #expect(try program.take("q").output.contains("4 questions, 1 answered"))
  }

  @Test("In a terminal the last answer hands nothing in, nor does the end of what is typed, but h does")
  func asking() throws {
    let window = try program.openApp("take", "latest", "--plain")
    for number in 1...4 {
      try window.wait(for: "Question \(number) of 4")
      try window.press("a", "Enter")
    }
    try window.wait(for: "All are answered")
    try window.press("C-d")
    try window.wait(for: "Everything is kept")
    #expect(try window.exitCode() == 0)
    let nothing = try program.start(
      ["-c", "\(Program.path) take latest --plain </dev/null"], executable: "/bin/sh"
    ).wait()
    #expect(nothing.output.contains("All are answered") && !nothing.output.contains("Handed in."))
    #expect(try program.take("h").output.contains("Handed in."))
  }

  @Test("A terminal that can't place a cursor gets it by itself, with a sentence")
  func dumb() throws {
    let window = try program.openApp("take", "latest", term: "dumb")
    let screen = try window.wait(for: "Question 1 of 4")
    #expect(screen.contains("can't place a cursor, so the test is taken line by line"))
    try window.press("q", "Enter")
    try window.wait(for: "Everything is kept")
    #expect(try window.exitCode() == 0)
  }
}
