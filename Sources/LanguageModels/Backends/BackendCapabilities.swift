/// What a backend, with its model, can do, as far as it says or has shown.
public struct BackendCapabilities: Sendable, Hashable {
  /// How many requests it really serves at once; at least 1.
  public var parallelism: Int
  /// Whether that is configured or said by the backend; else it may be more.
  public var isParallelismStated: Bool
  /// Tokens that one request may hold, prompt and answer together; `nil` where it does not say.
  public var contextTokens: Int?

  /// Makes a description.
  public init(parallelism: Int = 1, isParallelismStated: Bool = true, contextTokens: Int? = nil) {
    self.parallelism = max(parallelism, 1)
    self.isParallelismStated = isParallelismStated
    self.contextTokens = contextTokens
  }
}
