import Foundation
import PracticeTests
import Terminal

/// One real question asked of a backend.
struct TrialState: Equatable {
  /// What came of it.
  enum Outcome: Equatable {
    case running
    case ended(QuestionTrial)
    case failed(String)
  }

  /// The id of the backend.
  let backend: String
  /// What a student calls it.
  let name: String
  /// When it was asked.
  var startedAt: Date
  /// What it has written so far.
  var text = ""
  /// What came of it.
  var outcome = Outcome.running
  /// What is shown of it.
  var scroll = ScrollView()

  /// Whether it is still writing.
  var isRunning: Bool { outcome == .running }
}

/// What happened to the question.
enum TrialAction: Equatable, Sendable {
  case textArrived(String)
  case ended(QuestionTrial)
  case failed(String)
  case scrolled(Key)
  case askedAgain
}
