import Foundation

/// The Free Spaced Repetition Scheduler, version 6: how memories fade, and what a review does to them. Pure formulas;
/// when a question is seen again is up to the ``ReviewScheduler``.
///
/// Sources, both of open-spaced-repetition: for the formulas the section FSRS-6 of its wiki,
/// https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm; for the weights py-fsrs 6,
/// https://github.com/open-spaced-repetition/py-fsrs.
struct FSRS: Sendable, Hashable {
  /// The model's 21 weights, by the numbers they have in the wiki.
  let w: [Double]
  /// The forgetting curve is (1 + factor * t / S) ^ decay.
  private let decay: Double
  private let factor: Double
  // What does not depend on the memory, worked out once.
  private let growth: Double
  private let easyDifficulty: Double
  private let mostAfterLapse: Double

  /// The defaults of py-fsrs 6, fitted by FSRS's authors to some hundred million reviews.
  static let standard = FSRS(weights: [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
    0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ])

  private init(weights: [Double]) {
    w = weights
    decay = -w[20]
    factor = pow(0.9, 1 / decay) - 1
    growth = exp(w[8])
    easyDifficulty = Self.firstDifficulty(w, .easy)
    mostAfterLapse = exp(w[17] * w[18])
  }

  private static let leastStability = 0.001
  private static let longestInterval = 36_500.0

  // MARK: - Forgetting

  /// How likely a memory is still there after some days, 0 to 1.
  func retrievability(_ memory: MemoryState, afterDays days: Double) -> Double {
    pow(1 + factor * max(0, days) / memory.stability, decay)
  }

  /// The whole days after which a memory is there with this probability.
  func interval(_ memory: MemoryState, retention: Double) -> Int {
    let days = memory.stability / factor * (pow(retention, 1 / decay) - 1)
    return Int(min(max(days.rounded(.toNearestOrEven), 1), Self.longestInterval))
  }

  // MARK: - Reviews

  /// The memory after a first review.
  func first(_ grade: ReviewGrade) -> MemoryState {
    MemoryState(
      stability: max(w[grade.rawValue - 1], Self.leastStability),
      difficulty: Self.clamped(Self.firstDifficulty(w, grade)))
  }

  /// The memory after another review, so many whole days after the last.
  func next(_ memory: MemoryState, _ grade: ReviewGrade, afterDays days: Int) -> MemoryState {
    let stability =
      if days < 1 {
        stabilitySameDay(memory, grade)
      } else if grade == .again {
        stabilityForgotten(memory, days)
      } else {
        stabilityRecalled(memory, grade, days)
      }
    return MemoryState(
      stability: max(stability, Self.leastStability), difficulty: difficulty(memory.difficulty, grade))
  }

  private func stabilityRecalled(_ memory: MemoryState, _ grade: ReviewGrade, _ days: Int) -> Double {
    let forgotten = 1 - retrievability(memory, afterDays: Double(days))
    let bonus =
      switch grade {
      case .hard: w[15]
      case .easy: w[16]
      case .again, .good: 1.0
      }
    let increase =
      growth * (11 - memory.difficulty) * pow(memory.stability, -w[9]) * (exp(forgotten * w[10]) - 1) * bonus
    return memory.stability * (1 + increase)
  }

  private func stabilityForgotten(_ memory: MemoryState, _ days: Int) -> Double {
    let forgotten = 1 - retrievability(memory, afterDays: Double(days))
    let left =
      w[11] * pow(memory.difficulty, -w[12]) * (pow(memory.stability + 1, w[13]) - 1) * exp(forgotten * w[14])
    return min(left, memory.stability / mostAfterLapse)
  }

  private func stabilitySameDay(_ memory: MemoryState, _ grade: ReviewGrade) -> Double {
    let increase = exp(w[17] * (Double(grade.rawValue) - 3 + w[18])) * pow(memory.stability, -w[19])
    return memory.stability * (grade == .again ? increase : max(increase, 1))
  }

  // MARK: - Difficulty

  private func difficulty(_ difficulty: Double, _ grade: ReviewGrade) -> Double {
    let change = -w[6] * (Double(grade.rawValue) - 3) * (10 - difficulty) / 9
    return Self.clamped(w[7] * easyDifficulty + (1 - w[7]) * (difficulty + change))
  }

  private static func firstDifficulty(_ w: [Double], _ grade: ReviewGrade) -> Double {
    w[4] - exp(w[5] * Double(grade.rawValue - 1)) + 1
  }

  private static func clamped(_ difficulty: Double) -> Double { min(max(difficulty, 1), 10) }
}
