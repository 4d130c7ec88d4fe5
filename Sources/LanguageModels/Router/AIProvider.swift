/// Someone who can do tasks: a backend of the service.
public struct AIProvider: Sendable {
  /// What is known of it before it is asked.
  public let configuration: LLMBackendConfig
  /// The service that its backend belongs to.
  let service: LocalLLMService

  /// Asks how it is and what it can do.
  ///
  /// - Parameter isBarred: it may not be asked, so that nothing is known of it.
  func candidate(isSelected: Bool, isBarred: Bool) async -> AICandidate {
    let availability = isBarred ? .unknown : await service.availability(of: configuration.id)
    let hasModel = availability.isAvailable && configuration.kind != .mock
    let contextTokens = hasModel ? await service.capabilities(of: configuration.id).contextTokens : nil
    return AICandidate(
      configuration, isSelected: isSelected, availability: availability, contextTokens: contextTokens)
  }

  /// Completes a request.
  ///
  /// - Throws: ``LLMError``, or `CancellationError`.
  func complete(
    _ request: LLMRequest, onDelta: @escaping @Sendable (LLMDelta) -> Void
  ) async throws -> LLMResponse {
    try await service.generate(request, backend: configuration.id, onDelta: onDelta)
  }

  /// The tokens of a text as the model counts them; `nil` where nobody can say.
  public func countTokens(_ text: String) async -> Int? {
    await service.countTokens(text, backend: configuration.id)
  }
}
