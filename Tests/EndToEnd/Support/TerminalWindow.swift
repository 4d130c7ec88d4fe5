import Foundation
import TestSupport

/// A program in a real terminal: keys go in, and the screen is read as a person sees it.
///
/// The terminal is tmux, on a socket of its own, and ends with this object.
final class TerminalWindow {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let folder: TemporaryFolder
  private let server = Process()
  private var socket: String { folder.file("s") }

  /// Starts a command in a terminal of a size.
  init(
    _ command: [String], environment: [String: String], columns: Int = 80, rows: Int = 24,
    term: String? = "xterm-256color"
  ) throws {
    folder = try TemporaryFolder()
    try startServer()
    // tmux sets TERM for what it starts; only a clean environment can leave it out. The outer shell notes how the program
    // ended, the inner one its process.
    let variables = environment.merging(term.map { ["TERM": $0] } ?? [:]) { $1 }.map { "\($0)=\($1)" }
    let begin = "echo $$ >\(folder.file("process")); exec \"$@\""
    let watch = "sh -c '\(begin)' sh \"$@\"; echo $? >\(folder.file("code"))"
    try tmux(
      ["new-session", "-d", "-x", String(columns), "-y", String(rows), "--", "sh", "-c", watch, "sh", "env", "-i"]
        + variables + command)
  }

  /// A server in the foreground: one that makes itself a daemon keeps Foundation from seeing its client end.
  private func startServer() throws {
    let settings = try folder.write(
      """
      set -g exit-empty off
      set -g status off
      set -g escape-time 0
      set -g remain-on-exit on
      """, to: "tmux.conf")
    server.executableURL = URL(filePath: "/usr/bin/env")
    server.arguments = ["tmux", "-u", "-D", "-S", socket, "-f", settings]
    server.standardInput = FileHandle.nullDevice
    server.standardOutput = FileHandle.nullDevice
    server.standardError = FileHandle.nullDevice
    try server.run()
    let answers = comesToHold {
      !server.isRunning || (try? tmux(["show-options", "-g", "status"]))?.contains("off") == true
    }
    guard answers, server.isRunning else { throw Failure(description: "tmux did not start") }
  }

  deinit {
    _ = try? tmux(["kill-server"])
    // A server that does not answer any more has to go too.
    if server.isRunning { kill(server.processIdentifier, SIGKILL) }
  }

  // MARK: - Doing

  /// Presses keys, by tmux's names: `Enter`, `Escape`, `C-z`, `a`.
  func press(_ keys: String...) throws {
    try tmux(["send-keys"] + keys)
  }

  /// Presses many keys at once.
  func press(_ keys: [String]) throws {
    try tmux(["send-keys"] + keys)
  }

  /// Pastes a text as a terminal does where the program knows pastes from keys.
  func paste(_ text: String) throws {
    try tmux(["load-buffer", try folder.write(text, to: "paste")])
    try tmux(["paste-buffer", "-d", "-p"])
  }

  /// Clicks, or turns the wheel, at a place that is counted from 1.
  func mouse(_ button: MouseButton, column: Int, row: Int) throws {
    try type("\u{1B}[<\(button.rawValue);\(column);\(row)M")
  }

  /// What a terminal reports of a mouse, by xterm's numbers.
  enum MouseButton: Int, CaseIterable {
    case left = 0
    case wheelUp = 64
    case wheelDown = 65
  }

  /// Types a text.
  func type(_ text: String) throws {
    try tmux(["send-keys", "-l", text])
  }

  /// Changes the size of the terminal.
  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", String(columns), "-y", String(rows)])
  }

  /// Sends a signal to the program.
  func send(_ signal: Int32) throws {
    guard let process = number("process") else { throw Failure(description: "there is no process") }
    kill(process, signal)
  }

  // MARK: - Seeing

  /// What stands on the screen.
  var screen: String { (try? tmux(["capture-pane", "-p"])) ?? "" }

  /// The title that the program, or what it printed, gave to the terminal.
  var title: String { (try? tmux(["display-message", "-p", "#{pane_title}"])) ?? "" }

  /// Whether the program has the whole screen, as full-screen programs do.
  var isFullScreen: Bool { (try? tmux(["display-message", "-p", "#{alternate_on}"]))?.hasPrefix("1") == true }

  /// Whether the program has asked for what the mouse does.
  var wantsMouse: Bool { (try? tmux(["display-message", "-p", "#{mouse_any_flag}"]))?.hasPrefix("1") == true }

  /// Whether the program has ended.
  var hasEnded: Bool { number("code") != nil }

  /// Waits until a text is on the screen, and gives the screen.
  @discardableResult
  func wait(for text: String, seconds: Double = 20) throws -> String {
    try wait(orSay: "\"\(text)\" did not come", seconds: seconds) { $0.contains(text) }
  }

  /// Waits until something holds of the screen, and gives the screen.
  @discardableResult
  func wait(orSay complaint: String, seconds: Double = 20, until holds: (String) -> Bool) throws -> String {
    var last = ""
    let held = comesToHold(within: .seconds(seconds)) {
      last = screen
      return holds(last)
    }
    guard held else { throw Failure(description: "\(complaint):\n\(last)") }
    return last
  }

  /// Waits for the end of the program, and gives its exit code; a signal is 128 and its number.
  func exitCode() throws -> Int32 {
    try wait(orSay: "the program did not end") { _ in hasEnded }
    return number("code") ?? -1
  }

  /// What a file of the window says.
  private func number(_ name: String) -> Int32? {
    (try? String(contentsOfFile: folder.file(name), encoding: .utf8)).flatMap {
      Int32($0.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let process = Process()
    let output = try PrivatePipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["tmux", "-u", "-N", "-S", socket] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output.writing
    process.standardError = output.writing
    try process.run()
    try output.writing.close()
    let text = String(decoding: output.reading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(description: "tmux \(arguments.first ?? ""): \(text)") }
    return text
  }
}
