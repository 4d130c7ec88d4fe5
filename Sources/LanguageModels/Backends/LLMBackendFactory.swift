/// Makes backends from their configurations.
public struct LLMBackendFactory: Sendable {
  private let transport: HTTPTransport
  private let environment: [String: String]
  private let retry: RetryPolicy
  private let mockResponder: MockResponder

  /// Makes a factory.
  ///
  /// - Parameters:
  ///   - transport: the way out to servers, with its policy.
  ///   - environment: where keys are looked up, by the names that configurations give.
  ///   - retry: how busy servers are tried again.
  ///   - mockResponder: writes what the mock answers.
  public init(
    transport: HTTPTransport, environment: [String: String], retry: RetryPolicy = RetryPolicy(),
    mockResponder: @escaping MockResponder
  ) {
    self.transport = transport
    self.environment = environment
    self.retry = retry
    self.mockResponder = mockResponder
  }

  /// Makes a backend; nothing is connected or started yet.
  public func make(_ configuration: LLMBackendConfig) throws(LLMError) -> any LLMBackend {
    switch configuration.kind {
    case .mock:
      MockLLMBackend(
        configuration: configuration, delay: .milliseconds(configuration.delayMilliseconds), respond: mockResponder)
    case .openAICompatible:
      try OpenAICompatibleBackend(
        configuration: configuration, transport: transport, environment: environment, retry: retry)
    case .ollama, .mlx: UnsupportedBackend(configuration: configuration, transport: transport)
    }
  }
}
