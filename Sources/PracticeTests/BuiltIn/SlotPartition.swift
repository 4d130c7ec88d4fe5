/// Divides what passages hold to ask about among slots, each piece to one.
struct SlotPartition<Piece: Hashable> {
  /// Where a slot may look, nearest first.
  private enum Scope: Hashable {
    case passage(String)
    case topic(String)
    case source(Int)
  }

  /// The pieces of a scope that stand alike.
  private struct Shelf: Hashable {
    var scope: Scope
    var standing: AskedSentences.Standing
  }

  private let passagesOfTopic: [String: [String]]
  private let passagesOfSource: [Int: [String]]
  private let sourceOfPassage: [String: Int]
  /// The pieces of a passage by their standing, best first.
  private let find: (String) -> [AskedSentences.Standing: [Piece]]

  private var found: [String: [AskedSentences.Standing: [Piece]]] = [:]
  private var taken: Set<Piece> = []
  private var isWanted: (Piece) -> Bool = { _ in true }
  /// The first passage of a shelf that may still have a piece.
  private var firstOpen: [Shelf: Int] = [:]

  /// Prepares to divide the pieces of `passages`, which are found by their passage when they are needed. Those that are
  /// asked about come behind all fresh ones.
  init(
    lexicon: Lexicon, passages: [Passage], standing: @escaping (Piece) -> AskedSentences.Standing,
    pieces: @escaping (_ passage: String) -> [Piece]
  ) {
    let sources = Dictionary(lexicon.passages.map { ($0.id, $0.document) }, uniquingKeysWith: { first, _ in first })
    sourceOfPassage = sources
    passagesOfTopic = Dictionary(grouping: passages, by: \.topic).mapValues { $0.map(\.id) }
    passagesOfSource = Dictionary(grouping: passages.map(\.id)) { sources[$0] ?? -1 }
    find = { Dictionary(grouping: pieces($0), by: standing) }
  }

  /// Pieces for each slot, by its index, of those that no slot has yet. Every slot gets its first before any gets a
  /// spare.
  mutating func divide(
    among slots: [QuestionSlot], spares: Int, where isWanted: @escaping (Piece) -> Bool = { _ in true }
  ) -> [Int: [Piece]] {
    self.isWanted = isWanted
    firstOpen = [:]
    var result: [Int: [Piece]] = [:]
    for place in places {
      for slot in slots where result[slot.index] == nil {
        if let piece = take(from: place(slot)) { result[slot.index] = [piece] }
      }
    }
    guard spares > 0 else { return result }
    for place in places {
      for count in 1...spares {
        for slot in slots where result[slot.index]?.count == count {
          if let piece = take(from: place(slot)) { result[slot.index]?.append(piece) }
        }
      }
    }
    return result
  }

  /// Where slots look, one place after the other: the slot's own passage, its topic, its source.
  private var places: [(QuestionSlot) -> Shelf] {
    let sources = sourceOfPassage
    let scopes: [(QuestionSlot) -> Scope] = [
      { .passage($0.passageID) }, { .topic($0.topic) }, { .source(sources[$0.passageID] ?? -1) },
    ]
    return [AskedSentences.Standing.fresh, .asked].flatMap { standing in
      scopes.map { scope in { Shelf(scope: scope($0), standing: standing) } }
    }
  }

  private func passages(of scope: Scope) -> [String] {
    switch scope {
    case .passage(let id): [id]
    case .topic(let topic): passagesOfTopic[topic] ?? []
    case .source(let source): passagesOfSource[source] ?? []
    }
  }

  private mutating func take(from shelf: Shelf) -> Piece? {
    let passages = passages(of: shelf.scope)
    for index in (firstOpen[shelf] ?? 0)..<max(passages.count, firstOpen[shelf] ?? 0) {
      firstOpen[shelf] = index
      if let piece = pieces(of: passages[index])[shelf.standing]?.first(where: { !taken.contains($0) && isWanted($0) })
      {
        taken.insert(piece)
        return piece
      }
    }
    firstOpen[shelf] = passages.count
    return nil
  }

  private mutating func pieces(of passage: String) -> [AskedSentences.Standing: [Piece]] {
    if let known = found[passage] { return known }
    let pieces = find(passage)
    found[passage] = pieces
    return pieces
  }
}
