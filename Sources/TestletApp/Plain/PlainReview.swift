import Foundation
import PracticeTests

/// The questions that are due, asked and answered line by line, for screen readers and terminals that can't place a
/// cursor.
///
/// Every answer is graded and in the library before the next question is asked, as on the screen of reviews.
public struct PlainReview {
  private let library: Library
  private let clock: () -> Date
  private let seconds: () -> Double
  private let voice: PlainVoice
  /// The questions answered until now, the first first.
  private var done: [String] = []

  /// Begins a sitting.
  ///
  /// - Parameters:
  ///   - seconds: the seconds that count until now, from any beginning on.
  ///   - read: gives the next line; `nil` at the end.
  ///   - write: says a text of one or more lines.
  public init(
    in library: Library, clock: @escaping () -> Date = { Date() }, seconds: @escaping () -> Double,
    read: @escaping () -> String?, write: @escaping (String) -> Void
  ) {
    (self.library, self.clock, self.seconds) = (library, clock, seconds)
    voice = PlainVoice(read: read, write: write)
  }

  /// Asks until nothing is due, or the review is left.
  public mutating func run() throws {
    var queue = try library.reviewQueue()
    while let next = queue.next {
      voice.write(PlainText.question(next.question, due: queue.due))
      guard try ask(next) else {
        return voice.write("Everything is kept: `testlet review --plain` goes on, and so does the app.")
      }
      queue = try library.reviewQueue(asked: done)
    }
    voice.write(PlainText.nothingDue(queue, answers: done.count, at: clock()))
  }

  /// Waits for the answer to a question; `false` where the review is left instead.
  private mutating func ask(_ item: ReviewItem) throws -> Bool {
    let question = item.question
    let since = seconds()
    var response = Response()
    while true {
      switch PlainLine(voice.read(), to: question.item) {
      case .answer(let answer):
        response.answer = answer
        try keep(response, to: item, seconds: seconds() - since)
        return true
      case .skip:
        try keep(response, to: item, seconds: seconds() - since)
        return true
      case .leave: return false
      case .unsure:
        response.isUnsure.toggle()
        voice.write(response.isUnsure ? "Unsure." : "Sure.")
      case let line: voice.write(PlainText.remark(on: line, question.item, in: .review))
      }
      voice.write(PlainText.invitation(question.item))
    }
  }

  /// Grades an answer, none included, keeps it, and says when the question comes back.
  private mutating func keep(_ given: Response, to item: ReviewItem, seconds spent: Double) throws {
    let question = item.question
    var response = given
    response.answeredAt = clock()
    response.outcome = Grading.grade(question.item, given.answer)
    let taken = min(max(0, spent), ReviewState.longest)
    guard var kept = try first(response, to: item, seconds: taken) else {
      return voice.write(LibraryError.answeredMeanwhile.sentence)
    }
    done.append(question.id)
    response.outcome = kept.outcome ?? response.outcome
    voice.write(PlainText.feedback(question, response))
    if let outcome = voice.ownGrade(question, response) {
      response.outcome = outcome
      kept = try library.keepReview(question, response, seconds: taken, replacing: kept.id)
    }
    voice.write(kept.sentence(at: clock()))
  }

  /// Keeps the first answer to a question; `nil` where somebody has answered it since it was shown.
  private func first(_ response: Response, to item: ReviewItem, seconds: Double) throws -> KeptReview? {
    do {
      return try library.keepReview(item.question, response, seconds: seconds, shownAs: item)
    } catch LibraryError.answeredMeanwhile {
      return nil
    }
  }
}
