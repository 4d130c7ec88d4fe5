import Foundation
import PracticeTests

/// How texts are said and lines are typed where questions are asked line by line.
struct PlainVoice {
  /// Gives the next line; `nil` at the end.
  let read: () -> String?
  /// Says a text of one or more lines.
  let write: (String) -> Void

  /// The grade that the student gives instead, where only the student can tell; `nil` where they leave it.
  func ownGrade(_ question: Question, _ response: Response) -> Outcome? {
    guard let outcome = response.outcome, SelfGrading.hindrance(question.item, response) == nil else { return nil }
    let (letter, wish) = outcome.isRight ? ("n", "n if you were not right") : ("y", "y if you were right")
    write("\(wish), Enter to go on:")
    guard read()?.trimmingCharacters(in: .whitespaces).lowercased() == letter else { return nil }
    return SelfGrading.toggled(outcome, question.item, response.answer)
  }
}
