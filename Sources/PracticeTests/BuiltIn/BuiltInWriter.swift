/// Writes questions without a model, from the notes alone; the same for the same notes, slots and seed.
///
/// What can be asked is divided among the slots when the writer is made, so that no two slots ask the same and the
/// order in which they are written makes no difference.
public struct BuiltInWriter: Sendable {
  let writer: ItemWriter
  private let seed: UInt64
  /// For each slot (by its index), the candidates that it may use, in order.
  private let reserved: [Int: [Int]]
  /// For each slot without candidates, the sentences that it may use, in order.
  private let sentences: [Int: [AskableSentence]]
  /// Word groups to which the topics of these come back.
  private let recurring: RecurringPhrases
  /// Whether all that no slot has is asked elsewhere.
  private let othersAskTheRest: Bool

  /// Pieces of the notes that a slot may have beside its first, for when a gate refuses what is made of that.
  private static let spares = 3
  /// Other wordings of a slot's candidates, once all have been tried.
  static let rewordings = 3

  /// Divides what `passages` have to ask about among `slots`: each gets something of its own passage, else of its
  /// topic, else of its source; then spares in the same order.
  ///
  /// - Parameters:
  ///   - excluded: sentences that are not to be asked about.
  ///   - asked: sentences that are asked about only where no others are left: other tests do.
  ///   - hasModel: whether a model is to word the questions, which can ask about more than code can.
  ///   - findsSentences: whether a slot without anything else gets sentences in which a model may choose, too.
  public init(
    lexicon: Lexicon, passages: [Passage], slots: [QuestionSlot], seed: UInt64, besides excluded: Set<String> = [],
    preferablyBesides asked: Set<String> = [], hasModel: Bool = false, findsSentences: Bool = false
  ) {
    writer = ItemWriter(lexicon: lexicon)
    self.seed = seed
    let known = AskedSentences(excluded: excluded, asked: asked)
    let asking = slots.filter { $0.format != .explanation }.sorted { $0.index < $1.index }
    var candidates = SlotPartition<Int>(
      lexicon: lexicon, passages: passages, standing: { known.standing(of: lexicon.candidates[$0].sentences) },
      pieces: { id in
        lexicon.ranked(ofPassage: id, seed: seed).filter { hasModel || lexicon.candidates[$0].isWritable }
      })
    var divided = candidates.divide(among: asking, spares: Self.spares)
    if hasModel {
      // Where the model gives up, there must be something that can be asked without it.
      let helpless = asking.filter { divided[$0.index]?.contains { lexicon.candidates[$0].isWritable } != true }
      for (slot, more) in candidates.divide(among: helpless, spares: 0, where: { lexicon.candidates[$0].isWritable }) {
        divided[slot, default: []] += more
      }
    }
    reserved = divided
    let taken = Set(divided.values.joined())
    let lacking = findsSentences ? asking.filter { divided[$0.index] == nil } : []
    let recurring = RecurringPhrases(of: passages, topics: Set(lacking.map(\.topic)))
    self.recurring = recurring
    sentences = Self.divideSentences(of: passages, lexicon, recurring, besides: taken, known, among: lacking)
    let left = lexicon.candidates.indices.filter {
      !taken.contains($0) && (hasModel || lexicon.candidates[$0].isWritable)
    }
    othersAskTheRest =
      !known.isEmpty && left.allSatisfy { known.standing(of: lexicon.candidates[$0].sentences) != .fresh }
  }

  /// Sentences for slots without a candidate: none that a candidate of another slot quotes.
  private static func divideSentences(
    of passages: [Passage], _ lexicon: Lexicon, _ recurring: RecurringPhrases, besides taken: Set<Int>,
    _ known: AskedSentences, among slots: [QuestionSlot]
  ) -> [Int: [AskableSentence]] {
    let quoted = taken.reduce(into: Set<String>()) { $0.formUnion(lexicon.candidates[$1].sentences) }
    let byID = Dictionary(passages.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var partition = SlotPartition<AskableSentence>(
      lexicon: lexicon, passages: passages,
      standing: { quoted.contains($0.evidence) ? .excluded : known.standing(of: [$0.evidence]) },
      pieces: { id in
        byID[id].map { AskableSentence.all(among: answers(in: $0, lexicon, recurring)) } ?? []
      })
    return partition.divide(among: slots, spares: spares)
  }

  private static func answers(
    in passage: Passage, _ lexicon: Lexicon, _ recurring: RecurringPhrases
  ) -> AnswerPhrases {
    AnswerPhrases(
      passage: passage, isTerm: lexicon.isTerm, recurs: { recurring.contains($0, in: passage.topic) })
  }

  /// What can be the answer to a question about a sentence of a passage.
  func answers(in passage: Passage) -> AnswerPhrases { Self.answers(in: passage, writer.lexicon, recurring) }

  /// Why there is no further draft for a slot, and what helps.
  public func reasonForNone(_ slot: QuestionSlot) -> String {
    if slot.format == .explanation {
      return "Explanations are not asked without a model: choose a model, or another format."
    }
    return othersAskTheRest
      ? "What these notes give without a model is asked already: bring more notes, or choose a model."
      : "No sentence is left that makes a good question without a model."
  }

  /// The draft for a slot. `attempt` counts from 0: the next of the slot's candidates, then other wordings of them.
  ///
  /// First come those of the slot's format. A choice for which the notes have too few wrong options of the answer's sort
  /// is asked as a cloze or a short answer then, and a short answer for which they have no definition as a cloze. `nil`
  /// when no good sentence is left, and always for an explanation.
  public func draft(for slot: QuestionSlot, attempt: Int) -> BuiltInDraft? {
    var fitting: [BuiltInDraft] = []
    var others: [BuiltInDraft] = []
    for round in 0..<Self.rewordings {
      for index in candidates(of: slot) {
        let candidate = writer.lexicon.candidates[index]
        var random = random("question \(slot.index) \(round) \(candidate.evidence)")
        guard let draft = writer.draft(of: candidate, for: slot, using: &random) else { continue }
        let found = BuiltInDraft(draft: draft, passageID: writer.lexicon.passages[candidate.passage].id)
        if draft.format != slot.format {
          if !others.contains(found) { others.append(found) }
        } else if !fitting.contains(found) {
          if fitting.count == attempt { return found }
          fitting.append(found)
        }
      }
    }
    let place = attempt - fitting.count
    return others.indices.contains(place) ? others[place] : nil
  }

  /// The candidates that a slot may use, in order.
  func candidates(of slot: QuestionSlot) -> [Int] { reserved[slot.index] ?? [] }

  /// The sentences in which a model may find something to ask about, in order: those of the slot's candidates, else
  /// others that no other slot has.
  func sentences(for slot: QuestionSlot) -> [AskableSentence] {
    let own = candidates(of: slot).map { index in
      let candidate = writer.lexicon.candidates[index]
      return AskableSentence(passageID: writer.lexicon.passages[candidate.passage].id, evidence: candidate.evidence)
    }
    return own.isEmpty ? sentences[slot.index] ?? [] : own
  }

  /// A generator of its own for everything that is drawn.
  func random(_ stream: String) -> SeededGenerator { SeededGenerator(seed: seed, stream: stream) }
}

/// A draft of the built-in writer.
public struct BuiltInDraft: Sendable, Hashable {
  /// The draft.
  public var draft: QuestionDraft
  /// The passage that it is grounded in: the slot's own, else one of the same topic, else of the same source.
  public var passageID: String
}
