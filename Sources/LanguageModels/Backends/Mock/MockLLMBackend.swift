/// Answers a request in this process.
public typealias MockResponder = @Sendable (LLMRequest) async throws -> String

/// A backend that needs nothing: a responder in this process, deterministic and without a network. Students see it as
/// "Built-in (no model)".
public struct MockLLMBackend: LLMBackend {
  /// What this backend was made from.
  public let configuration: LLMBackendConfig
  private let respond: MockResponder

  /// Makes a backend that answers as `respond` does.
  public init(configuration: LLMBackendConfig = .mock, respond: @escaping MockResponder) {
    self.configuration = configuration
    self.respond = respond
  }

  /// Always there.
  public func availability() async -> BackendAvailability {
    .available(latencyMilliseconds: 0, proven: true)
  }

  /// The writer itself.
  public func models() async throws -> [ModelInfo] {
    [ModelInfo(name: "built-in")]
  }

  /// As many requests at once as configured.
  public func parallelism() async -> Int {
    max(1, configuration.parallel)
  }

  /// Answers as the responder does.
  public func generate(
    _ request: LLMRequest, onDelta: @escaping @Sendable (LLMDelta) -> Void
  ) async throws -> LLMResponse {
    try Task.checkCancellation()
    let text = try await respond(request)
    onDelta(.text(text))
    return LLMResponse(
      text: text, finishReason: .stop, usage: LLMUsage(), backend: configuration.id, kind: .mock, model: "built-in")
  }
}
