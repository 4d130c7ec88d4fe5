import Foundation
import TestSupport
import Testing

/// A disk that takes nothing more, from the beginning or in the middle.
@Suite("A full disk")
struct FullDiskTests {
  let program: Program
  let notes: String
  let library: LibraryFile

  init() throws {
    (program, notes) = try Program.withNotes()
    library = LibraryFile(of: program)
  }

  @Test(
    "Where the system refuses every write, one sentence says that the disk is full, and the library is as it was",
    .enabled(if: Strace.isWanted, "\(Strace.skipReason)"))
  func full() throws {
    try program.run("generate", notes, "--count", "4", "--backend", "mock", "--quiet")
    let list = try program.run("list").output
    try library.execute()
    let bytes = try library.bytes()
    let options = ["-o", "/dev/null", "-e", "trace=pwrite64", "-e", "inject=pwrite64:error=ENOSPC"]
    for arguments in [["generate", notes, "--backend", "mock"], ["delete", "latest"], ["import", notes]] {
      let command = Strace.command(options, [Program.path] + arguments)
      let result = try program.start(command, executable: "/usr/bin/env").wait()
      #expect(result.code == 74 && result.output.isEmpty, "\(result)")
      let sentence = "testlet: The disk of \"\(library.path)\" is full: make room"
      #expect(result.errors.hasPrefix(sentence), "\(result.errors)")
      #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    }
    #expect(try library.bytes() == bytes)
    #expect(try program.run("list").output == list)
  }

  @Test(
    "Where a file may grow only so far, what was shown as kept is there, and the rest is told in a sentence",
    arguments: [32, 128, 512, 1_024, 2_048, 4_096])
  func grown(kilobytes: Int) throws {
    // The signal that comes with the refusal would end the program as a kill does.
    let script = "trap '' XFSZ; ulimit -f \(kilobytes); exec \"$0\" \"$@\""
    let arguments = [
      Program.path, "generate", notes, "--count", "8", "--seed", "5", "--backend", "mock", "--no-verify",
    ]
    let result = try program.start(["-c", script] + arguments, executable: "/bin/bash").wait()
    let lines = result.errors.split(separator: "\n")
    let shown = lines.count { $0.hasPrefix("question on ") }
    #expect(result.code == 0 || result.code == 74, "\(result)")
    if kilobytes == 32 { #expect(result.code == 74) }
    if result.code == 74 { #expect(lines.count { $0.hasPrefix("testlet: ") } == 1, "\(result.errors)") }
    // With room again, everything goes on.
    let list = try program.run("list", "--json")
    #expect(list.code == 0, "\(list.errors)")
    let tests = try #require(try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]])
    let kept = tests.reduce(0) { $0 + ($1["accepted"] as? Int ?? 0) }
    #expect(kept >= shown, "\(shown) shown, \(kept) there")
    #expect(try program.run("backup", program.home.file("copy.sqlite")).code == 0)
    guard !tests.isEmpty else { return }
    #expect(try program.run("generate", "--resume", "latest", "--backend", "mock", "--quiet").code == 0)
  }
}
