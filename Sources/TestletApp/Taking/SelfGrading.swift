import PracticeTests

/// The student's own word on a written answer.
enum SelfGrading {
  /// "I was right"; or "I was not": the grade that the answer had by itself, and where it had none, the student's.
  static func toggled(_ outcome: Outcome?, _ item: Item, _ answer: Answer?) -> Outcome {
    guard outcome?.isRight == true else { return .selfGradedRight }
    let graded = Grading.grade(item, answer)
    // Left without a grade, it would be a model's to grade after all.
    return graded == .ungraded ? .selfGradedWrong : graded
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
