/// A stand-in for Ollama: its wire format over a real llama.cpp server. It is not Ollama, which can't be installed
/// wherever the tests run.
public final class OllamaStandIn: Sendable {
  /// The model that it has from the start.
  public static let model = "smollm2:135m"
  /// A model that can be brought at once.
  public static let pullable = "tiny"
  /// A model whose download stops half-way, until the client gives it up and asks anew.
  public static let halting = "large"

  /// Where it listens.
  public var url: String { server.url }
  private let server: PythonServer
  private let llama: LlamaServer

  /// Starts a stand-in for a version of Ollama, over the shared server or another one.
  public init(version: String = "0.12.6", over llama: LlamaServer? = nil) async throws {
    if let llama { self.llama = llama } else { self.llama = try await LlamaServer.shared.value }
    server = try PythonServer(script: "ollama-stand-in.py", arguments: [self.llama.url, "--version", version])
  }
}
