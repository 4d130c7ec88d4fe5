/// A secret that never shows itself: every description of it is masked.
struct APIKey: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Longer than any key.
  private static let mostBytes = 4096
  /// The shortest key of which the end may be shown.
  private static let leastTelling = 12

  /// The secret, for the one header that carries it.
  let secret: String

  /// Takes a key as it was typed or stored; `nil` where it is empty, or holds what no header may hold.
  init?(_ text: String) {
    let trimmed = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    let secret = String(trimmed)
    guard (1...Self.mostBytes).contains(secret.utf8.count), secret.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      return nil
    }
    self.secret = secret
  }

  /// What may be shown of it: its last four characters, where those give little away.
  var masked: String { secret.utf8.count >= Self.leastTelling ? "…\(secret.suffix(4))" : "…" }

  var description: String { "***" }
  var debugDescription: String { "***" }
  var customMirror: Mirror { Mirror(self, children: []) }
}
