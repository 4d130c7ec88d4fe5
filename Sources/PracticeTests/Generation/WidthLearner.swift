import LanguageModels

/// How many slots are worked on at once: as many as the backend says that it serves. Where it does not say, this is
/// learnt: one, then twice as many, as long as the server then gets through clearly more.
///
/// What a server gets through is the tokens of a slot by the seconds of its requests, times the slots at once: a server
/// that only queues takes twice as long for each of two.
struct WidthLearner: Sendable, Hashable {
  /// More is not tried: each request that runs beside others takes memory for a whole context.
  static let most = 4
  /// How much more a server must get through at twice the width. A guess, with some room for chance.
  static let clearly = 1.2

  /// Slots at once.
  private(set) var width: Int
  private var isSettled: Bool
  /// What the server got through at half the width.
  private var before: Double?
  /// Slots that began before the width was this, or with prompts that no server has computed yet.
  private var unfit = 1
  private var seen = 0
  private var tokens = 0
  private var seconds = 0.0

  /// Begins with what the backend says.
  init(_ capabilities: BackendCapabilities) {
    width = capabilities.parallelism
    isSettled = capabilities.isParallelismStated
  }

  /// Takes note of what a slot took.
  mutating func note(_ stats: GenerationStats) {
    let computed = stats.outputTokens + max(0, stats.promptTokens - stats.cachedPromptTokens)
    guard !isSettled, computed > 0, stats.seconds > 0 else { return }
    guard unfit == 0 else {
      unfit -= 1
      return
    }
    seen += 1
    tokens += computed
    seconds += stats.seconds
    if seen == 2 * width { judge(Double(width) * Double(tokens) / seconds) }
  }

  private mutating func judge(_ rate: Double) {
    if let before, rate < Self.clearly * before {
      width /= 2
      isSettled = true
    } else if 2 * width > Self.most {
      isSettled = true
    } else {
      before = rate
      unfit = width
      width *= 2
      (seen, tokens, seconds) = (0, 0, 0)
    }
  }
}
