import Foundation
import TestSupport

/// A student's folder in which the program works until it is killed.
struct KilledHome: Sendable {
  let folder: TemporaryFolder
  private let program: String

  /// An empty one.
  init(program: String) throws {
    self.program = program
    folder = try TemporaryFolder()
    _ = try folder.write("[backend]\nselected = \"mock\"\n\n[review]\nnew-per-day = 9999\n", to: "config.toml")
  }

  /// Another one that begins with the same library.
  func copy() throws -> KilledHome {
    let copy = try KilledHome(program: program)
    if FileManager.default.fileExists(atPath: folder.file("data")) {
      try FileManager.default.copyItem(atPath: folder.file("data"), toPath: copy.folder.file("data"))
    }
    return copy
  }

  /// The file of the library.
  var library: String { libraryFile(in: "data") }

  /// The file of the library in a folder for data.
  func libraryFile(in data: String) -> String { folder.file("\(data)/testlet.sqlite") }

  /// What the program has said in its last run without a terminal.
  func lines() throws -> [Substring] {
    try ["output", "errors"].map { try String(contentsOfFile: folder.file($0), encoding: .utf8) }
      .joined(separator: "\n").split(separator: "\n")
  }

  /// Runs the program to its end, which has to be a good one.
  func run(_ arguments: [String], input: String = "", data: String = "data") throws {
    let process = try start(arguments, input: input, data: data)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw KilledWorkFailed(
        command: arguments.joined(separator: " "), said: try lines().suffix(3).joined(separator: "\n"))
    }
  }

  /// Starts the program without a terminal.
  func start(_ arguments: [String], input: String, data: String = "data") throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments + options(data)
    process.environment = environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: folder.write(input, to: "input")))
    process.standardOutput = try handle("output")
    process.standardError = try handle("errors")
    try process.run()
    return process
  }

  /// Starts the program in a terminal.
  func open(_ arguments: [String]) throws -> PseudoTerminal {
    try PseudoTerminal(program, arguments + options("data"), environment: environment, columns: 100, rows: 40)
  }

  private var environment: [String: String] { ["HOME": folder.path, "PATH": "/usr/bin:/bin"] }

  private func options(_ data: String) -> [String] {
    ["--data-dir", folder.file(data), "--config", folder.file("config.toml")]
  }

  private func handle(_ name: String) throws -> FileHandle {
    try FileHandle(forWritingTo: URL(filePath: folder.write("", to: name)))
  }
}

/// What has to be there before could not be made.
struct KilledWorkFailed: Error, CustomStringConvertible {
  var command: String
  var said: String

  var description: String { "`testlet \(command)` failed: \(said)" }
}
