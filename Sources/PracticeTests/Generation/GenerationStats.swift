import LanguageModels

/// What a generation took.
public struct GenerationStats: Sendable, Hashable, Codable {
  /// Drafts asked for, from models and the built-in writer.
  public var drafts = 0
  /// Drafts that were refused by a gate and asked for again.
  public var repairs = 0
  /// Slots that were passed on from a model to the built-in writer.
  public var fallbacks = 0
  /// Seconds that the requests took, added up.
  public var seconds = 0.0
  /// Tokens read.
  public var promptTokens = 0
  /// Of those, tokens that the server still had computed.
  public var cachedPromptTokens = 0
  /// Tokens written.
  public var outputTokens = 0

  /// Nothing yet.
  public init() {}

  /// Adds what one request took.
  mutating func add(_ usage: LLMUsage) {
    seconds += usage.seconds
    promptTokens += usage.promptTokens
    cachedPromptTokens += usage.cachedPromptTokens
    outputTokens += usage.outputTokens
  }

  /// Adds what another part took.
  public static func += (a: inout GenerationStats, b: GenerationStats) {
    a.drafts += b.drafts
    a.repairs += b.repairs
    a.fallbacks += b.fallbacks
    a.seconds += b.seconds
    a.promptTokens += b.promptTokens
    a.cachedPromptTokens += b.cachedPromptTokens
    a.outputTokens += b.outputTokens
  }
}
