import PracticeTests

/// The student's own word on a written answer.
enum SelfGrading {
  /// "I was right", or the grade that it had before that was said.
  static func toggled(_ outcome: Outcome?, _ item: Item, _ answer: Answer?) -> Outcome {
    outcome == .selfGradedRight ? Grading.grade(item, answer) : .selfGradedRight
  }

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
