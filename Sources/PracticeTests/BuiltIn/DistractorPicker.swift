/// Picks wrong options: terms of the same notes and the same kind that a student really confuses with the key, and that
/// are certainly wrong.
struct DistractorPicker {
  /// How much wrong options must be like the key.
  enum Closeness: Comparable, Sendable {
    /// Of its kind, where the stem names one that everybody tells from others: no group among boxes.
    case plain
    /// Of the kind that the stem names.
    case named
    /// Besides, theories beside theories alone, disorders beside nothing else, and where the stem asks for a process or
    /// a method, what can be one.
    case close
  }

  /// What the place of the key asks of a name that is put there.
  enum Gap: Sendable, Hashable {
    /// Nothing: it is an option below a question, or stands between quotation marks.
    case free
    /// To stand without an article: "____ moves water ..."
    case bare
    /// To stand behind "the": "The ____ ran France ..."
    case article
    /// To stand behind "a" or "an": "A(n) ____ carries ..."
    case counted

    /// The gap behind the beginning of a sentence.
    init(after beginning: String) {
      let word = WordSpan.words(of: beginning).last?.folded ?? ""
      let isQuoted = beginning.hasSuffix("\u{201C}")
      if !isQuoted, ["a", "an"].contains(word) || beginning.hasSuffix("(n) ") {
        self = .counted
      } else if !isQuoted, word == "the" {
        self = .article
      } else {
        self = !isQuoted && (word.isEmpty || English.prepositions.contains(word)) ? .bare : .free
      }
    }
  }

  /// An option that may stand beside the key.
  struct Option {
    var term: Int
    var text: String
  }

  let lexicon: Lexicon
  let key: Int
  let asked: Term
  let shownKey: String
  let plural: Bool?
  private let gap: Gap
  let isStatement: Bool
  let definition: Definition?
  private let stemWords: String
  let stemStems: Set<String>
  let clues: Set<String>
  let kind: String?
  let closeness: Closeness
  private let asksForAct: Bool
  let plainKinds: Set<Int>
  let asksForWhole: Bool

  /// Prepares the choice of wrong options for a key and a stem.
  ///
  /// `shownKey` is the key as the student sees it, `plural` the number that the sentence demands (`nil` for any), `gap`
  /// what else its place does, `definition` what the stem says of the key where it isn't the whole stem, `isStatement`
  /// whether the option makes a statement false that is to be taken for true.
  init(
    lexicon: Lexicon, key: Int, stem: String, shownKey: String, plural: Bool?, definition: Definition?,
    closeness: Closeness, gap: Gap = .free, isStatement: Bool = false
  ) {
    self.lexicon = lexicon
    self.key = key
    asked = lexicon.terms[key]
    self.shownKey = shownKey
    self.plural = plural
    self.gap = gap
    self.isStatement = isStatement
    self.definition = definition
    let words = WordSpan.words(of: stem)
    stemWords = " " + words.map(\.normal).joined(separator: " ") + " "
    stemStems = definition?.stems ?? Words.contentStems(stem)
    clues = Self.clues(key: shownKey, stem: words.map(\.folded))
    let named = AskedKind.of(words)
    // "functionalism" would stand out among theories that are called so.
    let isMisleading = named.map { AskedKind.claims.contains($0) && !lexicon.terms[key].isKind($0) } ?? false
    kind = !isMisleading && closeness >= .named || named.map(AskedKind.isPlain) == true ? named : nil
    self.closeness = closeness
    asksForAct = AskedKind.isAct(words)
    plainKinds = asked.plainKinds
    asksForWhole = definition.map(Self.isOfWhole) ?? false
  }

  /// Wrong options, the best first, `most` of them or fewer.
  func some(_ most: Int, using random: inout SeededGenerator) -> [String] {
    var chosen: [Option] = []
    for term in ranking(using: &random) where chosen.count < most {
      if let option = option(term), isDistinct(term, from: chosen) { chosen.append(option) }
    }
    return chosen.map(\.text)
  }

