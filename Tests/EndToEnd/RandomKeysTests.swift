import Foundation
import TestSupport
import Testing

/// Keys without sense, in a real terminal.
@Suite("Random keys")
struct RandomKeysTests {
  private static let count = 10_000
  private static let burst = 40

  private let program: Program
  private var lottery = Lottery(state: 20)

  init() throws {
    program = Program(home: try TemporaryFolder())
  }

  @Test("Ten thousand keys, with pastes, clicks, resizes and stops among them, crash nothing and lose nothing")
  mutating func tenThousand() throws {
    let notes = try program.home.write(CommandLineTests.notes, to: "cells.md")
    try program.run("config", "set", "backend.privacy", "local-only")
    for format in ["multiple-choice", "short-answer"] {
      try program.run("generate", notes, "--count", "6", "--format", format, "--quiet")
    }
    let before = try questions()
    #expect(before.count == 2)
    let window = try open()
    try window.wait(for: "Cells")
    for round in 0..<Self.count / Self.burst {
      try window.press((0..<Self.burst).map { _ in Self.keys[lottery.number(below: Self.keys.count)] })
      if round % 10 == 9 { try disturb(window) }
    }
    try window.paste(String(repeating: "A megabyte of it. ", count: 60_000))
    try leave(window)
    #expect(try window.exitCode() == 0, "\(window.screen)")
    #expect(!window.isFullScreen && !window.wantsMouse)
    #expect(try questions().filter { before[$0.key] != nil }.allSatisfy { before[$0.key, default: 0] <= $0.value })
    #expect(try Set(before.keys).isSubset(of: questions().keys))
    #expect(try program.run("backup", program.home.file("copy.sqlite")).code == 0)
    #expect(try program.run("restore", program.home.file("copy.sqlite")).code == 0)
  }

  /// All keys but those that end the program by a signal, and those that delete.
  private static let keys =
    "abcefghijklmnopqrstuvwxyzXG0123456789 ?/+:.".map { $0 == " " ? "Space" : String($0) } + [
      "Enter", "Enter", "Enter", "Escape", "Escape", "Tab", "BTab", "BSpace", "Up", "Down", "Down", "Left", "Right",
      "Home", "End", "PPage", "NPage", "F1", "C-a", "C-e", "C-g", "C-k", "C-l", "C-p", "C-r", "C-u", "C-w", "C-x",
      "C-y", "C-Left", "C-Right", "M-b", "M-d", "M-f", "é", "漢",
    ]

  /// The app again and again, whenever it is left, until there has been enough of it; what stops it has it go on.
  private func open() throws -> TerminalWindow {
    let script = try program.home.write(
      """
      # Keys without sense may also say `:export`.
      cd "$HOME"
      set -m
      trap : TSTP
      modes=$(stty -g)
      begin() { "$program"; follow $?; }
      follow() {
        if [ "$1" -eq 148 ]; then
          echo >>"$folder/stops"
          fg >/dev/null
          follow $?
        elif [ "$(stty -g)" != "$modes" ]; then
          echo "The terminal has other modes than before."
          exit 90
        elif [ "$1" -ne 0 ] || [ -e "$folder/enough" ]; then
          exit "$1"
        else
          begin
        fi
      }
      program=$1 folder=$2
      begin
      """, to: "again.sh")
    return try TerminalWindow(
      ["bash", script, Program.path, program.home.path],
      environment: program.baseEnvironment.merging(["EDITOR": "true", "VISUAL": "true"]) { $1 })
  }

  private mutating func disturb(_ window: TerminalWindow) throws {
    for button in TerminalWindow.MouseButton.allCases {
      try window.mouse(button, column: 1 + lottery.number(below: 300), row: 1 + lottery.number(below: 60))
    }
    try window.paste("a\u{1B}[31m\nb\u{7}漢" + String(repeating: "x", count: lottery.number(below: 500)))
    try window.resize(columns: 10 + lottery.number(below: 140), rows: 3 + lottery.number(below: 50))
    if lottery.number(below: 3) == 0 { try stop(window) }
  }

  /// Ctrl-Z; between two runs of the app nobody takes it.
  private func stop(_ window: TerminalWindow) throws {
    let before = stops
    for _ in 0..<20 {
      try window.press("C-z")
      if (try? window.wait(orSay: "it did not stop", seconds: 1) { _ in stops > before || window.hasEnded }) != nil {
        return
      }
    }
    throw TerminalWindow.Failure(description: "Ctrl-Z does nothing:\n\(window.screen)")
  }

  private var stops: Int {
    (try? Data(contentsOf: URL(filePath: program.home.file("stops"))).count) ?? 0
  }

  /// Back to Home from wherever it is, and out.
  private func leave(_ window: TerminalWindow) throws {
    _ = try program.home.write("", to: "enough")
    try window.resize(columns: 80, rows: 24)
    for _ in 0..<60 where !window.hasEnded {
      try window.press("Escape")
      if (try? window.wait(orSay: "", seconds: 1) { $0.hasPrefix("  testlet  Home") }) != nil {
        try window.press("q")
        _ = try? window.wait(orSay: "", seconds: 1) { _ in window.hasEnded }
      }
    }
  }

  /// How many questions each test has, by its id.
  private func questions() throws -> [String: Int] {
    let list = try JSONSerialization.jsonObject(with: Data(program.run("list", "--json").output.utf8))
    let tests = try #require(list as? [[String: Any]])
    return Dictionary(uniqueKeysWithValues: tests.map { ($0["id"] as? String ?? "", $0["accepted"] as? Int ?? 0) })
  }
}
