/// Someone who can do tasks: a backend of the service, seen by where it is.
public protocol AIProvider: Sendable {
  /// What is known of it before it is asked.
  var configuration: LLMBackendConfig { get }
  /// Where what it is told goes to.
  var place: AIPlace { get }
  /// The service that its backend belongs to.
  var service: LocalLLMService { get }
}

extension AIProvider {
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
  public func complete(
    _ request: LLMRequest, onDelta: @escaping @Sendable (LLMDelta) -> Void
  ) async throws -> LLMResponse {
    try await service.generate(request, backend: configuration.id, onDelta: onDelta)
  }

  /// The tokens of a text as the model counts them; `nil` where nobody can say.
  public func countTokens(_ text: String) async -> Int? {
    await service.countTokens(text, backend: configuration.id)
  }
}

/// A backend on this machine: a server, a child process, or the built-in writer.
public struct LocalModelProvider: AIProvider {
  /// What its backend is made from.
  public let configuration: LLMBackendConfig
  /// The service that its backend belongs to.
  public let service: LocalLLMService

  /// This machine.
  public var place: AIPlace { .thisMachine }

  /// Makes a provider; `nil` for a backend that is on another machine.
  public init?(_ configuration: LLMBackendConfig, service: LocalLLMService) {
    guard configuration.isOnThisMachine else { return nil }
    self.configuration = configuration
    self.service = service
  }
}

/// A server on another machine, which is asked only under the egress policy.
public struct RemoteModelProvider: AIProvider {
  /// What its backend is made from.
  public let configuration: LLMBackendConfig
  /// The service that its backend belongs to.
  public let service: LocalLLMService

  /// Its host.
  public var place: AIPlace { configuration.place }

  /// Makes a provider; `nil` for a backend that is on this machine.
  public init?(_ configuration: LLMBackendConfig, service: LocalLLMService) {
    guard !configuration.isOnThisMachine else { return nil }
    self.configuration = configuration
    self.service = service
  }
}
