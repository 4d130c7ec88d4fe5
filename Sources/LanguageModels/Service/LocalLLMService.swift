/// Hides which backend answers.
public actor LocalLLMService {
  /// The backends that can be chosen.
  public let backends: [LLMBackendConfig]
  /// The backend that answers.
  public private(set) var selected: LLMBackendConfig
  private let factory: LLMBackendFactory

  /// Makes a service over configured backends.
  ///
  /// - Throws: ``LLMError/unknownBackend(_:known:)`` when none has the selected id.
  public init(backends: [LLMBackendConfig], selected id: String, factory: LLMBackendFactory) throws(LLMError) {
    self.backends = backends
    self.factory = factory
    selected = try Self.find(id, backends)
  }

  /// Chooses the backend that answers from the next request on.
  public func select(_ id: String) throws(LLMError) {
    selected = try Self.find(id, backends)
  }

  /// Completes a request with the selected backend; the response names who really answered.
  ///
  /// - Throws: ``LLMError``, or `CancellationError`.
  public func generate(
    _ request: LLMRequest, onDelta: @escaping @Sendable (LLMDelta) -> Void
  ) async throws -> LLMResponse {
    try await factory.make(selected).generate(request, onDelta: onDelta)
  }

  /// How many requests the selected backend serves at once; 1 where it can't be made.
  public func parallelism() async -> Int {
    await (try? factory.make(selected))?.parallelism() ?? 1
  }

  private static func find(_ id: String, _ backends: [LLMBackendConfig]) throws(LLMError) -> LLMBackendConfig {
    guard let found = backends.first(where: { $0.id == id }) else {
      throw .unknownBackend(id, known: backends.map(\.id))
    }
    return found
  }
}
