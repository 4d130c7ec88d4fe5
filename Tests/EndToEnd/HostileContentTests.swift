import Foundation
import TestSupport
import Testing

/// Notes and file names that hold commands for terminals, reversed text, and floods of characters that are not seen.
@Suite("Hostile notes and file names")
struct HostileContentTests {
  private static let escape = "\u{1B}[2J\u{1B}]52;c;ZXZpbA==\u{07}\u{1B}]0;owned\u{1B}\\\u{9B}31m"
  private static let reversal = "\u{202E}\u{2066}\u{200B}\u{200D}\u{200F}\u{61C}\u{FEFF}\u{E0041}"
  private static let flood = String(repeating: "\u{0301}", count: 500)

  private let program: Program
  private let notes: String

  init() throws {
    program = Program(home: try TemporaryFolder())
    let text = CommandLineTests.notes.replacing("**ribosome**", with: "**ribo\(Self.escape)some**")
      .replacing("compartment", with: "compart\(Self.reversal)ment")
      .replacing("organelle", with: "orga\(Self.flood)nelle")
    notes = try program.home.write(text, to: "cells\n\(Self.escape)\(Self.reversal).md")
  }

  private static func isClean(_ text: String) -> Bool {
    !text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF,
        0xE0000...0xE007F:
        true
      default: false
      }
    }
  }

  private func expectClean(
    _ result: Program.Result, codes: Set<Int32> = [0], _ place: SourceLocation = #_sourceLocation
  ) {
    #expect(codes.contains(result.code), "\(result.errors)", sourceLocation: place)
    #expect(Self.isClean(result.output) && Self.isClean(result.errors), "\(result)", sourceLocation: place)
  }

  @Test("Nothing of them reaches the terminal, whatever is printed")
  func printed() throws {
    expectClean(try program.run("generate", notes, "--count", "6", "--seed", "7", "--backend", "mock"))
    expectClean(try program.run("list"))
    expectClean(try program.run("show", "latest"))
    expectClean(try program.run("show", "latest", "--json"))
    for format in ["markdown", "html", "gift", "aiken", "moodle-xml", "anki", "csv", "json"] {
      var result = try program.run("export", "latest", "--to", format)
      // The lines of CSV end so.
      result.output = result.output.replacing("\r\n", with: "\n")
      expectClean(result)
    }
    expectClean(try program.run("check", notes), codes: [65])
    expectClean(try program.run("generate", notes + "\(Self.escape)gone", "--backend", "mock"), codes: [66])
    expectClean(try program.run("list", "\(Self.escape)\(Self.reversal)"), codes: [64])
  }

  @Test("The app shows such notes, and the terminal's title and screen stay the app's")
  func shown() throws {
    try program.run("generate", notes, "--count", "6", "--seed", "7", "--backend", "mock")
    let app = try program.openApp("take", "latest")
    for number in 1...6 {
      let screen = try app.wait(for: "Question \(number) of 6")
      #expect(Self.isClean(screen) && !app.title.contains("owned"))
      try app.type("n")
    }
  }

  @Test("A symbolic link is read as what it points to; one that goes round, a pipe and a device are refused at once")
  func links() throws {
    let files = FileManager.default
    let (link, loop, pipe) = (program.home.file("link.md"), program.home.file("loop.md"), program.home.file("pipe.md"))
    try files.createSymbolicLink(atPath: link, withDestinationPath: notes)
    try files.createSymbolicLink(atPath: loop, withDestinationPath: loop)
    mkfifo(pipe, 0o600)
    expectClean(try program.run("generate", link, "--count", "2", "--backend", "mock"))
    for path in [loop, pipe, "/dev/zero"] {
      let result = try program.run("generate", path, "--count", "2", "--backend", "mock")
      expectClean(result, codes: [65, 66, 74])
      #expect(result.errors.split(separator: "\n").count == 1)
    }
  }
}
