/// How an attempt went.
public struct Score: Sendable, Hashable {
  /// A part of the questions, such as those of a topic.
  public struct Part: Sendable, Hashable {
    /// What the questions share.
    public var name: String
    /// How many were right.
    public var right: Int
    /// How many there are.
    public var total: Int

    /// Creates a part.
    public init(name: String, right: Int, total: Int) {
      self.name = name
      self.right = right
      self.total = total
    }

    /// The share that was right, 0 to 1.
    public var share: Double { total == 0 ? 0 : Double(right) / Double(total) }
  }

  /// All questions that count.
  public var overall: Part
  /// By topic, in the order of the test.
  public var byTopic: [Part]
  /// By planned Bloom level, from low to high.
  public var byBloom: [Part]
  /// Of the answers that the student was sure of, how many were right.
  public var sure: Part
  /// Of the answers marked as unsure, how many were right.
  public var unsure: Part
  /// Questions that were left open.
  public var open: Int
  /// Answers that only the student can grade, and has not yet.
  public var ungraded: Int

  /// Questions that were reported as bad, and count nowhere else.
  public var reported: Int

  /// Scores an attempt; an answer that is not graded yet is graded now, an open question counts as wrong.
  public init(_ attempt: Attempt) {
    let graded = attempt.items.filter { !$0.isReported }.map(Graded.init)
    reported = attempt.items.count - graded.count
    overall = Self.part("all", graded)
    byTopic = Self.parts(graded) { $0.item.question.topic }
    let levels = Self.parts(graded) { $0.item.question.bloom.rawValue }
    byBloom = BloomLevel.allCases.compactMap { level in levels.first { $0.name == level.rawValue } }
    let answered = graded.filter { $0.item.response.answer != nil }
    sure = Self.part("sure", answered.filter { !$0.item.response.isUnsure })
    unsure = Self.part("unsure", answered.filter(\.item.response.isUnsure))
    open = graded.count - answered.count
    ungraded = graded.filter { $0.outcome == .ungraded }.count
  }

  private struct Graded {
    var item: AttemptItem
    var outcome: Outcome

    init(_ item: AttemptItem) {
      self.item = item
      outcome = item.response.outcome ?? Grading.grade(item.question.item, item.response.answer)
    }
  }

  private static func part(_ name: String, _ graded: [Graded]) -> Part {
    Part(name: name, right: graded.filter(\.outcome.isRight).count, total: graded.count)
  }

  private static func parts(_ graded: [Graded], by name: (Graded) -> String) -> [Part] {
    var order: [String] = []
    var groups: [String: [Graded]] = [:]
    for one in graded {
      if groups[name(one)] == nil { order.append(name(one)) }
      groups[name(one), default: []].append(one)
    }
    return order.map { part($0, groups[$0] ?? []) }
  }
}
