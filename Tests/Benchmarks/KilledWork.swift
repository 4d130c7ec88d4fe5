import Foundation
import PracticeTests
import TestSupport

/// One piece of work of the program in a home of its own, which is killed in the middle.
struct KilledWork {
  /// What it does.
  enum Kind: String, CaseIterable {
    /// Makes a library where there is none: all migrations.
    case opening
    case generating
    case importing
    case taking
    /// Copies a library back from a backup.
    case restoring
  }

  /// What was found afterwards.
  struct Outcome {
    /// Whether it was killed before it was done.
    var wasKilled: Bool
    /// Things that it had shown as kept.
    var shown: Int
    var faults: [String]
  }

  private static let questions = 20

  private let kind: Kind
  private let program: String
  private let folder: TemporaryFolder
  private let notes: String

  init(_ kind: Kind, program: String, notes: String) throws {
    (self.kind, self.program, self.notes) = (kind, program, notes)
    folder = try TemporaryFolder()
    _ = try folder.write("", to: "config.toml")
  }

  private var copy: String { folder.file("copy") }

  private var generate: [String] { ["generate", notes, "--count", "\(Self.questions)", "--backend", "mock"] }

  private var arguments: [String] {
    switch kind {
    case .opening: ["list"]
    case .generating: generate
    case .importing: ["import", copy, "--course", "Brought"]
    case .taking: ["take", "latest", "--plain"]
    case .restoring: ["restore", copy]
    }
  }

  private var input: String { kind == .taking ? String(repeating: "1\n", count: Self.questions) : "" }

  /// Does what has to be there before.
  func prepare() throws {
    switch kind {
    case .opening, .generating: break
    case .importing:
      try run(generate, data: "other")
      try run(["export", "latest", "--to", "json", "-o", copy], data: "other")
    case .taking: try run(generate + ["--format", "multiple-choice", "--format", "true-false"])
    case .restoring:
      try run(generate, data: "other")
      try run(["backup", copy], data: "other")
      try run(generate)
    }
  }

  /// Does it to its end, and says how long that took.
  func duration() throws -> Duration {
    let start = ContinuousClock.now
    try run(arguments)
    return ContinuousClock.now - start
  }

  /// Does it, and kills it after a time.
  func kill(after time: Duration) async throws -> Outcome {
    let process = try start(arguments, data: "data")
    try await Task.sleep(for: time)
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let shown = try self.shown()
    return Outcome(
      wasKilled: process.terminationReason == .uncaughtSignal, shown: shown, faults: try faults(shown: shown))
  }

  // MARK: - Checking

  /// How many things the program said were kept.
  private func shown() throws -> Int {
    let said = try ["output", "errors"].map { try String(contentsOfFile: folder.file($0), encoding: .utf8) }
    let lines = said.joined(separator: "\n").split(separator: "\n")
    return switch kind {
    case .opening: 0
    case .generating: lines.count { $0.hasPrefix("question on ") }
    case .importing: lines.count { $0.contains(" kept as test ") }
    // A question is asked when the answer before it is kept; when all are, they are gone through once more.
    case .taking: max(0, lines.prefix { !$0.hasPrefix("Handed in") }.count { $0.hasPrefix("Question ") } - 1)
    case .restoring: 0
    }
  }

  private func faults(shown: Int) throws -> [String] {
    let library = try Library(path: folder.file("data/testlet.sqlite"))
    guard try library.isWhole() else { return ["\(kind.rawValue): the library is damaged"] }
    let tests = try library.tests().map { try library.test($0.id) }
    let kept = tests.map(\.questions.count).reduce(0, +)
    switch kind {
    case .opening: return []
    case .generating: return kept >= shown ? [] : ["\(shown) questions shown, \(kept) there"]
    case .importing:
      // All of a file or nothing.
      let isWhole = tests.isEmpty || tests.allSatisfy { $0.status == .complete || $0.status == .incomplete }
      return tests.count >= shown && isWhole ? [] : ["\(tests.count) tests, \(shown) imports were shown"]
    case .taking:
      let answers = try tests.flatMap { try library.attempts(test: $0.id) }.map(\.answered).max() ?? 0
      return answers >= shown ? [] : ["\(shown) answers shown, \(answers) there"]
    case .restoring:
      return tests.count == 1 && kept > 0 ? [] : ["\(tests.count) tests with \(kept) questions after a restore"]
    }
  }

  // MARK: - Running

  private func run(_ arguments: [String], data: String = "data") throws {
    let process = try start(arguments, data: data)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let said = try String(contentsOfFile: folder.file("errors"), encoding: .utf8)
      throw KilledWorkFailed(command: arguments.joined(separator: " "), said: said)
    }
  }

  private func start(_ arguments: [String], data: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments + ["--data-dir", folder.file(data), "--config", folder.file("config.toml")]
    process.environment = ["HOME": folder.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: folder.write(input, to: "input")))
    process.standardOutput = try handle("output")
    process.standardError = try handle("errors")
    try process.run()
    return process
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
