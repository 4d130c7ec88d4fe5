/// How alike two words are that may be the same word, mistyped.
enum PlainSpelling {
  /// Shorter words differ by one letter too often without being the same.
  private static let shortest = 5

  /// Whether two words are equal, or long enough and one edit apart: a letter added, left out or changed, or two letters
  /// exchanged.
  static func areNear(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    guard min(a.count, b.count) >= shortest - 1, max(a.count, b.count) >= shortest, abs(a.count - b.count) <= 1 else {
      return false
    }
    let (a, b) = (Array(a), Array(b))
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a[start...].reversed(), b[start...].reversed()).prefix { $0 == $1 }.count
    let (left, right) = (Array(a[start..<a.count - end]), Array(b[start..<b.count - end]))
    switch (left.count, right.count) {
    case (0...1, 0...1): return true
    case (2, 2): return left == right.reversed()
    default: return false
    }
  }
}
