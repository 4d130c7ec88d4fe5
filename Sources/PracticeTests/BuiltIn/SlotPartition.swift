/// Divides what passages hold to ask about among slots, each piece to one.
struct SlotPartition<Piece: Hashable> {
  /// Where a slot may look, nearest first.
  private enum Scope: Hashable {
    case passage(String)
    case topic(String)
    case source(Int)
  }

  /// A scope, and whether its fresh pieces are meant or those that are asked about elsewhere.
  private struct Shelf: Hashable {
    var scope: Scope
    var tier: Int
  }

  private let passagesOfTopic: [String: [String]]
  private let passagesOfSource: [Int: [String]]
  private let sourceOfPassage: [String: Int]
  /// The pieces of a passage, best first: those that nobody asks about, then the others.
  private let find: (String) -> [[Piece]]

  private var found: [String: [[Piece]]] = [:]
  private var taken: Set<Piece> = []
  /// The first passage of a shelf that may still have a piece.
  private var firstOpen: [Shelf: Int] = [:]

  private static var tiers: Range<Int> { 0..<2 }

  /// Prepares to divide the pieces of `passages`, which are found by their passage when they are needed: `nil` from
  /// `isAsked` leaves one out, `true` puts it behind all others.
  init(
    lexicon: Lexicon, passages: [Passage], isAsked: @escaping (Piece) -> Bool?,
    pieces: @escaping (_ passage: String) -> [Piece]
  ) {
    let sources = Dictionary(lexicon.passages.map { ($0.id, $0.document) }, uniquingKeysWith: { first, _ in first })
    sourceOfPassage = sources
    passagesOfTopic = Dictionary(grouping: passages, by: \.topic).mapValues { $0.map(\.id) }
    passagesOfSource = Dictionary(grouping: passages.map(\.id)) { sources[$0] ?? -1 }
    find = { id in
      let rated = pieces(id).map { ($0, isAsked($0)) }
      return [false, true].map { tier in rated.filter { $0.1 == tier }.map(\.0) }
    }
  }

  /// The pieces of each slot, by its index. Every slot gets its first before any gets a spare.
  mutating func divide(among slots: [QuestionSlot], spares: Int) -> [Int: [Piece]] {
    var result: [Int: [Piece]] = [:]
    for place in places {
      for slot in slots where result[slot.index] == nil {
        if let piece = take(from: place(slot)) { result[slot.index] = [piece] }
      }
    }
    for place in places {
      for count in 1...max(1, spares) {
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
    return Self.tiers.flatMap { tier in scopes.map { scope in { Shelf(scope: scope($0), tier: tier) } } }
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
      if let piece = pieces(of: passages[index])[shelf.tier].first(where: { !taken.contains($0) }) {
        taken.insert(piece)
        return piece
      }
    }
    firstOpen[shelf] = passages.count
    return nil
  }

  private mutating func pieces(of passage: String) -> [[Piece]] {
    if let known = found[passage] { return known }
    let pieces = find(passage)
    found[passage] = pieces
    return pieces
  }
}
