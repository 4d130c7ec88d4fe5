import Foundation
import TestSupport
import Testing

/// Another program writes to the library, and does not end, while the app is open.
@Suite("A library that is held while the app is open")
struct HeldLibraryTests {
  let program: Program
  let library: LibraryFile

  init() throws {
    program = try Program.withTest().program
    library = LibraryFile(of: program)
  }

  private static let sentence = "Another program holds the library"

  /// Has the library held by another program while `body` is done.
  private func whileHeld(_ body: () throws -> Void) throws {
    let holder = try library.hold()
    defer {
      holder.send(SIGKILL)
      _ = holder.wait()
    }
    try body()
  }

  @Test("An answer that can't be kept is told to be so and not shown, and once the library is free it is kept")
  func answering() throws {
    let app = try program.openApp("take", "latest")
    try app.wait(for: "Question 1 of 4")
    try whileHeld {
      try app.press("a")
      let told = try app.wait(for: Self.sentence)
      #expect(told.contains("( ) A") && !told.contains("(●)"), "\(told)")
      #expect(told.contains("Question 1 of 4"))
    }
    try app.press("a")
    try app.wait(for: "(●) A")
    try app.press("q")
    try app.wait(for: "1 of 4 answered")
    try app.press("q")
    #expect(try app.exitCode() == 0)
    #expect(try program.take("q").output.contains("4 questions, 1 answered"))
  }

  @Test("A review that can't be kept is told to be so and not shown, and once the library is free it is kept")
  func reviewing() throws {
    #expect(try program.take("s", "s", "s", "s", "h").output.contains("Handed in."))
    // The minute that a missed question waits is over.
    try library.execute("UPDATE reviewCard SET due = due - 60")
    let app = try program.openApp("review")
    try app.wait(for: "4 due")
    try whileHeld {
      try app.press("a")
      let told = try app.wait(for: Self.sentence)
      #expect(!told.contains("It comes back"), "\(told)")
    }
    #expect(try program.run("stats", "--json").object()["answers"] as? Int == 0)
    try app.press("a")
    try app.wait(for: "It comes back")
    #expect(try program.run("stats", "--json").object()["answers"] as? Int == 1)
  }
}
