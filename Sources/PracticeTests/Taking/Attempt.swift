import Foundation

/// One sitting of a test.
public struct Attempt: Sendable, Hashable, Identifiable {
  /// Where a sitting stands.
  public enum State: String, Sendable, Hashable {
    case inProgress
    case submitted
    case abandoned
  }

  /// When the student sees what is right.
  public enum Mode: String, Sendable, Hashable {
    /// At the end.
    case exam
    /// After each answer.
    case study
  }

  /// The attempt's id.
  public var id: String
  /// The test.
  public var testID: String
  /// Which sitting of the test it is, counted from 1.
  public var number: Int
  /// When the student sees what is right.
  public var mode: Mode
  /// Where it stands.
  public var state: State
  /// When it began.
  public var startedAt: Date
  /// When it was handed in.
  public var submittedAt: Date?
  /// Seconds that the student was at it.
  public var activeSeconds: Double
  /// The question on the screen, counted from 0.
  public var position: Int
  /// The questions in the order shown, which never changes; new ones join at the end.
  public var items: [AttemptItem]

  /// Makes an attempt.
  public init(
    id: String, testID: String, number: Int, mode: Mode, state: State, startedAt: Date, submittedAt: Date? = nil,
    activeSeconds: Double = 0, position: Int = 0, items: [AttemptItem]
  ) {
    self.id = id
    self.testID = testID
    self.number = number
    self.mode = mode
    self.state = state
    self.startedAt = startedAt
    self.submittedAt = submittedAt
    self.activeSeconds = activeSeconds
    self.position = position
    self.items = items
  }

  /// The keys and options of all questions: who writes one of them means it.
  public var terms: [String] {
    items.flatMap { [$0.question.item.correctAnswer] + $0.question.item.choices }
  }

  /// How many questions have an answer.
  public var answered: Int { items.filter { $0.response.answer != nil }.count }
}

/// A question of an attempt, with the student's response.
public struct AttemptItem: Sendable, Hashable {
  /// The slot that the question fills.
  public var slot: Int
  /// The revision that was shown.
  public var question: Question
  /// What the student did with it.
  public var response: Response

  /// Makes an item.
  public init(slot: Int, question: Question, response: Response = Response()) {
    self.slot = slot
    self.question = question
    self.response = response
  }
}
