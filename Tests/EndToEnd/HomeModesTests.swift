import Foundation
import TestSupport
import Testing

/// Who may read what testlet keeps, where the one who starts it keeps nothing from anybody (`umask 0`).
@Suite("A home for its owner alone")
struct HomeModesTests {
  let program: Program
  let documents: TemporaryFolder
  let notes: String

  init() throws {
    program = Program(home: try TemporaryFolder())
    documents = try TemporaryFolder()
    notes = try documents.write(CommandLineTests.notes, to: "cells.md")
  }

  /// Runs a line of the shell, in which `$0` is the program.
  private func run(_ line: String, _ arguments: String..., environment: [String: String] = [:]) throws {
    let command = ["-c", "umask 0; \(line)", Program.path] + arguments
    let result = try program.start(command, environment: environment, executable: "/bin/sh").wait()
    #expect(result.code == 0, "\(line): \(result.errors)")
  }

  /// Every file in the home is its owner's to read and write, every folder its owner's to enter, and nobody else's.
  private func expectPrivate(with names: String..., place: SourceLocation = #_sourceLocation) throws {
    let files = FileManager.default
    let paths = try files.subpathsOfDirectory(atPath: program.home.path)
    for path in paths {
      let attributes = try files.attributesOfItem(atPath: program.home.file(path))
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      let mode = attributes[.posixPermissions] as? Int ?? 0
      #expect(mode == (isFolder ? 0o700 : 0o600), "\(path): \(String(mode, radix: 8))", sourceLocation: place)
    }
    for name in names {
      #expect(paths.contains { $0.hasSuffix("/\(name)") }, "\(name) in \(paths)", sourceLocation: place)
    }
  }

  @Test("After a session every file in the home is 0600, and every folder 0700, also while the app is open")
  func session() throws {
    let keyring = try SecretToolStandIn()
    try keyring.setBroken(true)
    try run("\"$0\" config set review.retention 0.85")
    try run("\"$0\" generate \"$1\" --count 4 --seed 7 --backend mock --quiet", notes)
    try run("printf '%s\\n' a b s s h | \"$0\" take latest --plain")
    try run("\"$0\" export latest --to gift -o \"$1\"", documents.file("cells.gift"))
    let copies = program.home.file("copies")
    try run("mkdir -m 700 \"$1\" && \"$0\" backup \"$1/copy.sqlite\"", copies)
    try run("\"$0\" restore \"$1/copy.sqlite\"", copies)
    try run(
      "printf %s sk-some-key-1234 | \"$0\" backends key openai", environment: ["PATH": keyring.searchPath])
    try expectPrivate(
      with: "config.toml", "keys.json", "testlet.sqlite", "testlet-before-restore.sqlite", "copy.sqlite", "testlet.log")
    let app = try TerminalWindow(
      ["sh", "-c", "umask 0; exec \"$0\"", Program.path], environment: program.baseEnvironment)
    try app.wait(orSay: "Home did not come") { $0.hasPrefix("  testlet  Home") }
    try app.press(":")
    try app.type("stats")
    try app.press("Enter")
    try app.wait(orSay: "Stats did not come") { $0.hasPrefix("  testlet  Stats") }
    try expectPrivate(with: "commands.txt", "testlet.sqlite-wal", "testlet.sqlite-shm")
  }

  @Test(
    "The library is its owner's alone from its first moment on, not only once its permissions are changed",
    .enabled(if: Strace.isWanted, "\(Strace.skipReason)"))
  func firstMoment() throws {
    // No permissions are ever changed, and the program is told that they were.
    let options = ["-o", "/dev/null", "-e", "trace=?chmod,?fchmodat", "-e", "inject=?chmod,?fchmodat:retval=0"]
    let command = Strace.command(options, [Program.path, "list"])
    let result = try program.start(
      ["-c", "umask 0; exec \"$@\"", "sh", "/usr/bin/env"] + command, executable: "/bin/sh"
    ).wait()
    #expect(result.code == 0, "\(result.errors)")
    try expectPrivate(with: "testlet.sqlite")
  }
}
