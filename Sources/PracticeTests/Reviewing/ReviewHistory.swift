import Foundation

/// What the answers to a question make of its card.
enum ReviewHistory {
  /// One answer.
  struct Entry: Sendable, Hashable {
    var grade: ReviewGrade
    var date: Date
  }

  /// The card after all answers, in the order of their time; `nil` while none was missed or unsure.
  ///
  /// A question joins the reviews with the first answer that was; from then on every answer counts, in a test too.
  static func card(_ entries: [Entry], _ scheduler: ReviewScheduler) -> ReviewCard? {
    entries.drop { $0.grade >= .good }.reduce(nil) { scheduler.review($0, $1.grade, at: $1.date) }
  }
}
