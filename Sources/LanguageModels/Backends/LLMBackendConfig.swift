/// The kinds of backend.
public enum BackendKind: String, Sendable, Hashable, CaseIterable, Codable {
  case mock
  case ollama
  case openAICompatible = "openai-compatible"
  case mlx
}

/// The dialects of the OpenAI-compatible kind.
public enum ServerProfile: String, Sendable, Hashable, CaseIterable, Codable {
  case openai
  case azure
  case anthropic
  case lmStudio = "lm-studio"
  case llamaCpp = "llama.cpp"
  case vllm
  case mlx
  case custom
}

/// Everything needed to make a backend. Keys are not part of it: only where to find them.
public struct LLMBackendConfig: Sendable, Hashable, Identifiable {
  /// The name under which it is configured, such as `ollama`.
  public var id: String
  /// The kind.
  public var kind: BackendKind
  /// The dialect, for the OpenAI-compatible kind.
  public var profile: ServerProfile
  /// The base URL; `nil` for kinds that run in this process or as a child.
  public var url: String?
  /// The selected model; `nil` when the server decides.
  public var model: String?
  /// The environment variable that holds the API key.
  public var keyEnvironmentVariable: String?
  /// The Python that runs the MLX worker.
  public var python: String?
  /// The sampling temperature, 0 to 2.
  public var temperature: Double
  /// The most tokens of an answer, 128 to 4096.
  public var maxTokens: Int
  /// Seconds without a byte before a request is given up, 10 to 300.
  public var timeout: Int
  /// Requests at once; 0 = as many as the server says that it serves.
  public var parallel: Int
  /// Milliseconds before each word of the mock, 0 to 60000.
  public var delayMilliseconds: Int

  /// Makes a configuration with the default parameters.
  public init(
    id: String, kind: BackendKind, profile: ServerProfile = .custom, url: String? = nil, model: String? = nil,
    keyEnvironmentVariable: String? = nil, python: String? = nil, temperature: Double = 0.7, maxTokens: Int = 2048,
    timeout: Int = 60, parallel: Int = 0, delayMilliseconds: Int = 0
  ) {
    self.id = id
    self.kind = kind
    self.profile = profile
    self.url = url
    self.model = model
    self.keyEnvironmentVariable = keyEnvironmentVariable
    self.python = python
    self.temperature = temperature
    self.maxTokens = maxTokens
    self.timeout = timeout
    self.parallel = parallel
    self.delayMilliseconds = delayMilliseconds
  }
}

extension LLMBackendConfig {
  /// Whether what is sent to it stays on this machine.
  public var isOnThisMachine: Bool {
    guard kind == .ollama || kind == .openAICompatible else { return true }
    // Ollama hands these on to its makers' machines.
    if kind == .ollama, let model, model.hasSuffix("-cloud") || model.hasSuffix(":cloud") { return false }
    return url.flatMap { try? ServerURL($0) }?.isLoopback ?? false
  }
}
