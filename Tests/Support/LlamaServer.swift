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
  public init(slots: Int, context: Int) throws {
    server = try PythonServer(
      script: "llama-server.py", arguments: ["--port", "0", "--slots", String(slots), "--ctx", String(context)])
  }
}
