import Foundation

/// Runs a program for its exit code, and no longer than a time.
enum ChildProcess {
  /// What a child may know of the environment: nothing that could be a key.
  private static let passedOn = ["PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "VIRTUAL_ENV"]

  /// The exit code; `nil` when it can't be run, or did not end in time.
  static func exitCode(of command: [String], environment: [String: String], within limit: Duration) async -> Int32? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.environment = environment.filter { passedOn.contains($0.key) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let (ends, end) = AsyncStream.makeStream(of: Int32.self)
    process.terminationHandler = { ended in
      end.yield(ended.terminationStatus)
      end.finish()
    }
    guard (try? process.run()) != nil else { return nil }
    let id = process.processIdentifier
    let timer = Task {
      try await Task.sleep(for: limit)
      kill(id, SIGKILL)
    }
    defer { timer.cancel() }
    var code: Int32?
    for await ended in ends { code = ended }
    return process.terminationReason == .exit ? code : nil
  }
}
