import TestSupport

/// Programs whose home is not empty.
extension Program {
  /// A program with notes in its home, and where they are.
  static func withNotes() throws -> (program: Program, notes: String) {
    let program = Program(home: try TemporaryFolder())
    return (program, try program.home.write(CommandLineTests.notes, to: "cells.md"))
  }

  /// The same with a test of four questions that was made from the notes.
  static func withTest() throws -> (program: Program, notes: String) {
    let (program, notes) = try withNotes()
    try program.run("generate", notes, "--count", "4", "--backend", "mock", "--seed", "7", "--quiet")
    return (program, notes)
  }

  /// Takes the test with lines through a pipe.
  func take(_ lines: String...) throws -> Result {
    let script = "printf '%s\\n' \"$@\" | \(Self.path) take latest --plain"
    return try start(["-c", script, "sh"] + lines, executable: "/bin/sh").wait()
  }
}
