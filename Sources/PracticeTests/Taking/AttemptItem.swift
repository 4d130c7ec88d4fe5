/// A question of an attempt, with the student's response.
public struct AttemptItem: Sendable, Hashable {
  /// The slot that the question fills.
  public var slot: Int
  /// The revision that was shown.
  public var question: Question
  /// What the student did with it.
  public var response: Response
  /// Whether the student has reported the question as bad: then it does not count.
  public var isReported: Bool

  /// Makes an item.
  public init(slot: Int, question: Question, response: Response = Response(), isReported: Bool = false) {
    self.slot = slot
    self.question = question
    self.response = response
    self.isReported = isReported
  }

  /// Whether it was not right, or right in doubt.
  var isMissed: Bool { response.outcome?.isRight != true || response.isUnsure }
}
