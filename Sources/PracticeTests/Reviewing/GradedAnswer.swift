import Foundation

/// An answer as it counts for reviews and figures.
struct GradedAnswer: Sendable, Hashable {
  /// The revision that was answered.
  let question: Question
  /// How it was graded.
  let outcome: Outcome
  /// The student said "unsure".
  let isUnsure: Bool
  /// Nothing was answered.
  let isBlank: Bool
  /// How long it took; known in reviews only.
  let seconds: Double?
  /// When it was given.
  let date: Date

  /// A graded response; `date` stands in where nothing was answered.
  init(_ question: Question, _ response: Response, _ outcome: Outcome, seconds: Double? = nil, date: Date) {
    self.question = question
    self.outcome = outcome
    isUnsure = response.isUnsure
    isBlank = response.answer == nil
    self.seconds = seconds
    self.date = response.answeredAt ?? date
  }

  /// Whether options were shown, so that the answer was recognised, not recalled, or guessed.
  var isRecognition: Bool { !question.item.choices.isEmpty }

  /// What it means for the memory. What only the student can tell counts as forgotten until they do.
  ///
  /// - Parameters:
  ///   - isFirst: the question was never answered before.
  ///   - median: the seconds in which the student answers half of such questions; `nil` while too few are known.
  func grade(isFirst: Bool, median: Double?) -> ReviewGrade {
    guard outcome.isRight else { return .again }
    if isUnsure { return .hard }
    guard outcome == .right, !isFirst, let seconds, let median else { return .good }
    return seconds < median ? .easy : .good
  }

  /// Whether it shows what the student can do: not where nothing was answered, nor where an option was right by chance as
  /// likely as not.
  var isEvidence: Bool {
    !isBlank && !(isUnsure && outcome.isRight && isRecognition)
  }
}
