/// A secret that never shows itself: every description of it is masked.
struct APIKey: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The secret, for the one header that carries it.
  let secret: String

  /// Takes a key from the environment; `nil` where the variable is unset, empty, or holds what no header may hold.
  init?(variable: String, environment: [String: String]) {
    guard let value = environment[variable] else { return nil }
    let trimmed = value.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    let secret = String(trimmed)
    guard !secret.isEmpty, secret.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    self.secret = secret
  }

  var description: String { "***" }
  var debugDescription: String { "***" }
  var customMirror: Mirror { Mirror(self, children: []) }
}
