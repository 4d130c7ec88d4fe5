import Foundation
import TestSupport

/// The built program, run as a person or a script runs it.
struct Program {
  /// A home of its own.
  let home: TemporaryFolder

  init(home: TemporaryFolder) {
    self.home = home
  }

  /// Where the test runner's products are, the program among them.
  static let path: String = {
    let runner = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let folders = sequence(first: runner.deletingLastPathComponent()) { folder in
      folder.path().count > 1 ? folder.deletingLastPathComponent() : nil
    }
    let found = folders.map { $0.appending(path: "testlet").path(percentEncoded: false) }
      .first { FileManager.default.isExecutableFile(atPath: $0) && !isFolder($0) }
    return found ?? "testlet-not-found-beside-\(runner.path())"
  }()

  /// What a run printed, and how it ended.
  struct Result {
    var output: String
    var errors: String
    var code: Int32

    /// Standard output as a JSON object.
    func object() throws -> [String: Any] {
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
    }
  }

  /// Runs the program to its end, without a terminal.
  @discardableResult
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
    let process = try start(arguments, environment: environment)
    return process.wait()
  }

  /// Starts the program, or another one around it, without a terminal.
  func start(
    _ arguments: [String], environment: [String: String] = [:], executable: String = Self.path
  ) throws -> RunningProgram {
    try RunningProgram(executable, arguments, environment: baseEnvironment.merging(environment) { $1 })
  }

  /// Opens the app, or what else the arguments say, in a real terminal.
  func openApp(
    _ arguments: String..., columns: Int = 80, rows: Int = 24, term: String? = "xterm-256color"
  ) throws -> TerminalWindow {
    try TerminalWindow(
      [Self.path] + arguments, environment: baseEnvironment, columns: columns, rows: rows, term: term)
  }

  /// A clean environment: nothing of the machine that runs the tests gets in.
  var baseEnvironment: [String: String] {
    [
      "HOME": home.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "C.UTF-8",
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}

/// A run of the program that has not ended yet. Its output goes to a file, so that it never waits for a reader; what it
/// says on standard error comes through a pipe, so that it can be waited for.
final class RunningProgram {
  private let process = Process()
  private let folder: TemporaryFolder
  private let errorPipe: PrivatePipe
  private var said = Data()
  private var hasSaidAll = false

  init(_ executable: String, _ arguments: [String], environment: [String: String]) throws {
    folder = try TemporaryFolder()
    errorPipe = try PrivatePipe()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: try folder.write("", to: "out"))
    process.standardError = errorPipe.writing
    try process.run()
    try errorPipe.writing.close()
  }

  /// What it has said on standard error until now.
  var errors: String {
    while takeIn(within: 0) {}
    return String(decoding: said, as: UTF8.self)
  }

  /// Whether it still runs.
  var isRunning: Bool { process.isRunning }

  /// Sends it a signal.
  func send(_ signal: Int32) {
    kill(process.processIdentifier, signal)
  }

  /// Waits until something holds of what it has said on standard error.
  func wait(until holds: (String) -> Bool) throws {
    let end = ContinuousClock.now + .seconds(20)
    while !holds(errors) {
      let left = Int32((end - ContinuousClock.now) / .milliseconds(1))
      guard left > 0, !hasSaidAll else { throw TerminalWindow.Failure(description: "it did not come: \(errors)") }
      takeIn(within: left)
    }
  }

  /// Takes in more of what it says on standard error; says whether something came within so many milliseconds.
  @discardableResult
  private func takeIn(within milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: errorPipe.reading.fileDescriptor, events: Int16(POLLIN), revents: 0)
    guard !hasSaidAll, poll(&waiting, 1, milliseconds) > 0 else { return false }
    let more = errorPipe.reading.availableData
    hasSaidAll = more.isEmpty
    said += more
    return !hasSaidAll
  }

  /// Waits for its end.
  func wait() -> Program.Result {
    said += errorPipe.reading.readDataToEndOfFile()
    hasSaidAll = true
    process.waitUntilExit()
    let output = (try? String(contentsOfFile: folder.file("out"), encoding: .utf8)) ?? ""
    return Program.Result(output: output, errors: errors, code: process.terminationStatus)
  }
}
