/// One turn of a conversation.
public struct LLMMessage: Sendable, Hashable {
  /// Who speaks.
  public enum Role: String, Sendable, Hashable {
    case system
    case user
    case assistant
  }

  /// Who speaks.
  public var role: Role
  /// What is said.
  public var content: String

  /// Makes a turn.
  public init(_ role: Role, _ content: String) {
    self.role = role
    self.content = content
  }
}

/// What a backend is asked to complete.
public struct LLMRequest: Sendable {
  /// The conversation so far; what is the same for many requests comes first, byte for byte, so that servers can keep
  /// what they computed.
  public var messages: [LLMMessage]
  /// The schema that the answer must follow; `nil` for free text.
  public var schema: JSONSchema?
  /// The most tokens that the answer may have.
  public var maxTokens: Int
  /// The sampling temperature, 0 to 2; `nil` for the backend's configured one.
  public var temperature: Double?
  /// The sampling seed, where the server honours one.
  public var seed: UInt64?
  /// What the prompt was built from, for a responder in this process (the mock). It is never sent anywhere.
  public var attachment: (any Sendable)?

  /// Makes a request.
  public init(
    messages: [LLMMessage], schema: JSONSchema? = nil, maxTokens: Int = 1024, temperature: Double? = nil,
    seed: UInt64? = nil, attachment: (any Sendable)? = nil
  ) {
    self.messages = messages
    self.schema = schema
    self.maxTokens = maxTokens
    self.temperature = temperature
    self.seed = seed
    self.attachment = attachment
  }
}

/// A piece of an answer as it arrives.
public enum LLMDelta: Sendable, Hashable {
  /// A piece of the answer itself.
  case text(String)
  /// A piece of the model's reasoning, which is never part of the answer.
  case reasoning(String)
}
