import Foundation
import LanguageModels

/// Runs a program that makes bytes of bytes, without a shell.
struct FilterProgram {
  var path: String
  var arguments: [String]
  var environment: [String: String]
  /// Seconds until it is killed.
  var timeLimit: TimeInterval
  /// The most bytes that are taken from it.
  var outputLimit: Int

  /// Why there is no output.
  struct Failure: Error {
    /// Such as "it took longer than 60 seconds".
    var reason: String
  }

  /// What the program writes when it reads `input`.
  func output(for input: [UInt8]) throws(Failure) -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "testlet-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let file = folder.appending(path: "input")
      try Data(input).write(to: file)
      let handle = try FileHandle(forReadingFrom: file)
      // A file needs nobody who writes while somebody reads. It goes without a name, so that no notes are left behind
      // where testlet is killed.
      try FileManager.default.removeItem(at: file)
      return try run(reading: handle, in: folder)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(reason: "it could not be started")
    }
  }

  private func run(reading input: FileHandle, in folder: URL) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = folder
    let (output, errors) = (Pipe(), folder.appending(path: "errors"))
    _ = FileManager.default.createFile(atPath: errors.path(percentEncoded: false), contents: nil)
    process.standardInput = input
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    try? output.fileHandleForWriting.close()
    let id = process.processIdentifier
    let start = ContinuousClock.now
    let timer = DispatchWorkItem { Self.end(id) }
    DispatchQueue.global().asyncAfter(deadline: .now() + timeLimit, execute: timer)
    let bytes = read(output.fileHandleForReading)
    if bytes == nil { Self.end(id) }
    process.waitUntilExit()
    timer.cancel()
    guard let bytes else { throw Failure(reason: "its text is larger than \(outputLimit >> 20) MB") }
    guard ContinuousClock.now - start < .seconds(timeLimit) else {
      throw Failure(reason: "it took longer than \(Int(timeLimit)) seconds")
    }
    guard process.terminationReason == .exit else { throw Failure(reason: "it was ended by a signal") }
    guard process.terminationStatus == 0 else {
      throw Failure(reason: Self.lastWords(errors, process.terminationStatus))
    }
    return bytes
  }

  /// Ends a program and, in the group that it leads, whatever it started.
  private static func end(_ id: pid_t) {
    kill(-id, SIGKILL)
    kill(id, SIGKILL)
  }

  /// Reads to the end; `nil` when there is more than is allowed.
  private func read(_ output: FileHandle) -> [UInt8]? {
    var bytes: [UInt8] = []
    while let chunk = try? output.read(upToCount: 1 << 16), !chunk.isEmpty {
      bytes += chunk
      guard bytes.count <= outputLimit else { return nil }
    }
    return bytes
  }

  /// What it said last, in one line.
  private static func lastWords(_ errors: URL, _ code: Int32) -> String {
    let said = (try? FileHandle(forReadingFrom: errors).read(upToCount: 4096)).flatMap { $0 } ?? Data()
    let line = SafeText.line(String(decoding: said, as: UTF8.self), limit: 160)
    return line.isEmpty ? "it ended with code \(code)" : line
  }
}
