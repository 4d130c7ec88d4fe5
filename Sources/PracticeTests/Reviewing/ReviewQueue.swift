import Foundation

/// A question to be reviewed.
public struct ReviewItem: Sendable, Hashable {
  /// The question in its newest revision.
  public var question: Question
  /// Its card; `nil` for one that is only practised.
  public var card: ReviewCard?
  /// How often it was answered before it was shown.
  public var answers: Int

  /// Makes an item.
  public init(question: Question, card: ReviewCard? = nil, answers: Int = 0) {
    self.question = question
    self.card = card
    self.answers = answers
  }
}

/// What is to be reviewed.
public struct ReviewQueue: Sendable, Hashable {
  /// The question that comes next.
  public var next: ReviewItem?
  /// How many are due now, as far as the limits of the day allow.
  public var due: Int
  /// How many more are due, which those limits leave for later.
  public var held: Int
  /// How many the student has put away.
  public var suspended: Int
  /// When the next one is due, if none is now.
  public var nextDue: Date?

  /// Makes a queue.
  public init(next: ReviewItem? = nil, due: Int = 0, held: Int = 0, suspended: Int = 0, nextDue: Date? = nil) {
    self.next = next
    self.due = due
    self.held = held
    self.suspended = suspended
    self.nextDue = nextDue
  }
}

/// A review that was kept.
public struct KeptReview: Sendable, Hashable {
  /// The number by which it can be taken back.
  public var id: Int64
  /// When the question comes back; `nil` where it is in no review.
  public var due: Date?
  /// The grade that was kept, where it is another than was given.
  public var outcome: Outcome?

  /// Makes a receipt.
  public init(id: Int64, due: Date?, outcome: Outcome? = nil) {
    self.id = id
    self.due = due
    self.outcome = outcome
  }
}
