/// Numbers that look random and are the same in each run (a linear congruential generator of Knuth's).
public struct Lottery: Sendable {
  private var state: UInt64

  /// Begins at a state.
  public init(state: UInt64) {
    self.state = state
  }

  /// A number in `0..<bound`.
  public mutating func number(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
