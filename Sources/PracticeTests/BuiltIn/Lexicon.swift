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
  /// The terms that each document introduces or names, which can be wrong options.
  let termsOfDocument: [[Int]]
  /// The numbers that the notes give for each unit.
  let quantities: [String: [Quantity]]
  /// The candidates of each passage.
  let candidatesOfPassage: [String: [Int]]

  /// All names of all terms that the notes introduce.
  private let names: Set<String>

  /// Where a passage stands.
  struct Place: Sendable {
    var id: String
    var document: Int
  }

  /// Reads the documents that are asked about, and others of the course: their terms are wrong answers, and what they
  /// say of a term helps to ask for it. The order of the documents decides which of several definitions of a term is
  /// used: the first.
  public init(documents: [NoteDocument], besides others: [NoteDocument] = []) {
    var builder = LexiconBuilder(documents: documents, besides: others)
    builder.collectTerms()
    builder.collectMentions()
    let found = builder.makeLexicon()
    let writer = ItemWriter(lexicon: found)
    let rated = found.candidates.map { candidate in
      var candidate = candidate
      candidate.isWritable = writer.canWrite(candidate)
      return candidate
    }
    self.init(
      terms: found.terms, candidates: rated, passages: found.passages, termsOfDocument: found.termsOfDocument,
      quantities: found.quantities)
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
    names = terms.filter(\.isIntroduced).reduce(into: []) { $0.formUnion($1.keys) }
    candidatesOfPassage = Dictionary(grouping: candidates.indices) { passages[candidates[$0].passage].id }
  }

  /// How many different questions can be made of a passage, with a model to word them or without. A term that several
  /// passages define counts once, for one of them.
  public func capacity(of passage: Passage, hasModel: Bool) -> Int {
    capacity(of: passage, hasModel: hasModel, besides: [])
  }

  /// The same, without some of the candidates.
  func capacity(of passage: Passage, hasModel: Bool, besides others: Set<Int>) -> Int {
    candidatesOfPassage[passage.id]?.count { !others.contains($0) && (hasModel || candidates[$0].isWritable) } ?? 0
  }

  /// Whether words, folded and in the singular, are a name of a term.
  func isTerm(_ words: String) -> Bool { names.contains(words) }

  /// Ranks from which on a candidate makes a first-rate question; those come before any other.
  private static let firstRate = 5

  /// The candidates of a passage, the best first, those that are as good as each other in an order of the seed's.
  func ranked(ofPassage id: String, seed: UInt64) -> [Int] {
    var random = SeededGenerator(seed: seed, stream: "candidates \(id)")
    let shuffled = random.shuffled(candidatesOfPassage[id] ?? [])
    let tiers = Dictionary(grouping: shuffled) { tier(of: candidates[$0]) }
    return tiers.keys.sorted(by: >).flatMap { tiers[$0] ?? [] }
  }

  /// What is first-rate comes first; among candidates of a rank those that need no model.
  private func tier(of candidate: Candidate) -> Int {
    2 * min(Self.firstRate, candidate.rank) + (candidate.isWritable ? 1 : 0)
  }
}
