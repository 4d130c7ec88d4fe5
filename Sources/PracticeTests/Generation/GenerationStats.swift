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
  /// Answers whose form had to be repaired to read them, such as one in a code fence or with a comma too many.
  public var repairedAnswers = 0

  /// Nothing yet.
  public init() {}

  /// Reads what was kept, also by a testlet that did not count repaired answers yet.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    drafts = try values.decode(Int.self, forKey: .drafts)
    repairs = try values.decode(Int.self, forKey: .repairs)
    fallbacks = try values.decode(Int.self, forKey: .fallbacks)
    seconds = try values.decode(Double.self, forKey: .seconds)
    promptTokens = try values.decode(Int.self, forKey: .promptTokens)
    cachedPromptTokens = try values.decode(Int.self, forKey: .cachedPromptTokens)
    outputTokens = try values.decode(Int.self, forKey: .outputTokens)
    repairedAnswers = try values.decodeIfPresent(Int.self, forKey: .repairedAnswers) ?? 0
  }

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
    a.repairedAnswers += b.repairedAnswers
  }
}