  /// `count` wrong options, `fewestFitting` of them such as fit the key, or `nil` where the notes don't have as many.
  ///
  /// Where the key shares a word with the stem, is long or is told as many, at least one of them does and is, too, so that
  /// it doesn't stand out.
  func pick(_ count: Int, fewestFitting: Int = 0, using random: inout SeededGenerator) -> [Option]? {
    let ranked = ranking(using: &random)
    var chosen: [Option] = []
    for term in ranked where chosen.count < count {
      if let option = option(term), isDistinct(term, from: chosen) { chosen.append(option) }
    }
    guard chosen.count == count, haveFitting(fewestFitting, chosen) else { return nil }
    let needs = [sharesClue, isLongEnough, isManyEnough, isNearEnough]
    for isMet in needs where !chosen.contains(where: isMet) {
      let others = Array(chosen.dropLast())
      let better = ranked.lazy.compactMap { term in
        isDistinct(term, from: others) ? option(term) : nil
      }.first(where: isMet)
      guard let better else { return nil }
      chosen = others + [better]
    }
    return needs.allSatisfy { chosen.contains(where: $0) } && haveFitting(fewestFitting, chosen) ? chosen : nil
  }

  private func haveFitting(_ fewest: Int, _ chosen: [Option]) -> Bool {
    chosen.count { fits(lexicon.terms[$0.term]) } >= fewest
  }

  private func isDistinct(_ term: Int, from chosen: [Option]) -> Bool {
    chosen.allSatisfy { other in
      other.term != term && !Self.contain(lexicon.terms[term].traits, lexicon.terms[other.term].traits)
        && lexicon.terms[term].keys.isDisjoint(with: lexicon.terms[other.term].keys)
    }
  }

  /// A term as an option, or `nil` where it could be right, gives something away or doesn't fit the sentence.
  private func option(_ index: Int) -> Option? {
    let term = lexicon.terms[index]
    guard term.isIntroduced || isKnownByName(term) else { return nil }
    guard term.isPerson == asked.isPerson, !term.isPerson || term.name.words.last != asked.name.words.last else {
      return nil
    }
    // Among nouns an adjective or a verb is found by its form.
    guard asked.isAdjective == term.isAdjective, asked.isVerb == term.isVerb else { return nil }
    guard isAsked(term), fitsGap(term) else { return nil }
    guard term.keys.isDisjoint(with: asked.keys), !Self.contain(term.traits, asked.traits) else { return nil }
    guard !term.keys.contains(where: { stemWords.contains(" " + $0 + " ") }), !couldBeRight(term) else { return nil }
    guard let plural else { return Option(term: index, text: term.name.shown) }
    return term.form(plural: plural).map { Option(term: index, text: $0) }
  }

  /// Whether a term is what the stem asks for.
  func isAsked(_ term: Term) -> Bool {
    guard kind.map({ isKind($0, term) }) ?? true else { return false }
    return switch closeness {
    case .plain: true
    case .named: !isOfOtherKind(term)
    case .close: isOfSort(term)
    }
  }

  private func isKind(_ noun: String, _ term: Term) -> Bool {
    AskedKind.alike(noun).contains(where: term.isKind)
      || AskedKind.plainKind(of: noun).map(term.plainKinds.contains) == true
  }

  /// Whether a term is a theory if the key is one, something that is done where that is asked for, and of no plain kind
  /// that the key is not of.
  private func isOfSort(_ term: Term) -> Bool {
    term.holdsClaims == asked.holdsClaims && (!asksForAct || term.isAct || !asked.isAct)
      && (term.noun == asked.noun || term.plainKinds.isSubset(of: plainKinds)
        || plainKinds.isEmpty && sharesEnding(term))
  }

  /// Whether a term can stand in the key's place as far as articles go.
  private func fitsGap(_ term: Term) -> Bool {
    guard plural != true, !term.isPerson else { return true }
    switch gap {
    case .free: return true
    case .bare: return term.standsBare
    case .article: return !term.isUncountable || asked.isUncountable
    case .counted: return term.isCountable
    }
  }

  private static func contain(_ one: Term.Traits, _ other: Term.Traits) -> Bool {
    one.words.isSubset(of: other.words) || other.words.isSubset(of: one.words)
  }
}
