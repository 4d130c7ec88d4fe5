import Foundation

/// Finds what a sentence says about a term that stands in it.
struct DefinitionFinder: Sendable {
  /// The reader of the defining part.
  var parser: DefinitionParser

  /// What a sentence says that the term at `place` is, in passing or, where it stands alone, as its subject.
  func definition(in sentence: NoteSentence, at place: Range<Int>) -> Definition? {
    let setIn = sentence.setIn.first { $0.name == place }.flatMap { parser.definition($0.meaning) }
    if let setIn, setIn.shape == .thing { return setIn }
    if sentence.standsAlone { return definition(in: sentence.shown, words: sentence.words, at: place) }
    // "Another job of the cell wall is to ...": what it is stands alone, though the sentence counts on.
    let isOne = sentence.words.first.map { ["another", "one"].contains($0.folded) } ?? false
    guard isOne, StandAlone.isSelfContained(sentence.shown, words: Array(sentence.words.dropFirst())) else {
      return nil
    }
    return duty(sentence.shown, sentence.words, place)
  }

  /// What the sentence (in its shown form) says that the term at `place` is: "X is a ...", "X, a ..., does", "X refers
  /// to ...", "... is called X", "X carries ...", "In X, ... moves ...", "The job of X is to ...". `nil` where it says
  /// nothing of the kind.
  func definition(in sentence: String, words: [WordSpan], at place: Range<Int>) -> Definition? {
    if Self.isSubject(words, place) { return afterSubject(sentence, words, place) }
    return beforeName(sentence, words, place) ?? course(sentence, words, place) ?? duty(sentence, words, place)
  }

  /// Whether the sentence begins with the term, with or without an article.
  static func isSubject(_ words: [WordSpan], _ place: Range<Int>) -> Bool {
    place.lowerBound == 0 || place.lowerBound == 1 && ["a", "an", "the"].contains(words[0].folded)
  }

  private func afterSubject(_ sentence: String, _ words: [WordSpan], _ place: Range<Int>) -> Definition? {
    var rest = Self.trimmed(sentence[words[place.upperBound - 1].range.upperBound...])
    if rest.hasPrefix("("), let close = rest.firstIndex(of: ")") {
      rest = Self.trimmed(rest[rest.index(after: close)...])
    }
    if rest.hasPrefix(":") || rest.hasPrefix("\u{2014}") {
      let isPlural = English.isPlural(words[place.upperBound - 1].folded)
      return parser.definition(Self.trimmed(rest.dropFirst()))?.agreeing(plural: isPlural)
    }
    if rest.hasPrefix(",") {
      guard let comma = rest.dropFirst().firstIndex(of: ",") else { return nil }
      let inner = Self.trimmed(rest[rest.index(after: rest.startIndex)..<comma])
      let outer = rest[rest.index(after: comma)...].trimmingCharacters(in: CharacterSet(charactersIn: " .!"))
      return afterComma(inner: inner, outer: outer, words: words)
    }
    return afterVerb(rest)
  }

  /// "X, a ..., does ..." and "X, patented in ..., did ...".
  private func afterComma(inner: String, outer: String, words: [WordSpan]) -> Definition? {
    let innerWords = WordSpan.words(of: inner)
    let outerWords = WordSpan.words(of: outer)
    guard let first = innerWords.first?.folded, let verb = outerWords.first?.folded else { return nil }
    guard English.isFiniteVerb(verb) || English.verbs.contains(verb) else { return nil }
    if first == "or" || first == "also" { return afterVerb(outer) }
    if ["a", "an", "the"].contains(first) || innerWords.first.map({ English.isPlural($0.folded) }) == true {
      return parser.definition(inner)
    }
    guard first.hasSuffix("ed") || first.hasSuffix("ing") || ["which", "built", "made", "found"].contains(first) else {
      return nil
    }
    guard let said = afterVerb(outer) else { return nil }
    let predicate = said.shape == .predicate ? said.text : outer
    let text = ", " + inner + ", " + predicate
    let whole = Definition(text: text, shape: .predicate, isPlural: said.isPlural)
    return whole.isSpecific ? whole : nil
  }

