/// Formulas in a text, between dollar signs: what looks like brackets, stops or marks there is none.
enum Formula {
  /// No formula is longer; a sign without its partner must not cost more.
  private static let reach = 1_000

  /// Where the formula ends that begins at a place. "$5 and $6" is none.
  static func end(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    guard scalars[start] == "$" else { return nil }
    let mark = start + 1 < scalars.count && scalars[start + 1] == "$" ? 2 : 1
    let first = start + mark
    guard first < scalars.count, let close = scalars[first...].prefix(reach).firstIndex(of: "$"), close > first else {
      return nil
    }
    let after = close + mark
    if mark == 2 { return after <= scalars.count && scalars[after - 1] == "$" ? after : nil }
    let isPrice =
      scalars[first].properties.isWhitespace || scalars[close - 1].properties.isWhitespace
      || after < scalars.count && SentenceScanner.isDigit(scalars[after])
    return isPrice ? nil : after
  }
}
