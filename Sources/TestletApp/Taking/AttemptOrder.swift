import PracticeTests

/// How a new attempt is to be.
struct AttemptOrder: Equatable, Sendable {
  /// When the student sees what is right.
  var mode: Attempt.Mode
  /// Which questions it asks.
  var scope = Attempt.Scope.whole
  /// The seconds after which it is handed in, if there are any.
  var limitSeconds: Double?

  /// All questions, as long as it takes, feedback at the end.
  static let exam = AttemptOrder(mode: .exam)
  /// All questions, as long as it takes, feedback after each answer.
  static let study = AttemptOrder(mode: .study)
}
