/// What FSRS knows of a memory.
public struct MemoryState: Sendable, Hashable {
  /// The days after which nine of ten such memories are still there.
  public var stability: Double
  /// How hard it is to strengthen, 1 to 10.
  public var difficulty: Double

  /// Makes a state.
  public init(stability: Double, difficulty: Double) {
    self.stability = stability
    self.difficulty = difficulty
  }
}
