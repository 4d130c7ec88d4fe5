/// The plan made from a request, without a model: slots and quotas. Same request, seed and passages, same blueprint.
public struct TestBlueprint: Sendable, Hashable, Codable {
  /// What it was made from.
  public var request: TestRequest
  /// The slots, those of one topic and passage next to each other.
  public var slots: [QuestionSlot]

  /// How many slots each topic has, in the order of the notes.
  public var topicQuotas: [Quota] { Quota.tally(slots.map(\.topic)) }
  /// How many slots each difficulty has.
  public var difficultyQuotas: [Quota] {
    Quota.tally(slots.map(\.difficulty.rawValue), order: Difficulty.allCases.map(\.rawValue))
  }
  /// How many slots each Bloom level has.
  public var bloomQuotas: [Quota] {
    Quota.tally(slots.map(\.bloom.rawValue), order: BloomLevel.allCases.map(\.rawValue))
  }
  /// How many slots each format has.
  public var formatQuotas: [Quota] {
    Quota.tally(slots.map(\.format.rawValue), order: QuestionFormat.allCases.map(\.rawValue))
  }

  /// The time that the test should take: 2 minutes for an easy question, 3 for a medium one, 4 for a hard one.
  public var minutes: Int {
    slots.reduce(0) { $0 + $1.difficulty.minutes }
  }

  /// Of all passages, those that its questions may be about: where topics were chosen, theirs alone.
  func passages(among all: [Passage]) -> [Passage] {
    guard !request.topics.isEmpty else { return all }
    let topics = Set(slots.map(\.topic))
    return all.filter { topics.contains($0.topic) }
  }
}

/// How many slots something has.
public struct Quota: Sendable, Hashable, Codable {
  /// What is counted, such as a topic.
  public var name: String
  /// How many slots it has.
  public var count: Int

  /// Creates a quota.
  public init(name: String, count: Int) {
    self.name = name
    self.count = count
  }

  /// Counts names, in a given order or in the order of first appearance; names that do not occur are left out.
  static func tally(_ names: [String], order: [String]? = nil) -> [Quota] {
    var counts: [String: Int] = [:]
    var seen: [String] = []
    for name in names {
      if counts[name] == nil { seen.append(name) }
      counts[name, default: 0] += 1
    }
    return (order ?? seen).compactMap { name in counts[name].map { Quota(name: name, count: $0) } }
  }
}

extension Difficulty {
  /// The minutes that a question of this difficulty should take.
  public var minutes: Int {
    switch self {
    case .easy: 2
    case .medium: 3
    case .hard: 4
    }
  }

  /// Of a hundred slots of a request of this difficulty, how many are easy, medium and hard.
  var difficultyMix: [Int] {
    switch self {
    case .easy: [60, 30, 10]
    case .medium: [20, 60, 20]
    case .hard: [10, 30, 60]
    }
  }

  /// Of a hundred slots of a request of this difficulty, how many are at each Bloom level.
  var bloomMix: [Int] {
    switch self {
    case .easy: [40, 40, 20, 0, 0]
    case .medium: [20, 30, 30, 20, 0]
    case .hard: [0, 15, 25, 35, 25]
    }
  }
}
