/// Chooses the best question material that the notes have for a term.
struct CandidateChooser {
  /// The term.
  let term: Term
  /// Where it stands.
  let mentions: [Mention]
  /// Where a glossary's entry for it stands, in a passage.
  let entry: GlossaryMention?
  /// What a glossary of the notes that are asked about says that it is: what other notes of the course say can't be
  /// answered from these.
  let glossary: Definition?

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
    let isQuoted = option.blank != nil || option.definition != glossary
    if isQuoted || entry?.isProse == true && option.place == entry?.place { claimed.insert(option.place) }
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

  /// The glossary's definition, with the sentence that says as much: a question must be answerable from its passage.
  private func glossaryOption() -> Option? {
    guard let definition = glossary, !namesItself(definition) else { return nil }
    guard !term.traits.isAdjective || definition.shape != .predicate else { return nil }
    // "replicate: repeating an experiment ..." names an act by its verb, which no other option would be.
    guard !term.isVerb else { return nil }
    let rank =
      switch definition.shape {
      case .thing: 7
      case .claim, .event, .predicate, .fragment: 5
      }
    let best = mentions.map { ($0, shared(definition, $0.stems)) }.max { Self.rate($0) < Self.rate($1) }
    if let (mention, share) = best, share >= (entry == nil ? Self.answerable : Self.telling) {
      var option = option(mention, evidence: mention.evidence, definition: definition, rank: rank)
      if share < Self.explaining { option.explanation = nil }
      return option
    }
    if let entry {
      return Option(place: entry.place, evidence: entry.evidence, definition: definition, rank: rank)
    }
    guard let mention = best?.0, let evidence = telling(definition, around: mention) else { return nil }
    var option = option(mention, evidence: evidence, definition: definition, rank: rank)
    option.explanation = nil
    return option
  }

  /// The sentence with the one before or after it, where they say together what a definition says.
  private func telling(_ definition: Definition, around mention: Mention) -> String? {
    let spans = [
      mention.before.map { $0 + " " + mention.evidence }, mention.after.map { mention.evidence + " " + $0 },
    ]
    return spans.compactMap(\.self).first { shared(definition, Words.contentStems($0)) >= Self.answerable }
  }

  /// The share of them that a sentence must have to explain the answer by itself.
  private static let explaining = 0.5
  /// The share with which it is better evidence than the glossary's entry.
  private static let telling = 0.7
  /// The share of a glossary's words that the passage must have for the question to be answerable from it.
  private static let answerable = 0.4

  private static func rate(_ rated: (Mention, Double)) -> Double {
    rated.1 + (rated.0.isMarked ? 0.15 : 0) + (rated.0.standsAlone ? 0.1 : 0)
  }

  private func shared(_ definition: Definition, _ stems: Set<String>) -> Double {
    Double(definition.stems.intersection(stems).count) / Double(max(1, definition.stems.count))
  }

  private func bodyOptions() -> [Option] {
    let mentions = mentions.filter { !Self.isOneOfMany($0) }
    if term.isPerson {
      return mentions.filter(\.tellsOfDeed).map { option($0, evidence: $0.evidence, definition: nil, rank: 3) }
    }
    return mentions.filter { $0.standsAlone || $0.definition != nil }.compactMap { mention in
      if var definition = mention.definition, !namesItself(definition) {
        if definition.shape == .predicate {
          guard mention.isMarked || glossary != nil, mention.isLesson else { return nil }
          definition.isPlural = mention.isPlural
        }
        return option(mention, evidence: mention.evidence, definition: definition, rank: rank(definition))
      }
      guard mention.isTaught, !term.traits.isAdjective else { return nil }
      return option(mention, evidence: mention.evidence, definition: nil, rank: mention.opensSentence ? 2 : 1)
    }
  }

  /// How good a question what a sentence says makes. What happens in a process says less than its entry in a glossary.
  private func rank(_ definition: Definition) -> Int {
    switch definition.shape {
    case .predicate: 4
    case .event: glossary == nil ? 6 : 4
    case .thing, .fragment, .claim: 6
    }
  }

  private func option(_ mention: Mention, evidence: String, definition: Definition?, rank: Int) -> Option {
    let place = SentenceID(passage: mention.passage, sentence: mention.sentence)
    let usable = mention.definition != nil || mention.isMarked && mention.isLesson || term.isPerson
    let blank = mention.blanked.flatMap { usable && Self.isSentence($0) ? $0 : nil }.map { sentence in
      Candidate.Blank(
        sentence: term.name.withoutTelltale(sentence), surface: mention.surface, isPlural: mention.isPlural,
        evidence: mention.evidence)
    }
    return Option(
      place: place, evidence: evidence, definition: definition, blank: blank,
      explanation: mention.standsAlone ? mention.shown : nil, rank: rank)
  }

  /// "... was one of the first women who ...": true of others, too.
  private static func isOneOfMany(_ mention: Mention) -> Bool {
    ["is", "are", "was", "were"].contains { mention.blanked?.contains("____ \($0) one of ") == true }
  }

  /// Whether a blanked sentence is one: "____: the water is lost" and "____ - lost water" are entries, and "Alex suffers
  /// from ____" a story.
  private static func isSentence(_ blanked: String) -> Bool {
    guard blanked.prefixMatch(of: /____(?::| [-\u{2013}\u{2014}]\s)/) == nil, let first = blanked.firstIndex(of: " ")
    else { return false }
    let rest = blanked[first...].dropFirst()
    return !sufferings.contains { rest.hasPrefix($0) }
  }

  /// What is told of somebody rather than of something.
  private static let sufferings = ["suffers from ", "suffered from ", "struggles with ", "was diagnosed with "]

  /// Whether a definition uses the whole name that it explains.
  private func namesItself(_ definition: Definition) -> Bool {
    let words = " " + WordSpan.words(of: definition.text).map(\.normal).joined(separator: " ") + " "
    return term.keys.contains { words.contains(" " + $0 + " ") }
  }
}
