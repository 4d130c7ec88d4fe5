import Foundation

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
    /// Whether the student has stopped the time.
    public var isPaused = false
    /// The seconds that are left of its time; `nil` where it has none.
    public var remainingSeconds: Double?
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
  /// The best score of all attempts at the whole test that were handed in, 0 to 1.
  public var bestScore: Double?
  /// The score of the last of them, 0 to 1.
  public var lastScore: Double?
  /// The attempt that goes on.
  public var openAttempt: OpenAttempt?
  /// How many attempts at the whole test were handed in.
  public var attempts = 0

  /// The status as JSON and lists show it.
  public var shownStatus: String {
    ShownStatus.name(status, openAttempt != nil ? .inProgress : lastScore != nil ? .submitted : nil)
  }
}

extension [TestSummary] {
  /// Numbers for tests that share their title, in the order of their creation, by id: they tell them apart.
  public var numbers: [String: Int] {
    let twins = Dictionary(grouping: self) { $0.title }.values.filter { $0.count > 1 }
    let numbered = twins.flatMap { tests in
      tests.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }.enumerated().map { ($1.id, $0 + 1) }
    }
    return Dictionary(uniqueKeysWithValues: numbered)
  }
}
