import Foundation
import PracticeTests

/// The student's own word on a written answer.
enum SelfGrading {
  /// "I was right", or "I was not". What takes back the student's word gives the grade that the answer had by itself;
  /// where that says nothing, it is the student's.
  static func toggled(_ outcome: Outcome?, _ item: Item, _ answer: Answer?) -> Outcome {
    let graded = Grading.grade(item, answer)
    guard outcome?.isRight == true else { return graded.isRight ? graded : .selfGradedRight }
    // Left without a grade, it would be a model's to grade after all.
    return graded.isRight || graded == .ungraded ? .selfGradedWrong : graded
  }

  /// What the key does to an outcome, in words.
  static func label(_ outcome: Outcome?) -> String { outcome?.isRight == true ? "I was not" : "I was right" }

  /// Why the student can't grade an answer; `nil` when that is possible. Options are graded by the one marked as right.
  ///
  /// - Parameter report: what is pressed to report a question, and where.
  static func hindrance(_ item: Item, _ response: Response, report: String = "X") -> String? {
    guard item.choices.isEmpty else {
      return "The option marked as right decides: if it is wrong, report the question with \(report)."
    }
    guard case .text = response.answer else { return "It has no answer." }
    switch response.outcome {
    case nil: return "It is not graded yet."
    // Words that it shares with the model answer do not make it right, nor do capitals that were passed over: "MW".
    case .right where !item.isAnsweredInSentences && item.holds(response.answer): return "It is right already."
    default: return nil
    }
  }
}

extension Item {
  /// Whether an answer is written as the key or an accepted answer is.
  fileprivate func holds(_ answer: Answer?) -> Bool {
    guard case .text(let text) = answer else { return false }
    return ([correctAnswer] + acceptedAnswers).contains(text.trimmingCharacters(in: .whitespaces))
  }
}
