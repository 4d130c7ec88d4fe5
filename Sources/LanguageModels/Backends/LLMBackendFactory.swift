/// Makes backends from their configurations.
public struct LLMBackendFactory: Sendable {
  private let maker: @Sendable (LLMBackendConfig) throws(LLMError) -> any LLMBackend

  /// Makes a factory of the backends that testlet knows.
  ///
  /// - Parameters:
  ///   - transport: the way out to servers, with its policy.
  ///   - environment: the environment variables.
  ///   - keys: where API keys are looked up; `nil` for the environment variables only.
  ///   - mlxWorker: what MLX backends start.
  ///   - memory: what servers are known to take.
  ///   - retry: how busy servers are tried again.
  ///   - mockResponder: writes what the mock answers.
  public init(
    transport: HTTPTransport, environment: [String: String], keys: KeyStore? = nil, mlxWorker: MLXWorkerProgram,
    memory: ServerMemory = ServerMemory(),
    retry: RetryPolicy = RetryPolicy(), mockResponder: @escaping MockResponder
  ) {
    let keys = keys ?? KeyStore(folder: nil, environment: environment)
    self.init { configuration throws(LLMError) in
      switch configuration.kind {
      case .mock:
        MockLLMBackend(
          configuration: configuration, delay: .milliseconds(configuration.delayMilliseconds), respond: mockResponder)
      case .openAICompatible:
        try OpenAICompatibleBackend(
          configuration: configuration, transport: transport, keys: keys, memory: memory, retry: retry)
      case .ollama:
        try OllamaBackend(
          configuration: configuration, transport: transport, environment: environment, keys: keys, servers: memory,
          retry: retry)
      case .mlx: MLXBackend(configuration: configuration, program: mlxWorker, egress: transport.egress)
      }
    }
  }

  /// Makes a factory of other backends, such as those of a program's own.
  public init(make: @escaping @Sendable (LLMBackendConfig) throws(LLMError) -> any LLMBackend) {
    maker = make
  }

  /// Makes a backend; nothing is connected or started yet.
  public func make(_ configuration: LLMBackendConfig) throws(LLMError) -> any LLMBackend {
    try maker(configuration)
  }
}
