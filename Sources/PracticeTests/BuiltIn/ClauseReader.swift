extension DefinitionParser {
  /// The finite verb of a main clause, if the text is a clause and not a noun phrase.
  static func clauseVerb(_ words: [WordSpan], from start: Int) -> Int? {
    var reader = ClauseReader(words: words)
    return reader.mainVerb(from: start)
  }

  /// Whether what begins with an article says something of a thing, "the cell takes in ...", and is no name for one.
  static func isClause(_ words: [WordSpan]) -> Bool {
    guard let verb = clauseVerb(words, from: 1) else { return false }
    let (word, before) = (words[verb].folded, words[verb - 1].folded)
    let next = verb + 1 < words.count ? words[verb + 1].folded : ""
    // "the transfer of nerve signals to the brain": a noun. "The strength of the waves changes with ..." has a verb.
    let isInPhrase = words[1..<verb].contains { English.prepositions.contains($0.folded) }
    if English.isThirdPerson(word), English.prepositions.contains(next), isInPhrase {
      return English.isPlural(before) || takesPreposition.contains(word)
    }
    // "the quantity consumers demand at a price": what they demand.
    if verb > 2, English.verbs.contains(word), English.isPlural(before) {
      let noun = words[verb - 2].folded
      return !English.countNouns.contains(noun) && !English.definiteBeforeComplement.contains(noun)
    }
    return true
  }
}

/// Reads a text word by word, and tells the verbs of its subordinate clauses from the verb that makes it a sentence.
///
/// Each clause that a relative word, a pronoun or a second noun begins ("resources the firm owns") has a verb of its own.
private struct ClauseReader {
  let words: [WordSpan]
  /// The clauses that have begun and wait for their verbs.
  private var waiting = 0
  /// Whether such a clause has begun at all: behind it, a verb in the -s form may be a noun as well.
  private var hasClause = false
  /// Whether one has had its verb, to which "and" may add another.
  private var hasVerb = false

  init(words: [WordSpan]) {
    self.words = words
  }

  mutating func mainVerb(from start: Int) -> Int? {
    var index = start
    while index < words.count {
      let word = words[index].folded
      if Self.subjects.contains(word) {
        // "the insulation it provides": the next word is its verb.
        (hasClause, hasVerb) = (true, true)
        index += 1
      } else if opensClause(at: index) {
        waiting += 1
      } else if isVerb(at: index) {
        guard waiting > 0 else { return index }
        waiting -= 1
        hasVerb = true
      } else if English.pronouns.contains(word) {
        hasClause = true
      } else if hasVerb, English.conjunctions.contains(word) {
        waiting = max(waiting, 1)
      }
      index += 1
    }
    return nil
  }

  private func folded(_ index: Int) -> String { words.indices.contains(index) ? words[index].folded : "" }

  // MARK: Clauses

  private mutating func opensClause(at index: Int) -> Bool {
    if English.relatives.contains(folded(index)) || isContact(at: index) {
      hasClause = true
      return true
    }
    return Self.subordinators.contains(folded(index))
  }

  /// Whether a second noun follows a noun: "resources | the firm owns", and not "gives | the court power".
  private func isContact(at index: Int) -> Bool {
    guard Self.articles.contains(folded(index)) else { return false }
    // "In endocytosis, the membrane takes in ...": what the text opens with has no clause.
    if index == 2, English.prepositions.contains(folded(0)) { return false }
    let before = folded(index - 1)
    let isSmall =
      Words.stopWords.contains(before) || English.prepositions.contains(before) || English.relatives.contains(before)
      || English.conjunctions.contains(before) || English.determiners.contains(before)
      || English.pronouns.contains(before)
    let isNoun = English.determiners.contains(folded(index - 2)) || English.prepositions.contains(folded(index - 2))
    let isVerb = English.verbs.contains(before) || English.isThirdPerson(before)
    return !isSmall && (isNoun || !isVerb) && !["ed", "ing", "ly"].contains(where: before.hasSuffix)
  }

  // MARK: Verbs

  private func isVerb(at index: Int) -> Bool {
    let (word, before, next) = (folded(index), folded(index - 1), folded(index + 1))
    // "that" begins a clause here.
    guard before != "to", !English.determiners.contains(before) || English.relatives.contains(before) else {
      return false
    }
    if English.auxiliaries.contains(word) { return isAuxiliary(at: index) }
    guard !English.prepositions.contains(before), !English.conjunctions.contains(before),
      !English.relatives.contains(next)
    else { return false }
    let hasObject = English.determiners.contains(next) || Self.counts.contains(next)
    if English.isThirdPerson(word) {
      if Self.amounts.contains(next), folded(index + 2) != "of" { return true }
      // "building blocks of the body": nouns.
      let isFollowed =
        English.prepositions.contains(next) && (next != "of" || DefinitionParser.takesPreposition.contains(word))
      return hasObject || !hasClause && isFollowed || isOfParticiple(at: index)
    }
    if English.verbs.contains(word) { return !hasClause && (English.isPlural(before) || hasObject) }
    return isPast(at: index)
  }

  /// Not "free will", and only the first of "may have been".
  private func isAuxiliary(at index: Int) -> Bool {
    let (word, before, next) = (folded(index), folded(index - 1), folded(index + 1))
    let isNoun = Self.nouns.contains(word) && (next.isEmpty || English.prepositions.contains(next))
    let isSecond =
      English.auxiliaries.contains(before)
      || (before == "not" || before.hasSuffix("ly")) && English.auxiliaries.contains(folded(index - 2))
    return !isNoun && !isSecond
  }

  /// "a system that is disturbed shifts so as to ..."
  private func isOfParticiple(at index: Int) -> Bool {
    let before = folded(index - 1)
    return before.hasSuffix("ed") && !Self.naming.contains(before) && Self.copulas.contains(folded(index - 2))
  }

  /// "the buyer freely accepted the offer", and neither "a cell called a neuron" nor "has fully accepted the offer".
  private func isPast(at index: Int) -> Bool {
    let word = folded(index)
    // Only a participle looks back over the adverbs before it, so that none is passed twice.
    guard word.count > 4, word.hasSuffix("ed"), Self.articles.contains(folded(index + 1)), folded(index + 2) != "same",
      !Self.naming.contains(word)
    else { return false }
    let before = words[..<index].last { !$0.folded.hasSuffix("ly") }?.folded ?? ""
    let isLate = English.auxiliaries.contains(before) || ["be", "been", "being", "not"].contains(before)
    return !isLate
      && (!folded(index - 1).hasSuffix("ly") || isSubject(before) && !Self.times.contains(folded(index + 1)))
  }

  /// Whether a word before an adverb can be what acts, and not "the" of "the newly formed ...".
  private func isSubject(_ word: String) -> Bool {
    !word.isEmpty && !English.determiners.contains(word) && !English.prepositions.contains(word)
      && !English.conjunctions.contains(word) && !English.relatives.contains(word)
  }

  private static let subjects: Set<String> = ["i", "we", "you", "he", "she", "it", "they"]
  private static let subordinators = English.list("before after until since unless although though whereas way")
  private static let articles = English.list("a an the its their his her each every")
  /// "a sum usually charged each month"
  private static let times: Set<String> = ["each", "every"]
  private static let counts = English.list("other another several many both")
  private static let amounts = English.list("less more fewer much little all half")
  private static let nouns = English.list("will can may might must")
  private static let copulas: Set<String> = ["is", "are", "was", "were"]
  /// Participles behind which a name or a second object stands.
  private static let naming = English.list(
    "called named termed dubbed deemed considered labeled labelled granted offered awarded allowed denied")
}
