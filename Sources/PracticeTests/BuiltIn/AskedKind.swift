/// The kind of thing that a question asks for: "theory" in "Which theory holds ...?", "learning" in "What type of
/// learning occurs ...?", "chamber" in "What is a chamber that ... called?". Options of another kind would give the
/// answer away.
enum AskedKind {
  /// The noun, in the singular; `nil` where the question names no kind, or one that all terms are of.
  static func of(_ words: [WordSpan]) -> String? {
    if let noun = asked(words), !general.contains(noun) { return noun }
    return described(words).flatMap { isPlain($0) || claims.contains($0) ? $0 : nil }
  }

  /// Whether the question asks for something that is done or happens: "What is the process of ... called?"
  static func isAct(_ words: [WordSpan]) -> Bool { (described(words) ?? asked(words)).map(acts.contains) ?? false }

  /// Whether everybody sees which things are of a kind, and which can't be.
  static func isPlain(_ noun: String) -> Bool { plain.contains { $0.contains(noun) } }

  /// The plain kinds that a term is of, by its name and by what the notes say that it is; each a number.
  static func plainKinds(of term: Term) -> Set<Int> {
    Set(([term.noun] + term.genus).compactMap(plainKind))
  }

  /// The plain kind that a noun names.
  static func plainKind(of noun: String) -> Int? {
    plainKindOfNoun[noun] ?? joined.first(where: noun.hasSuffix).flatMap { plainKindOfNoun[$0] }
  }

  /// The nouns whose things can stand in a row with those of a kind.
  static func alike(_ noun: String) -> Set<String> { plain.first { $0.contains(noun) } ?? [noun] }

  /// The noun of "What is a ... that ...?" and of "What is the term for a ... that ...?"
  private static func described(_ words: [WordSpan]) -> String? {
    guard words.count > 3, words[0].folded == "what", ["is", "are"].contains(words[1].folded) else { return nil }
    guard let noun = head(of: words, after: 1, articles) else { return nil }
    // "a drug for panic" is a drug, and "the term for a drug", too.
    guard names.contains(words[noun].folded) else { return words[noun].normal }
    return head(of: words, after: noun, articles.union(linking)).map { words[$0].normal }
  }

  /// The head of the noun phrase that begins behind a place and some small words.
  private static func head(of words: [WordSpan], after place: Int, _ opening: Set<String>) -> Int? {
    words.indices.first { $0 > place && !opening.contains(words[$0].folded) }.map {
      DefinitionParser.headIndex(words, from: $0)
    }
  }

  private static let articles: Set<String> = ["a", "an", "the"]
  /// What stands between such a word and what it names.
  private static let linking = English.list("used given to for of describe describes describing refer refers that")
  private static let names = English.list("term terms word words name names phrase concept expression")

  private static func asked(_ words: [WordSpan]) -> String? {
    guard words.count > 3, ["what", "which"].contains(words[0].folded), let first = head(words, from: 1) else {
      return nil
    }
    guard partitives.contains(words[first].normal), first + 2 < words.count, words[first + 1].folded == "of" else {
      return words[first].normal
    }
    return head(words, from: first + 2).map { words[$0].normal }
  }

  /// The last word of the noun phrase before the verb.
  private static func head(_ words: [WordSpan], from start: Int) -> Int? {
    guard !isVerb(words[start]), !English.prepositions.contains(words[start].folded) else { return nil }
    let most = DefinitionParser.headIndex(words, from: start)
    let verb = (start...most).first { $0 > start && isVerb(words[$0]) }
    return verb.map { $0 - 1 } ?? most
  }

  private static func isVerb(_ word: WordSpan) -> Bool {
    English.auxiliaries.contains(word.folded) || English.isFiniteVerb(word.folded)
      || English.verbs.contains(word.folded)
  }

  /// Kinds that everybody tells from others, with those that can stand for each other in a row.
  private static let plain = sets.map(English.list) + [harms]
  private static let sets = [
    "chamber box machine apparatus device", "test questionnaire inventory scale assessment blank",
    "drug hormone chemical molecule protein lipid enzyme substance compound solution acid base agent",
    "organ gland bone muscle nerve", "cell", "membrane",
    "group team", "parliament assembly committee council congress convention senate", "person individual",
    "treaty document", "river city country", "animal plant", "fluid gas metal",
    "lobe cortex brain hindbrain midbrain forebrain brainstem",
    "error mistake fallacy bias", "decrease increase rise fall reversal change loss",
    "ridge lake valley basin hill", "view perspective belief",
    "value amount volume charge price cost rate share fraction",
  ]
  private static let plainKindOfNoun = Dictionary(
    plain.enumerated().flatMap { kind, nouns in nouns.map { ($0, kind) } }, uniquingKeysWith: { first, _ in first })
  /// Nouns of these kinds that are written in one word with what comes before them: "glycoprotein".
  private static let joined = ["protein", "lipid", "hormone"]
  /// Kinds of what is wrong with a body.
  static let harms = English.list(
    "disorder disease diagnosis illness syndrome pain death lack narrowing buildup build-up leakage")
  /// Kinds of what says that something is so.
  static let claims = English.list("theory theorem hypothesis model law principle rule doctrine")
  /// Kinds of what is done or happens.
  static let acts = English.list("process method technique procedure practice strategy act activity")
  /// Nouns behind which "of" and the kind itself stand.
  static let partitives = English.list("type kind form sort")
  /// Nouns that say nothing of the kind.
  static let general = English.list(
    "term word concept name phrase expression thing one idea item answer process behavior behaviour phenomenon")
}
