import Foundation

/// What a student did with a question.
public struct Response: Sendable, Hashable {
  /// The answer; `nil` while there is none.
  public var answer: Answer?
  /// Marked for another look.
  public var isFlagged: Bool
  /// The student said "unsure".
  public var isUnsure: Bool
  /// How it was graded; `nil` before it is.
  public var outcome: Outcome?
  /// When the answer was last changed.
  public var answeredAt: Date?

  /// Makes a response; without arguments, an untouched one.
  public init(
    answer: Answer? = nil, isFlagged: Bool = false, isUnsure: Bool = false, outcome: Outcome? = nil,
    answeredAt: Date? = nil
  ) {
    self.answer = answer
    self.isFlagged = isFlagged
    self.isUnsure = isUnsure
    self.outcome = outcome
    self.answeredAt = answeredAt
  }
}

/// A student's answer.
public enum Answer: Sendable, Hashable {
  /// The option with this index, counted from 0.
  case choice(Int)
  /// Written words.
  case text(String)
}

/// How an answer was graded.
public enum Outcome: String, Sendable, Hashable, Codable {
  case right
  case wrong
  /// One typing error away from right: the student decides.
  case close
  case selfGradedRight
  case selfGradedWrong
  /// A model found every key point in an answer of sentences, in every vote.
  case modelGradedRight
  /// Only the student can tell.
  case ungraded

  /// Whether it counts as right.
  public var isRight: Bool { self == .right || self == .selfGradedRight || self == .modelGradedRight }
}