  /// What follows the subject, from its verb on.
  private func afterVerb(_ raw: String) -> Definition? {
    let text = raw.trimmingCharacters(in: CharacterSet(charactersIn: " .!"))
    let words = WordSpan.words(of: text)
    // "X = gives off heat": behind a sign stands no verb of X's sentence.
    guard words.count >= 4, let verb = words.first?.folded, words[0].range.lowerBound == text.startIndex else {
      return nil
    }
    let second = words[1].folded
    if ["is", "are", "was", "were"].contains(verb) { return afterCopula(text, words) }
    if verb == "refers" || verb == "refer", second == "to" { return parser.definition(Self.from(2, text, words)) }
    if verb == "means", second != "that" { return parser.definition(Self.from(1, text, words)) }
    if verb == "describes" { return parser.definition(Self.from(1, text, words)) }
    return predicate(text, words)
  }

  private func afterCopula(_ text: String, _ words: [WordSpan]) -> Definition? {
    var index = 1
    while index < words.count - 3, Self.hedges.contains(words[index].folded) { index += 1 }
    let first = words[index].folded
    if first == "defined", words[index + 1].folded == "as" {
      return parser.definition(Self.from(index + 2, text, words))
    }
    let plural = words[0].folded == "are" || words[0].folded == "were"
    if first == "when" || first == "where" {
      return parser.definition(Self.from(index, text, words))?.agreeing(plural: plural)
    }
    let isPhrase =
      ["a", "an", "the", "any", "one"].contains(first) || plural && Self.isPluralPhrase(words, from: index)
    if Self.isBareNoun(words, at: index), let found = parser.definition(Self.from(index, text, words)) { return found }
    guard isPhrase else { return predicate(text, words) }
    guard !Self.evaluative.contains(words[index + 1].folded), !Self.evaluative.contains(first) else { return nil }
    return parser.definition(Self.from(index, text, words))
  }

  /// Whether a noun without an article stands after "is": "politics guided by ...", and neither "mostly used in ..." nor
  /// "not found in ...".
  private static func isBareNoun(_ words: [WordSpan], at index: Int) -> Bool {
    guard index + 2 < words.count else { return false }
    let noun = words[index].folded
    return words[index + 1].folded.hasSuffix("ed") && English.prepositions.contains(words[index + 2].folded)
      && !noun.hasSuffix("ed") && !noun.hasSuffix("ly") && !Words.stopWords.contains(noun)
      && ![English.unique, weak, evaluative, adverbs].contains { $0.contains(noun) }
  }

  private func predicate(_ text: String, _ words: [WordSpan]) -> Definition? {
    // What comes of it is told besides.
    let told = DefinitionParser.withoutAdvice(text.range(of: ", which ").map { String(text[..<$0.lowerBound]) } ?? text)
    guard told == text else { return predicate(told, WordSpan.words(of: told)) }
    guard !words.isEmpty else { return nil }
    let verb = words[0].folded
    let isPlural =
      ["are", "were", "have", "do"].contains(verb) || English.verbs.contains(verb) && !English.isFiniteVerb(verb)
    guard !Self.modals.contains(verb), isPlural || English.isFiniteVerb(verb), words.count >= 6,
      words.count <= Definition.lengths.upperBound
    else {
      return nil
    }
    guard !words.prefix(3).contains(where: { Self.weak.contains($0.folded) }) else { return nil }
    // "mature in the marrow and T cells mature in ...": the second half is told of something else.
    for index in words.indices.dropFirst() where words[index].folded == "and" && index + 2 < words.count {
      if DefinitionParser.clauseVerb(Array(words[(index + 1)...]), from: 1) != nil { return nil }
    }
    // What is reasoned in one sentence is too much for one question.
    guard !words.contains(where: { $0.folded == "because" }) else { return nil }
    // "The culture, values, visions ...": a list, not a verb. After a semicolon another sentence begins.
    guard !text.contains(";"), !text[words[0].range.upperBound...].hasPrefix(",") else { return nil }
    let result = Definition(text: text, shape: .predicate, isPlural: isPlural)
    return result.stems.count >= 4 ? result : nil
  }

  /// "In osmosis, water moves through ...": what happens in a process.
  private func course(_ sentence: String, _ words: [WordSpan], _ place: Range<Int>) -> Definition? {
    guard place.lowerBound == 1, words[0].folded == "in", Self.isProcess(words[place.upperBound - 1].folded) else {
      return nil
    }
    let rest = Self.trimmed(sentence[words[place.upperBound - 1].range.upperBound...])
    guard rest.hasPrefix(",") else { return nil }
    // Read as a whole, of which the parser may leave the end.
    return parser.definition("when " + Self.trimmed(rest.dropFirst())).flatMap { event in
      DefinitionParser.clauseVerb(WordSpan.words(of: event.text), from: 2) == nil ? nil : event
    }
  }

