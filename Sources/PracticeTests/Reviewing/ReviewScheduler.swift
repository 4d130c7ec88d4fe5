import Foundation

/// Says when a question is to be seen again.
public struct ReviewScheduler: Sendable, Hashable {
  /// How likely a question is to be remembered when it comes back, 0.7 to 0.97.
  public var retention: Double
  /// The days that are counted.
  public var days: StudyDays
  private let model = FSRS.standard
  private var learningSteps = [1.0, 10]
  private var relearningSteps = [10.0]

  /// Makes a scheduler.
  public init(retention: Double = 0.9, days: StudyDays = StudyDays()) {
    self.retention = retention
    self.days = days
  }

  /// With other steps than the usual ones, in minutes.
  init(retention: Double = 0.9, days: StudyDays = StudyDays(), learningSteps: [Double], relearningSteps: [Double]) {
    self.init(retention: retention, days: days)
    self.learningSteps = learningSteps
    self.relearningSteps = relearningSteps
  }

  /// How long until a question is seen again.
  enum Wait: Sendable, Hashable {
    case minutes(Double)
    case days(Int)
  }

  /// A card after a review; without one before, after its first.
  public func review(_ card: ReviewCard?, _ grade: ReviewGrade, at date: Date) -> ReviewCard {
    let elapsed = card.map { days.count(from: $0.reviewedAt, to: date) } ?? 0
    let (phase, memory, wait) = step(card, grade, afterDays: elapsed)
    let due =
      switch wait {
      case .minutes(let minutes): date.addingTimeInterval(minutes * 60)
      case .days(let count): days.start(of: days.day(of: date) + count)
      }
    return ReviewCard(phase: phase, memory: memory, reviewedAt: date, due: due)
  }

  /// How likely a card's question is remembered at a time, 0 to 1.
  public func retrievability(_ card: ReviewCard, at date: Date) -> Double {
    model.retrievability(card.memory, afterDays: Double(days.count(from: card.reviewedAt, to: date)))
  }

  // MARK: - One step

  /// What a review makes of a card, so many whole days after the last.
  func step(
    _ card: ReviewCard?, _ grade: ReviewGrade, afterDays elapsed: Int
  ) -> (phase: ReviewCard.Phase, memory: MemoryState, wait: Wait) {
    let memory = card.map { model.next($0.memory, grade, afterDays: elapsed) } ?? model.first(grade)
    let (phase, wait) = wait(card?.phase ?? .learning(step: 0), grade, memory)
    return (phase, memory, wait)
  }

  private func wait(
    _ phase: ReviewCard.Phase, _ grade: ReviewGrade, _ memory: MemoryState
  ) -> (ReviewCard.Phase, Wait) {
    let interval = Wait.days(model.interval(memory, retention: retention))
    switch phase {
    case .learning(let step):
      guard let (next, minutes) = Self.climb(learningSteps, from: step, grade) else { return (.review, interval) }
      return (.learning(step: next), .minutes(minutes))
    case .relearning(let step):
      guard let (next, minutes) = Self.climb(relearningSteps, from: step, grade) else { return (.review, interval) }
      return (.relearning(step: next), .minutes(minutes))
    case .review:
      guard grade == .again, let first = relearningSteps.first else { return (.review, interval) }
      return (.relearning(step: 0), .minutes(first))
    }
  }

  /// The step after a grade with its minutes; `nil` when the steps are done.
  private static func climb(_ steps: [Double], from step: Int, _ grade: ReviewGrade) -> (Int, Double)? {
    guard let first = steps.first else { return nil }
    if grade == .again { return (0, first) }
    guard step < steps.count, grade != .easy else { return nil }
    if grade == .good { return step + 1 < steps.count ? (step + 1, steps[step + 1]) : nil }
    guard step == 0 else { return (step, steps[step]) }
    return (0, steps.count == 1 ? first * 1.5 : (first + steps[1]) / 2)
  }
}
