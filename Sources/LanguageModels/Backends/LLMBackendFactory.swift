/// Makes backends from configurations.
public struct LLMBackendFactory: Sendable {
  private let mockResponder: MockResponder

  /// Makes a factory whose mock backends answer as `mockResponder` does.
  public init(mockResponder: @escaping MockResponder) {
    self.mockResponder = mockResponder
  }

  /// The backend for a configuration.
  public func make(_ configuration: LLMBackendConfig) throws(LLMError) -> any LLMBackend {
    switch configuration.kind {
    case .mock: MockLLMBackend(configuration: configuration, respond: mockResponder)
    case .ollama, .openAICompatible, .mlx: throw .notSupportedYet(configuration.kind)
    }
  }
}
