/// What a provider can do.
public struct AICapabilities: Sendable, Hashable {
  /// Whether there is a model behind it, which can write anything; the built-in writer only writes questions.
  public var hasModel: Bool
  /// Tokens that one request may hold, prompt and answer together; `nil` where nobody says.
  public var contextTokens: Int?
  /// Whether it has shown that its answers follow schemas.
  public var followsSchemas: Bool

  /// Makes a description.
  public init(hasModel: Bool = true, contextTokens: Int? = nil, followsSchemas: Bool = false) {
    self.hasModel = hasModel
    self.contextTokens = contextTokens
    self.followsSchemas = followsSchemas
  }
}

/// A provider at the moment of a choice.
public struct AICandidate: Sendable, Hashable {
  /// The id of its backend.
  public var id: String
  /// The model that would answer; `nil` where the server decides.
  public var model: String?
  /// Where it is.
  public var place: AIPlace
  /// Whether the student selected it.
  public var isSelected: Bool
  /// Whether it can be used now.
  public var availability: BackendAvailability
  /// What it can do.
  public var capabilities: AICapabilities

  /// Makes a candidate.
  public init(
    id: String, model: String? = nil, place: AIPlace = .thisMachine, isSelected: Bool = false,
    availability: BackendAvailability, capabilities: AICapabilities = AICapabilities()
  ) {
    self.id = id
    self.model = model
    self.place = place
    self.isSelected = isSelected
    self.availability = availability
    self.capabilities = capabilities
  }

  /// A backend by what is known of it.
  public init(
    _ configuration: LLMBackendConfig, isSelected: Bool, availability: BackendAvailability, contextTokens: Int? = nil
  ) {
    let isProven = if case .available(_, proven: true) = availability { true } else { false }
    self.init(
      id: configuration.id, model: configuration.model, place: configuration.place, isSelected: isSelected,
      availability: availability,
      capabilities: AICapabilities(
        hasModel: configuration.kind != .mock, contextTokens: contextTokens, followsSchemas: isProven))
  }
}
