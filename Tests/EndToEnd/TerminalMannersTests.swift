import Foundation
import TestSupport
import Testing

/// How the app behaves towards the terminal that it runs in.
@Suite("Manners in a terminal")
struct TerminalMannersTests {
  let program: Program

  init() throws {
    program = Program(home: try TemporaryFolder())
  }

  @Test("A terminal that can't place a cursor gets one sentence and exit code 64", arguments: ["dumb", nil])
  func noCursor(term: String?) throws {
    let window = try program.openApp(term: term)
    #expect(try window.exitCode() == 64)
    #expect(window.screen.hasPrefix("testlet: "))
    #expect(window.screen.contains("TERM"))
  }

  @Test("Without a terminal there is one sentence and exit code 64", arguments: [[], ["take", "latest"]])
  func noTerminal(arguments: [String]) throws {
    let notes = try program.home.write(CommandLineTests.notes, to: "cells.md")
    try program.run("generate", notes, "--count", "2", "--quiet")
    let result = try program.start(arguments).wait()
    #expect(result.code == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").count == 1 && result.errors.contains("needs a terminal"))
  }

  @Test("A signal that ends it leaves the terminal as it was", arguments: [SIGTERM, SIGHUP])
  func termination(signal: Int32) throws {
    let number = program.home.file("process")
    let window = try shell(running: "sh -c 'echo $$ > \(number); exec \(Program.path)'; echo ended with $?")
    try window.wait(for: "Welcome to testlet")
    #expect(window.isFullScreen)
    let process = try #require(pid_t(try String(contentsOfFile: number, encoding: .utf8).dropLast()))
    kill(process, signal)
    try window.wait(for: "ended with \(128 + signal)")
    #expect(!window.isFullScreen)
    // What is typed is shown again, so the terminal's modes are back.
    try window.type("echo back again")
    try window.wait(for: "echo back again")
  }

  @Test(
    "Ctrl-Z gives the terminal back, also to a shell that runs it in a script, and fg draws the screen again",
    arguments: [Program.path, "sh -c '\(Program.path); true'"])
  func suspension(command: String) throws {
    let window = try shell(running: command)
    try window.wait(for: "Welcome to testlet")
    try window.press("C-z")
    try window.wait(for: "Stopped")
    #expect(!window.isFullScreen && !window.wantsMouse)
    try window.type("fg")
    try window.press("Enter")
    try window.wait(for: "Welcome to testlet")
    #expect(window.isFullScreen)
    try window.press("?")
    try window.wait(for: "Keys of Home")
  }

  @Test("The mouse works while the app is on the screen, unless the settings leave it out")
  func mouse() throws {
    let window = try program.openApp()
    let screen = try window.wait(for: "s sample")
    #expect(window.wantsMouse)
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains("s sample") })
    let column = try #require(lines[row].range(of: "s sample")).lowerBound
    try window.mouse(.left, column: lines[row].distance(from: lines[row].startIndex, to: column) + 1, row: row + 1)
    try window.wait(for: "of 10 ready")
    try window.press("q")
    try window.wait(for: "Home")
    try window.press("q")
    #expect(try window.exitCode() == 0)
    #expect(!window.wantsMouse)
    try program.run("config", "set", "ui.mouse", "false")
    let other = try program.openApp()
    try other.wait(for: "Home")
    #expect(!other.wantsMouse)
  }

  @Test("It fits every size, and says so where nothing fits")
  func sizes() throws {
    let window = try program.openApp()
    try window.wait(for: "What can write the questions")
    try window.resize(columns: 40, rows: 12)
    try window.wait(orSay: "the narrow screen did not come") {
      $0.contains("Welcome to testlet") && !$0.contains("What can")
    }
    try window.resize(columns: 30, rows: 8)
    let tiny = try window.wait(for: "40x12")
    #expect(tiny.split(whereSeparator: \.isNewline).filter { $0.contains { !$0.isWhitespace } }.count == 1)
    try window.resize(columns: 120, rows: 40)
    try window.wait(for: "What can write the questions")
    try window.press("q")
    #expect(try window.exitCode() == 0, "\(window.screen)")
  }

  /// A shell with job control that has begun to run a command.
  private func shell(running command: String) throws -> TerminalWindow {
    let window = try TerminalWindow(
      ["bash", "--norc", "-i"], environment: program.baseEnvironment.merging(["PS1": "ready> "]) { $1 })
    try window.wait(for: "ready>")
    try window.type(command)
    try window.press("Enter")
    return window
  }
}