  /// Whether a noun names something that is done or happens.
  static func isProcess(_ noun: String) -> Bool { Term.Traits.isAct(noun) && !places.contains(noun) }

  /// "The main job of the cell wall is to protect ...": what it is there for.
  private func duty(_ sentence: String, _ words: [WordSpan], _ place: Range<Int>) -> Definition? {
    var of = place.lowerBound - 1
    if of > 0, ["a", "an", "the"].contains(words[of].folded) { of -= 1 }
    guard (2...3).contains(of), words[of].folded == "of", ["the", "another", "one"].contains(words[0].folded),
      Self.duties.contains(words[of - 1].folded)
    else { return nil }
    let rest = Self.trimmed(sentence[words[place.upperBound - 1].range.upperBound...])
    guard rest.hasPrefix("is to ") else { return nil }
    let isPlural = English.isPlural(words[place.upperBound - 1].folded)
    let text = (isPlural ? "serve " : "serves ") + rest.dropFirst("is ".count)
    return afterVerb(text)
  }

  /// "... is called X", with X at the end.
  private func beforeName(_ sentence: String, _ words: [WordSpan], _ place: Range<Int>) -> Definition? {
    let after = Self.trimmed(sentence[words[place.upperBound - 1].range.upperBound...])
    guard
      after.isEmpty || after.hasPrefix(".") || after.hasPrefix(", or ") || after.hasPrefix("(") && after.hasSuffix(").")
    else {
      return nil
    }
    var index = place.lowerBound - 1
    if index >= 0, ["a", "an", "the"].contains(words[index].folded) { index -= 1 }
    guard index >= 3 else { return nil }
    if words[index].folded == "as", ["known", "to"].contains(words[index - 1].folded) {
      index -= words[index - 1].folded == "to" ? 3 : 2
      guard index >= 0, ["known", "referred"].contains(words[index + 1].folded) else { return nil }
    } else if ["called", "termed", "named"].contains(words[index].folded) {
      index -= 1
    } else {
      return nil
    }
    while index > 2, Self.hedges.contains(words[index].folded) { index -= 1 }
    guard ["is", "are", "was", "were"].contains(words[index].folded), index >= 3 else { return nil }
    let subject = Self.trimmed(sentence[..<words[index].range.lowerBound])
    guard DefinitionParser.clauseVerb(WordSpan.words(of: subject), from: 1) == nil else { return nil }
    guard let found = parser.definition(subject), found.shape == .thing else { return nil }
    return found
  }

  private static func isPluralPhrase(_ words: [WordSpan], from index: Int) -> Bool {
    let head = DefinitionParser.headIndex(words, from: index)
    return words[index].folded != "not" && English.isPlural(words[head].folded) && !words[index].folded.hasSuffix("ed")
      && !words[index].folded.hasSuffix("ly")
  }

  private static func from(_ index: Int, _ text: String, _ words: [WordSpan]) -> String {
    index < words.count ? String(text[words[index].range.lowerBound...]) : ""
  }

  private static func trimmed(_ text: Substring) -> String {
    text.trimmingCharacters(in: .whitespaces)
  }

  /// Where things happen, though their names end as those of processes do.
  private static let places = English.list(
    """
    population organization corporation institution nation station region generation building wing section position \
    junction solution concentration proportion fraction function
    """)
  private static let duties: Set<String> = ["job", "role", "function", "task", "purpose"]
  private static let hedges = English.list(
    """
    usually typically generally often commonly sometimes simply basically essentially actually also now frequently \
    formally
    """
  )
  /// What may be so is no definition.
  private static let modals: Set<String> = ["can", "could", "may", "might", "would", "should", "will"]
  private static let weak = English.list(
    """
    often typically usually sometimes generally frequently also too has had so not perhaps probably important key \
    useful common only just even still well
    """
  )
  /// Words that say how or when something is done.
  private static let adverbs = English.list(
    "almost already apart ever far fast hard high later long low nearby quite rather soon together twice")
  private static let evaluative = English.list(
    """
    important common good great useful popular major serious significant powerful key crucial critical essential \
    vital interesting classic well-known famous recent controversial big central example examples result matter \
    topic subject reason reasons question problem most such best-known fascinating very highly lot little few bit \
    part product same perfect main real another other only primary widely more less
    """)
}
