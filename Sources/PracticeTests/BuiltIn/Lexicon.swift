/// The terms of all documents of a test with what the notes say about them, and what can be asked about each passage.
///
/// Built once, in time linear in the length of the notes.
public struct Lexicon: Sendable {
  /// The terms, in the order in which the notes bring them.
  let terms: [Term]
  /// What questions can be made of, best evidence first come.
  let candidates: [Candidate]
  /// The passages of all documents in order.
  let passages: [Place]
  /// The terms that each document introduces.
  let termsOfDocument: [[Int]]
  /// The numbers that the notes give for each unit.
  let quantities: [String: [Quantity]]
  /// The candidates of each passage.
  let candidatesOfPassage: [String: [Int]]

  /// All names of all terms.
  private let names: Set<String>

  /// Where a passage stands.
  struct Place: Sendable {
    var id: String
    var document: Int
  }

  /// Reads the documents. The order of the documents decides which of several definitions of a term is used: the first.
  public init(documents: [NoteDocument]) {
    var builder = LexiconBuilder(documents: documents)
    builder.collectTerms()
    builder.collectMentions()
    let writable = builder.makeLexicon()
    // What no question can be made of is dropped here, so that `capacity` promises no more than the writer can keep.
    let kept = writable.candidates.filter { ItemWriter(lexicon: writable).canWrite($0) }
    self.init(
      terms: writable.terms, candidates: kept, passages: writable.passages, termsOfDocument: writable.termsOfDocument,
      quantities: writable.quantities)
  }

  init(
    terms: [Term], candidates: [Candidate], passages: [Place], termsOfDocument: [[Int]],
    quantities: [String: [Quantity]]
  ) {
    self.terms = terms
    self.candidates = candidates
    self.passages = passages
    self.termsOfDocument = termsOfDocument
    self.quantities = quantities
    names = terms.reduce(into: []) { $0.formUnion($1.keys) }
    candidatesOfPassage = Dictionary(grouping: candidates.indices) { passages[candidates[$0].passage].id }
  }

  /// How many different questions the built-in writer can make of a passage. A term that several passages define counts
  /// once, for one of them.
  public func capacity(of passage: Passage) -> Int {
    candidatesOfPassage[passage.id]?.count ?? 0
  }

  /// Whether words, folded and in the singular, are a name of a term.
  func isTerm(_ words: String) -> Bool { names.contains(words) }

  /// Ranks from which on a candidate makes a first-rate question; those come before any other.
  private static let firstRate = 5

  /// The candidates of a passage, the best first, those that are as good as each other in an order of the seed's.
  func ranked(ofPassage id: String, seed: UInt64) -> [Int] {
    var random = SeededGenerator(seed: seed, stream: "candidates \(id)")
    let shuffled = random.shuffled(candidatesOfPassage[id] ?? [])
    let tiers = Dictionary(grouping: shuffled) { min(Self.firstRate, candidates[$0].rank) }
    return tiers.keys.sorted(by: >).flatMap { tiers[$0] ?? [] }
  }
}
