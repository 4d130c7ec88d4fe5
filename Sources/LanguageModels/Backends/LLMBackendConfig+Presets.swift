extension LLMBackendConfig {
  /// The built-in writer, which needs no model.
  public static let mock = LLMBackendConfig(id: "mock", kind: .mock)

  /// Ollama on this machine.
  public static let ollamaDefault = LLMBackendConfig(
    id: "ollama", kind: .ollama, url: "http://localhost:11434", model: "llama3.2:3b")

  /// MLX in a Python of this machine.
  public static let mlxDefault = LLMBackendConfig(
    id: "mlx", kind: .mlx, model: "mlx-community/Meta-Llama-3-8B-Instruct-4bit", python: "python3")

  /// A server that speaks OpenAI's chat completions; without arguments, OpenAI's own.
  ///
  /// - Parameters:
  ///   - keyEnvironmentVariable: the environment variable that holds the key; `nil` for a server without keys.
  ///   - endpoint: the base URL, with or without `/v1`.
  public static func openAICompatible(
    id: String = "openai", keyEnvironmentVariable: String? = "OPENAI_API_KEY",
    endpoint: String = "https://api.openai.com/v1", model: String? = "gpt-4", profile: ServerProfile = .openai
  ) -> LLMBackendConfig {
    LLMBackendConfig(
      id: id, kind: .openAICompatible, profile: profile, url: endpoint, model: model,
      keyEnvironmentVariable: keyEnvironmentVariable)
  }

  /// The backends that are listed without being configured.
  public static let builtIn = [ollamaDefault, openAICompatible(), mlxDefault, mock]

  /// What a backend of a kind starts from when the settings file adds one.
  static func template(id: String, kind: BackendKind) -> LLMBackendConfig {
    var configuration: LLMBackendConfig
    switch kind {
    case .mock: configuration = .mock
    case .ollama: configuration = .ollamaDefault
    case .mlx: configuration = .mlxDefault
    case .openAICompatible: configuration = LLMBackendConfig(id: id, kind: kind)
    }
    configuration.id = id
    return configuration
  }
}
