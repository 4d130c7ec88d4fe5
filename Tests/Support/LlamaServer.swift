/// A real llama.cpp server with a 135M model.
public final class LlamaServer: Sendable {
  /// The server that all tests share: two slots of 1,024 tokens each.
  public static let shared = Task { try LlamaServer(slots: 2, context: 2048) }

  /// Whether the tests with a real server run.
  public static let isWanted = PythonServer.isWanted

  /// Why they are skipped.
  public static let skipReason = PythonServer.skipReason

  /// Where it listens.
  public var url: String { server.url }
  private let server: PythonServer

  /// Starts a server whose slots share a context, and waits until it listens.
  ///
  /// - Parameter port: where it listens; 0 for a free port.
  public init(slots: Int, context: Int, port: Int = 0) throws {
    let numbers = [("--port", port), ("--slots", slots), ("--ctx", context)]
    server = try PythonServer(script: "llama-server.py", arguments: numbers.flatMap { [$0, String($1)] })
  }

  /// Ends it at once, as a crash would, and returns when it is gone.
  public func stop() { server.stop() }
}
