import PracticeTests
import Terminal

/// How the attempts at a test went.
struct ResultsState: Equatable {
  /// The test's title.
  let title: String
  /// The attempts that were handed in, the first first; there is at least one.
  private(set) var attempts: [Attempt]
  /// Which of them is shown, counted from 0.
  private(set) var shown: Int
  /// When another attempt, which goes on, shows what is right; `nil` where none goes on.
  let openMode: Attempt.Mode?
  /// The question that keys act on.
  var selection = 0
  /// The first line shown, where summary and questions share a column.
  var offset = 0
  /// The question that is open, and how far it is scrolled.
  var opened: ScrollView?
  /// The question that was reported as bad last.
  private(set) var lastReported: String?
  /// The passage that the open question rests on, while it is shown.
  var passage: PassageState?

  /// Shows the last attempt.
  init(title: String, attempts: [Attempt], openMode: Attempt.Mode? = nil) {
    self.title = title
    self.attempts = attempts
    self.openMode = openMode
    shown = attempts.count - 1
  }

  /// Whether another attempt goes on.
  var isAttemptOpen: Bool { openMode != nil }

  /// The attempt that is shown.
  var attempt: Attempt { attempts[shown] }

  /// The question that keys act on.
  var item: AttemptItem? {
    attempt.items.indices.contains(selection) ? attempt.items[selection] : nil
  }

  /// The question whose report can be taken back: the selected one's, or else the last.
  var reported: String? { item?.isReported == true ? item?.question.id : lastReported }

  /// A question as it is called in the attempt that is shown.
  func name(of questionID: String) -> String {
    attempt.items.firstIndex { $0.question.id == questionID }.map { "Question \($0 + 1)" } ?? "The question"
  }

  /// Takes over an attempt as it is now.
  mutating func take(_ attempt: Attempt) {
    guard let index = attempts.firstIndex(where: { $0.id == attempt.id }) else { return }
    attempts[index] = attempt
  }

  /// Marks a question in every attempt.
  mutating func mark(_ questionID: String, isReported: Bool) {
    if isReported {
      lastReported = questionID
    } else if lastReported == questionID {
      lastReported = nil
    }
    for attempt in attempts.indices {
      for item in attempts[attempt].items.indices where attempts[attempt].items[item].question.id == questionID {
        attempts[attempt].items[item].isReported = isReported
      }
    }
  }

  /// Shows an earlier or a later attempt, from its top.
  mutating func step(_ steps: Int) {
    shown = min(max(0, shown + steps), attempts.count - 1)
    (selection, offset) = (0, 0)
  }
}

/// A passage with the evidence of a question.
struct PassageState: Equatable {
  /// The passage.
  let passage: Passage
  /// Where the evidence stands in it.
  let grounding: Grounding
  /// How far it is scrolled.
  var scroll = ScrollView()
}

/// What happened on the results.
enum ResultsAction: Equatable, Sendable {
  case moved(Key)
  case opened
  case stepped(Int)
  case scrolled(Key)
  case closed
  case selfGraded
  case regraded(Attempt)
  case reportAsked
  case reportTakenBack
  /// The library has it that a question is bad, or is not.
  case reportKept(String, Bool)
  case passageAsked
  case passageRead(Passage?)
  case passageScrolled(Key)
  case passageClosed
  case attemptStepped(Int)
  case retakeAsked(Attempt.Mode)
  case timedAsked
  case missedAsked
}
