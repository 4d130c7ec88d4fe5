/// A whole answer, and who gave it.
public struct LLMResponse: Sendable, Hashable {
  /// Why the model stopped.
  public enum FinishReason: Sendable, Hashable {
    /// The model ended its answer.
    case stop
    /// The token limit cut the answer off: it is incomplete.
    case length
    /// Another reason that the server named.
    case other(String)
  }

  /// The answer, without reasoning.
  public var text: String
  /// Why the model stopped.
  public var finishReason: FinishReason
  /// What the request cost.
  public var usage: LLMUsage
  /// The id of the backend that really answered.
  public var backend: String
  /// The kind of that backend.
  public var kind: BackendKind
  /// The model that really answered, as the server names it.
  public var model: String
  /// The server's version of itself, or of what it runs; `nil` where it names none.
  public var version: String?

  /// Makes a response.
  public init(
    text: String, finishReason: FinishReason, usage: LLMUsage, backend: String, kind: BackendKind, model: String
  ) {
    self.text = text
    self.finishReason = finishReason
    self.usage = usage
    self.backend = backend
    self.kind = kind
    self.model = model
  }
}

/// Tokens and time that a request took. Zero where the server does not say.
public struct LLMUsage: Sendable, Hashable {
  /// Tokens read.
  public var promptTokens: Int
  /// Of those, tokens that the server still had computed.
  public var cachedPromptTokens: Int
  /// Tokens written.
  public var outputTokens: Int
  /// Seconds from sending to the last byte.
  public var seconds: Double

  /// Makes a usage record.
  public init(promptTokens: Int = 0, cachedPromptTokens: Int = 0, outputTokens: Int = 0, seconds: Double = 0) {
    self.promptTokens = promptTokens
    self.cachedPromptTokens = cachedPromptTokens
    self.outputTokens = outputTokens
    self.seconds = seconds
  }

  /// The sum of two records.
  public static func + (a: LLMUsage, b: LLMUsage) -> LLMUsage {
    LLMUsage(
      promptTokens: a.promptTokens + b.promptTokens, cachedPromptTokens: a.cachedPromptTokens + b.cachedPromptTokens,
      outputTokens: a.outputTokens + b.outputTokens, seconds: a.seconds + b.seconds)
  }
}

/// A model that a backend offers.
public struct ModelInfo: Sendable, Hashable {
  /// The name to configure.
  public var name: String
  /// The size on disk in bytes, where known.
  public var bytes: Int64?
  /// The context length in tokens, where known.
  public var contextLength: Int?

  /// Makes a description of a model.
  public init(name: String, bytes: Int64? = nil, contextLength: Int? = nil) {
    self.name = name
    self.bytes = bytes
    self.contextLength = contextLength
  }
}
