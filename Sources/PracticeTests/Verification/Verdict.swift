/// What became of checking a key.
public enum Verdict: Sendable, Hashable {
  /// The model found the key every time.
  case confirmed
  /// The model found something else; what, in words.
  case refuted(String)
  /// Nothing that could be checked, such as an explanation.
  case unknown
}
