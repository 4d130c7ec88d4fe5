import Foundation
import PracticeTests
import TestSupport

/// A student's folder with a library of so many questions, and the program that is opened on it.
struct MeasuredHome {
  let questions: Int
  let library: Library
  private let folder: TemporaryFolder
  private let program: String

  /// Makes one.
  ///
  /// - Parameter delay: milliseconds from one word of its model to the next.
  init(questions: Int, program: String, delay: Int) throws {
    self.questions = questions
    self.program = program
    folder = try TemporaryFolder()
    library = try StockedLibrary.make(folder.file("testlet.sqlite"), questions: questions)
    _ = try folder.write("[backend]\nselected = \"mock\"\n\n[backends.mock]\ndelay-ms = \(delay)\n", to: "config.toml")
  }

  /// Opens the app.
  func open() throws -> PseudoTerminal { try start([]) }

  /// Runs the program.
  func start(_ arguments: [String]) throws -> PseudoTerminal {
    try PseudoTerminal(
      program, arguments + ["--data-dir", folder.path, "--config", folder.file("config.toml")],
      environment: ["HOME": folder.path, "PATH": "/usr/bin:/bin"], columns: 100, rows: 40)
  }

  /// Opens the app with all questions listed.
  func openList() throws -> PseudoTerminal {
    let app = try open()
    try app.wait(for: "Welcome")
    try app.press("b", silence: 300)
    try app.wait(for: "\(questions) questions")
    return app
  }
}

/// What the kernel says of a process.
enum ProcessFigures {
  /// The most memory that it had, in megabytes; `nil` where the system does not say.
  static func peakMegabytes(_ process: Int32) -> Double? { megabytes("VmHWM", of: process) }

  /// The memory that is its own now, in megabytes: without the program's file and the libraries, which processes share.
  static func ownMegabytes(_ process: Int32) -> Double? { megabytes("RssAnon", of: process) }

  private static func megabytes(_ name: String, of process: Int32) -> Double? {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else { return nil }
    let line = status.split(separator: "\n").first { $0.hasPrefix("\(name):") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Double($0) }.map { $0 / 1024 }
  }

  /// The seconds that it has computed; `nil` where the system does not say.
  static func computedSeconds(_ process: Int32) -> Double? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let name = text.lastIndex(of: ")")
    else { return nil }
    let fields = text[name...].split(separator: " ")
    guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else { return nil }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }
}
