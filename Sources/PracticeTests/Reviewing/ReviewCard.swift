import Foundation

/// A question that the student is to remember, as its reviews left it.
public struct ReviewCard: Sendable, Hashable {
  /// How far the learning of it is.
  public enum Phase: Sendable, Hashable {
    /// Being learned: minutes apart, at this step counted from 0.
    case learning(step: Int)
    /// Learned: days apart.
    case review
    /// Forgotten, being learned again.
    case relearning(step: Int)
  }

  /// How far the learning of it is.
  public var phase: Phase
  /// What FSRS knows of the memory.
  public var memory: MemoryState
  /// When it was seen last.
  public var reviewedAt: Date
  /// When it is to be seen again.
  public var due: Date

  /// Makes a card.
  public init(phase: Phase, memory: MemoryState, reviewedAt: Date, due: Date) {
    self.phase = phase
    self.memory = memory
    self.reviewedAt = reviewedAt
    self.due = due
  }

  /// Whether it is asked minutes apart, not days.
  public var isBeingLearned: Bool { phase != .review }
}
