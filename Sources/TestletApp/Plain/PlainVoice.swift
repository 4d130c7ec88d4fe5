import Foundation
import PracticeTests

/// How texts are said and lines are typed where questions are asked line by line.
struct PlainVoice {
  /// Gives the next line; `nil` at the end.
  let read: () -> String?
  /// Says a text of one or more lines.
  let write: (String) -> Void

  /// Whether the student says to have been right, where only the student can tell.
  func wasRight(_ question: Question, _ response: Response) -> Bool {
    guard response.outcome?.isRight != true, SelfGrading.hindrance(question.item, response) == nil else { return false }
    write("y if you were right, Enter to go on:")
    return read()?.trimmingCharacters(in: .whitespaces).lowercased() == "y"
  }
}
