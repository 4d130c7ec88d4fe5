/// Chooses the best question material that the notes have for a term.
struct CandidateChooser {
  /// The term.
  let term: Term
  /// Where it stands.
  let mentions: [Mention]

  /// The best candidate whose sentence no other term has claimed, and claims it.
  func best(index: Int, claimed: inout Set<SentenceID>) -> Candidate? {
    // A glossary's words are the term's own; a sentence of the text can be asked about once only.
    var options = bodyOptions().filter { !claimed.contains($0.place) }
    if var option = glossaryOption() {
      if claimed.contains(option.place) { option.blank = nil }
      options.append(option)
    }
    guard let option = options.max(by: { ($0.rank, -$0.place.sentence) < ($1.rank, -$1.place.sentence) }) else {
      return nil
    }
    if option.blank != nil || option.definition != term.glossary { claimed.insert(option.place) }
    return Candidate(
      key: .term(index), passage: option.place.passage, evidence: option.evidence, definition: option.definition,
      blank: option.blank, explanation: option.explanation, rank: option.rank)
  }

  private struct Option {
    var place: SentenceID
    var evidence: String
    var definition: Definition?
    var blank: Candidate.Blank?
    var explanation: String?
    var rank: Int
  }

  /// The glossary's definition, with a sentence that says as much: a question must be answerable from its passage.
  private func glossaryOption() -> Option? {
    guard let definition = term.glossary, !namesItself(definition) else { return nil }
    guard !term.traits.isAdjective || definition.shape != .predicate else { return nil }
    // "replicate: repeating an experiment ..." names an act by its verb, which no other option would be.
    guard !English.verbs.contains(term.name.key) || !definition.text.contains("ing ") else { return nil }
    let rated = mentions.map { mention in (mention, shared(definition, mention.stems)) }
    guard let (mention, share) = rated.max(by: { Self.rate($0) < Self.rate($1) }) else { return nil }
    var evidence = mention.evidence
    if share < Self.answerable {
      let spans = [
        mention.before.map { $0 + " " + mention.evidence }, mention.after.map { mention.evidence + " " + $0 },
      ]
      let telling = spans.compactMap(\.self).first { shared(definition, Words.contentStems($0)) >= Self.answerable }
      guard let telling else { return nil }
      evidence = telling
    }
    let rank =
      switch definition.shape {
      case .thing: 7
      case .claim, .event, .predicate: 5
      case .fragment: 5
      }
    var option = option(mention, evidence: evidence, definition: definition, rank: rank)
    if share < Self.explaining { option.explanation = nil }
    return option
  }

  /// The share of them that a sentence must have to explain the answer by itself.
  private static let explaining = 0.5
  /// The share of a glossary's words that the passage must have for the question to be answerable from it.
  private static let answerable = 0.4

  private static func rate(_ rated: (Mention, Double)) -> Double {
    rated.1 + (rated.0.isMarked ? 0.15 : 0) + (rated.0.standsAlone ? 0.1 : 0)
  }

  private func shared(_ definition: Definition, _ stems: Set<String>) -> Double {
    Double(definition.stems.intersection(stems).count) / Double(max(1, definition.stems.count))
  }

  private func bodyOptions() -> [Option] {
    mentions.filter(\.standsAlone).compactMap { mention in
      if var definition = mention.definition, !namesItself(definition) {
        if definition.shape == .predicate {
          guard mention.isMarked || term.glossary != nil, isLesson(mention) else { return nil }
          definition.isPlural = mention.isPlural
        }
        let rank = definition.shape == .predicate ? 4 : 6
        return option(mention, evidence: mention.evidence, definition: definition, rank: rank)
      }
      guard mention.isMarked, mention.opensSentence, mention.blanked != nil, isLesson(mention) else { return nil }
      guard !StandAlone.isHedged(WordSpan.words(of: mention.shown)) else { return nil }
      return option(mention, evidence: mention.evidence, definition: nil, rank: 2)
    }
  }

  /// Whether a sentence that defines nothing is still worth asking about.
  private func isLesson(_ mention: Mention) -> Bool {
    let words = WordSpan.words(of: mention.shown)
    return !StandAlone.isReport(words) && !StandAlone.isComparison(words)
  }

  private func option(_ mention: Mention, evidence: String, definition: Definition?, rank: Int) -> Option {
    let place = SentenceID(passage: mention.passage, sentence: mention.sentence)
    let usable = mention.definition != nil || mention.isMarked && isLesson(mention)
    let blank = mention.blanked.flatMap { usable ? $0 : nil }.map { sentence in
      Candidate.Blank(
        sentence: sentence, surface: mention.surface, isPlural: mention.isPlural, evidence: mention.evidence)
    }
    return Option(
      place: place, evidence: evidence, definition: definition, blank: blank,
      explanation: mention.standsAlone ? mention.shown : nil, rank: rank)
  }

  /// Whether a definition uses the whole name that it explains.
  private func namesItself(_ definition: Definition) -> Bool {
    let words = " " + WordSpan.words(of: definition.text).map(\.normal).joined(separator: " ") + " "
    return term.keys.contains { words.contains(" " + $0 + " ") }
  }
}
