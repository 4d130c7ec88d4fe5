import PracticeTests

/// The student's own word on a written answer.
enum SelfGrading {
  /// "I was right", or "I was not" of what a model found to be right; or the grade that it had before that was said.
  static func toggled(_ outcome: Outcome?, _ item: Item, _ answer: Answer?) -> Outcome {
    switch outcome {
    case .selfGradedRight: Grading.grade(item, answer)
    case .modelGradedRight: .selfGradedWrong
    case .selfGradedWrong: .modelGradedRight
    default: .selfGradedRight
    }
  }

  /// What the key does to an outcome, in words.
  static func label(_ outcome: Outcome?) -> String { outcome?.isRight == true ? "I was not" : "I was right" }

  /// Why the student can't grade an answer; `nil` when that is possible.
  static func hindrance(_ item: Item, _ response: Response) -> String? {
    guard item.choices.isEmpty else { return "Only written answers can be graded by yourself." }
    guard case .text = response.answer else { return "It has no answer." }
    switch response.outcome {
    case nil: return "It is not graded yet."
    case .right: return "It is right already."
    default: return nil
    }
  }
}
