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

/// What is needed to store a new test.
public struct NewTest: Sendable {
  /// The title.
  public var title: String
  /// The course.
  public var course: String
  /// The plan.
  public var blueprint: TestBlueprint
  /// The versions of notes that it was planned on.
  public var versionIDs: [String]
  /// The id of the backend chosen to write it.
  public var backend: String
  /// The model chosen to write it.
  public var model: String
  /// Whether the built-in writer may stand in when the backend is gone.
  public var allowsFallback: Bool

  /// Makes a description.
  public init(
    title: String, course: String, blueprint: TestBlueprint, versionIDs: [String], backend: String, model: String,
    allowsFallback: Bool
  ) {
    self.title = title
    self.course = course
    self.blueprint = blueprint
    self.versionIDs = versionIDs
    self.backend = backend
    self.model = model
    self.allowsFallback = allowsFallback
  }
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
  /// Whether the built-in writer may stand in when the backend is gone.
  public var allowsFallback: Bool
  /// The slots, in the order of the plan.
  public var slots: [StoredSlot]
  /// What the generation took.
  public var stats: GenerationStats

  /// The accepted questions, in the order of the plan.
  public var questions: [Question] {
    slots.compactMap { slot in
      if case .accepted(let question) = slot.state { question } else { nil }
    }
  }

  /// The status as JSON and lists show it.
  public var shownStatus: String { ShownStatus.name(status, attemptState) }
}

/// A test in a list.
public struct TestSummary: Sendable, Hashable, Identifiable {
  /// An attempt that is not handed in.
  public struct OpenAttempt: Sendable, Hashable {
    /// The attempt.
    public var id: String
    /// Questions with an answer.
    public var answered: Int
    /// Questions shown so far.
    public var total: Int
  }

  /// The test's id.
  public var id: String
  /// The title.
  public var title: String
  /// The course.
  public var course: String
  /// Where it stands.
  public var status: TestStatus
  /// When it was planned.
  public var createdAt: Date
  /// Slots.
  public var count: Int
  /// Slots that are filled.
  public var accepted: Int
  /// Slots that can't be filled.
  public var missing: Int
  /// The best score of all attempts handed in, 0 to 1.
  public var bestScore: Double?
  /// The score of the last attempt handed in, 0 to 1.
  public var lastScore: Double?
  /// The attempt that goes on.
  public var openAttempt: OpenAttempt?

  /// The status as JSON and lists show it.
  public var shownStatus: String {
    ShownStatus.name(status, openAttempt != nil ? .inProgress : lastScore != nil ? .submitted : nil)
  }
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

/// The right to generate a test, held by one process at a time.
public struct Lease: Sendable, Hashable {
  /// The test.
  public var testID: String
  /// Who holds it.
  public var owner: String
}
