/// Divides candidates among slots, each to one.
struct CandidatePartition {
  /// The candidates of each passage, best first: those that nobody asks about, then the others.
  private let orders: [[String: [Int]]]
  private let passagesOfTopic: [String: [String]]
  private let passagesOfSource: [Int: [String]]
  private let sourceOfPassage: [String: Int]
  private var taken: Set<Int>

  /// Ranks from which on a candidate makes a first-rate question; those are drawn before any other.
  private static let firstRate = 5

  init(
    lexicon: Lexicon, passages: [Passage], seed: UInt64, besides excluded: Set<String>,
    preferablyBesides asked: Set<String>
  ) {
    taken = Set(lexicon.candidates.indices.filter { excluded.contains(lexicon.candidates[$0].evidence) })
    func isAsked(_ index: Int) -> Bool { asked.contains(lexicon.candidates[index].evidence) }
    var fresh: [String: [Int]] = [:]
    var known: [String: [Int]] = [:]
    for passage in passages {
      var random = SeededGenerator(seed: seed, stream: "candidates \(passage.id)")
      let shuffled = random.shuffled(lexicon.candidatesOfPassage[passage.id] ?? [])
      func tier(_ index: Int) -> Int { min(Self.firstRate, lexicon.candidates[index].rank) }
      let tiers = Dictionary(grouping: shuffled, by: tier)
      let ordered = tiers.keys.sorted(by: >).flatMap { tiers[$0] ?? [] }
      fresh[passage.id] = ordered.filter { !isAsked($0) }
      known[passage.id] = ordered.filter(isAsked)
    }
    orders = [fresh, known]
    let sources = Dictionary(lexicon.passages.map { ($0.id, $0.document) }, uniquingKeysWith: { first, _ in first })
    sourceOfPassage = sources
    passagesOfTopic = Dictionary(grouping: passages, by: \.topic).mapValues { $0.map(\.id) }
    passagesOfSource = Dictionary(grouping: passages.map(\.id)) { sources[$0] ?? -1 }
  }

  /// The candidates of each slot, by its index. Every slot gets its first before any gets a spare.
  mutating func divide(among slots: [QuestionSlot], spares: Int) -> [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    let places = orders.flatMap { order in [ownPassage, sameTopic, sameSource].map { (order, $0) } }
    for (order, scope) in places {
      for slot in slots where result[slot.index] == nil {
        if let candidate = take(from: scope(slot), in: order) { result[slot.index] = [candidate] }
      }
    }
    for (order, scope) in places {
      for count in 1...max(1, spares) {
        for slot in slots where result[slot.index]?.count == count {
          if let candidate = take(from: scope(slot), in: order) { result[slot.index]?.append(candidate) }
        }
      }
    }
    return result
  }

  private func ownPassage(_ slot: QuestionSlot) -> [String] { [slot.passageID] }

  private func sameTopic(_ slot: QuestionSlot) -> [String] { passagesOfTopic[slot.topic] ?? [] }

  private func sameSource(_ slot: QuestionSlot) -> [String] {
    sourceOfPassage[slot.passageID].flatMap { passagesOfSource[$0] } ?? []
  }

  private mutating func take(from passages: [String], in order: [String: [Int]]) -> Int? {
    for passage in passages {
      if let candidate = order[passage]?.first(where: { !taken.contains($0) }) {
        taken.insert(candidate)
        return candidate
      }
    }
    return nil
  }
}
