import Foundation

/// Where a test stands.
public enum TestStatus: String, Sendable, Hashable, Codable {
  /// Some slots are still open.
  case generating
  /// Every slot is filled.
  case complete
  /// Some slots are missing.
  case incomplete
  /// No slot is filled.
  case failed
}

/// A slot with what fills it.
public struct StoredSlot: Sendable, Hashable {
  /// What fills a slot.
  public enum State: Sendable, Hashable {
    case open
    case accepted(Question)
    case missing([Violation])
  }

  /// The specification.
  public var slot: QuestionSlot
  /// Counted up whenever the slot is opened again; an answer of an earlier count comes too late.
  public var generation: Int
  /// What fills it.
  public var state: State
  /// The student's own words for the question.
  public var tags: [String] = []

  /// The question that fills it.
  public var question: Question? {
    if case .accepted(let question) = state { question } else { nil }
  }

  /// Why nothing fills it, the last reason last; `nil` where something does, or it is open.
  public var whyMissing: [Violation]? {
    if case .missing(let violations) = state { violations } else { nil }
  }
}

/// A test, whole.
public struct StoredTest: Sendable, Hashable, Identifiable {
  /// The test's id.
  public var id: String
  /// The title.
  public var title: String
  /// The course.
  public var course: String
  /// Where it stands.
  public var status: TestStatus
  /// Whether an attempt at it is open, or one was handed in.
  public var attemptState: Attempt.State?
  /// When it was planned.
  public var createdAt: Date
  /// The plan.
  public var blueprint: TestBlueprint
  /// The id of the backend chosen to write it.
  public var backend: String
  /// The model chosen to write it.
  public var model: String
  /// Whether the backends of `backend.fallback` stand in, in their order, when the backend is gone.
  public var allowsFallback: Bool
  /// The slots, in the order of the plan.
  public var slots: [StoredSlot]
  /// What the generation took.
  public var stats: GenerationStats

  /// The slots whose place among the questions is fixed by a sitting, in its order.
  public var frozenOrder: [Int] = []
  /// The slots whose question was reported as bad, so that no sitting asks it again.
  public var reported: Set<Int> = []

  /// The accepted questions, in the order of the plan.
  public var questions: [Question] { slots.compactMap(\.question) }

  /// The filled slots as they are read and numbered: as the last whole sitting showed them; behind them those that no
  /// sitting has shown, so that none gives away the answer of a later one; last those that none will show.
  public var inReadingOrder: [StoredSlot] {
    let filled = slots.filter { $0.question != nil }
    let shown = frozenOrder.compactMap { index in filled.first { $0.slot.index == index } }
    let frozen = Set(frozenOrder)
    let free = filled.filter { !frozen.contains($0.slot.index) }
    let asked = free.filter { !reported.contains($0.slot.index) }
    let order = ReadingOrder.order(asked.compactMap { $0.question?.item })
    return shown + order.map { asked[$0] } + free.filter { reported.contains($0.slot.index) }
  }

  /// The questions as they are read and numbered.
  public var questionsInReadingOrder: [Question] { inReadingOrder.compactMap(\.question) }

  /// The slot of the question with a number, counted from 1 in reading order; `nil` where there is none.
  public func slot(ofQuestion number: Int) -> StoredSlot? {
    let slots = inReadingOrder
    return slots.indices.contains(number - 1) ? slots[number - 1] : nil
  }

  /// The status as JSON and lists show it.
  public var shownStatus: String { ShownStatus.name(status, attemptState) }
}

/// The status that is derived from a test's and its attempts'.
enum ShownStatus {
  static func name(_ status: TestStatus, _ attempt: Attempt.State?) -> String {
    switch (status, attempt) {
    case (.failed, _): "failed"
    case (_, .inProgress): "inProgress"
    case (.generating, _): "generating"
    case (_, .submitted): "submitted"
    case (.complete, _), (.incomplete, _): "ready"
    }
  }
}
