import Foundation
import PracticeTests
import Terminal

/// Questions that come back, one after the other.
struct ReviewState: Equatable {
  /// A question on the screen.
  struct Asked: Equatable {
    /// The question with its card.
    var item: ReviewItem
    /// When it was shown.
    var since: Date
    /// What the student did with it; it has an outcome once it is answered.
    var response = Response()
    /// How it is being answered.
    var entry: AnswerEntry
    /// How long the answer took.
    var seconds = 0.0
    /// The review as it was kept; `nil` until it is.
    var kept: KeptReview?
    /// The response as it was kept.
    var keptResponse: Response?
    /// Whether the response is on its way to the library.
    var isKeeping = false

    init(_ item: ReviewItem, now: Date) {
      self.item = item
      since = now
      entry = AnswerEntry(item.question.item)
    }

    var isWritten: Bool { item.question.item.choices.isEmpty }
    var isAnswered: Bool { response.outcome != nil }
    /// Whether nothing is written.
    var isBlank: Bool { entry.field.text.allSatisfy(\.isWhitespace) }
  }

  /// Something that can be taken back.
  enum Step: Equatable {
    case reviewed(ReviewItem, Int64)
    case suspended(ReviewItem)
    case removed(ReviewItem)
  }

  /// What is due; `nil` until it is read.
  var queue: ReviewQueue?
  /// The question on the screen.
  var asked: Asked?
  /// Whether the question on the screen is done with, and stays only until the next one is read.
  var isGoingOn = false
  /// Whether questions are asked that are not due.
  var isPractising = false
  /// The questions answered in this sitting, the first first.
  var done: [String] = []
  /// What can be taken back, the last last.
  var steps: [Step] = []

  /// Whether letters are text.
  var isTyping: Bool { asked?.entry.isInField == true }

  /// Whether nothing is on the screen until something comes due.
  var isWaiting: Bool { queue != nil && asked == nil }
}

/// What happened in a review.
enum ReviewAction: Equatable, Sendable {
  /// What is due was read, and which question comes next.
  case loaded(ReviewQueue, next: ReviewItem?)
  case optionMoved(Key)
  case optionChosen(Int)
  case cursorChosen
  case keyTyped(Key)
  case fieldEntered
  case fieldLeft
  case answered
  /// The student doesn't know; what is half written counts for nothing.
  case givenUp
  case unsureToggled
  case selfGraded
  /// A model found every key point in the answer.
  case keyPointsFound
  case kept(questionID: String, KeptReview)
  case keepingFailed(String)
  /// The question was answered in another window, which is said in a sentence.
  case overtaken(questionID: String, String)
  case nextAsked
  case undone
  case suspended
  case removed
  case suspensionsEnded
  case practiceAsked
  case scrolled(Key)
}
