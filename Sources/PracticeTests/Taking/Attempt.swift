import Foundation

/// One sitting of a test.
public struct Attempt: Sendable, Hashable, Identifiable {
  /// Where a sitting stands.
  public enum State: String, Sendable, Hashable {
    case inProgress
    case submitted
  }

  /// When the student sees what is right.
  public enum Mode: String, Sendable, Hashable {
    /// At the end.
    case exam
    /// After each answer.
    case study
  }

  /// Which questions of its test a sitting asks.
  public enum Scope: Sendable, Hashable {
    /// All of them, those included that are accepted while it goes on.
    case whole
    /// Those that were missed, left open or in doubt in the sitting with this id.
    case missed(in: String)
  }

  /// The attempt's id.
  public var id: String
  /// The test.
  public var testID: String
  /// When the student sees what is right.
  public var mode: Mode
  /// Which questions it asks.
  public var scope: Scope
  /// Where it stands.
  public var state: State
  /// When it was handed in.
  public var submittedAt: Date?
  /// Seconds that the student was at it.
  public var activeSeconds: Double
  /// The seconds after which it is handed in; `nil` where it may take as long as it takes.
  public var limitSeconds: Double?
  /// Whether the student has stopped the time.
  public var isPaused: Bool
  /// The question on the screen, counted from 0.
  public var position: Int
  /// The questions in the order shown, which never changes; new ones join at the end.
  public var items: [AttemptItem]

  /// Makes an attempt.
  public init(
    id: String, testID: String, mode: Mode, scope: Scope = .whole, state: State, submittedAt: Date? = nil,
    activeSeconds: Double = 0, limitSeconds: Double? = nil, isPaused: Bool = false, position: Int = 0,
    items: [AttemptItem]
  ) {
    self.id = id
    self.testID = testID
    self.mode = mode
    self.scope = scope
    self.state = state
    self.submittedAt = submittedAt
    self.activeSeconds = activeSeconds
    self.limitSeconds = limitSeconds
    self.isPaused = isPaused
    self.position = position
    self.items = items
  }

  /// How many questions have an answer.
  public var answered: Int { items.filter { $0.response.answer != nil }.count }

  /// The questions that another sitting would be worth: missed, left open or in doubt; none that was reported as bad.
  public var missed: [AttemptItem] { items.filter { $0.isMissed && !$0.isReported } }

  /// Seconds until it is handed in after so many that the student was at it; `nil` without a limit.
  public func remainingSeconds(after activeSeconds: Double) -> Double? {
    limitSeconds.map { max(0, $0 - activeSeconds) }
  }
}
