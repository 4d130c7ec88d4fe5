import Foundation
import PracticeTests
import Terminal

/// A test while it is taken.
struct TakingState: Equatable {
  /// The test's title.
  let title: String
  /// The attempt as it is stored.
  var attempt: Attempt
  /// The question on the screen, counted from 0.
  var position: Int
  /// Responses that are on their way to the library, by position; they are shown faintly until they are kept.
  var pending: [Int: Response] = [:]
  /// How the question on the screen is being answered.
  var entry = AnswerEntry(nil)
  /// The question that the map points at, while it is open.
  var map: Int?
  /// Whether the test is being handed in.
  var isSubmitting = false
  /// Whether it was handed in because the time was up: what fails then is tried again by the student.
  var hasEnded = false
  /// When time was last counted.
  var countedAt: Date
  /// Seconds at the test, those not yet kept included.
  var activeSeconds: Double
  /// Seconds not yet kept.
  var unkeptSeconds = 0.0

  /// Goes on with an attempt.
  init(title: String, attempt: Attempt, now: Date) {
    self.title = title
    self.attempt = attempt
    position = 0
    countedAt = now
    activeSeconds = attempt.activeSeconds
    arrive(at: attempt.position)
  }

  /// The question on the screen.
  var item: AttemptItem? {
    attempt.items.indices.contains(position) ? attempt.items[position] : nil
  }

  /// The response as it will be once everything is kept.
  func response(at position: Int) -> Response {
    if let response = pending[position] { return response }
    return attempt.items.indices.contains(position) ? attempt.items[position].response : Response()
  }

  /// The response to the question on the screen.
  var response: Response { response(at: position) }

  /// Whether the question is answered in words.
  var isWritten: Bool { item.map { $0.question.item.choices.isEmpty } ?? false }

  /// Whether letters are text.
  var isTyping: Bool { entry.isInField && map == nil && !isPaused }

  /// In study mode, an answer that was graded stays.
  var isLocked: Bool { attempt.mode == .study && response.outcome != nil }

  /// Whether the field of a written answer can be entered.
  var canWrite: Bool { isWritten && !isLocked && !isTimeUp }

  /// Questions without an answer.
  var unanswered: Int {
    attempt.items.indices.filter { response(at: $0).answer == nil }.count
  }

  /// Questions that were to be looked at once more.
  var flagged: Int { attempt.items.indices.count { response(at: $0).isFlagged } }

  /// Whether nothing is answered, flagged or marked.
  var isUntouched: Bool { attempt.items.indices.allSatisfy { response(at: $0) == Response() } }

  /// Goes to a question, and forgets what belonged to the one before.
  mutating func arrive(at target: Int) {
    position = min(max(0, target), max(0, attempt.items.count - 1))
    entry = AnswerEntry(item?.question.item, answer: response.answer)
    entry.isInField = canWrite
  }
}

/// What happened while a test is taken.
enum TakingAction: Equatable, Sendable {
  case optionMoved(Key)
  case optionChosen(Int)
  case cursorChosen
  case stepped(Int)
  case flagToggled
  case unsureToggled
  case mapAsked
  case mapMoved(Key)
  case mapChosen
  case mapClosed
  case fieldEntered
  case fieldLeft
  case answerFinished
  case keyTyped(Key)
  case selfGraded
  case pauseToggled
  /// A model found every key point in the answer to the question at this place.
  case keyPointsFound(Int)
  case scrolled(Key)
  case submitAsked
  case submissionConfirmed
  case responseStored(attemptID: String, position: Int, Response)
  case responseFailed(attemptID: String, position: Int, String)
  case attemptExtended(Attempt)
  /// The test was handed in; all its sittings that were, this one the last.
  case submitted([Attempt])
  case submissionFailed(String)
}
