/// The terms of the notes while they are collected.
struct TermTable {
  /// The terms, in the order in which the notes bring them.
  var terms: [Term] = []
  /// The terms that the notes define or name without marking them.
  private(set) var plain: Set<Int> = []
  /// The lists that were read so far.
  var lists = ListCounter()
  private var index = PhraseIndex<Int>()
  /// The lines on which the notes define terms in so many words.
  private var definedAt: [NoteLine: [(term: Int, name: String)]] = [:]

  private struct NoteLine: Hashable {
    var document: Int
    var line: Int
  }

  /// Adds a term, or finds it; `nil` where the words are no name.
  @discardableResult
  mutating func add(_ raw: String, document: Int) -> Int? {
    guard let name = TermName(raw) else { return nil }
    if let known = index[name.key] {
      terms[known].keys.formUnion(Term(name: name, document: document).keys)
      return known
    }
    terms.append(Term(name: name, document: document))
    index.add(name.words, terms.count - 1)
    // "posttraumatic stress disorder (PTSD)" is "PTSD" as well; "acquisition (language)" is not "language".
    let short = name.others.filter { !$0.contains(where: \.isLowercase) }
    for other in short.compactMap({ TermName($0) }) where index[other.key] == nil {
      index.add(other.words, terms.count - 1)
    }
    return terms.count - 1
  }

  /// The term with a name, given as its key.
  func term(named key: String) -> Int? { index[key] }

  /// Adds a term that the notes do not mark: it stands out where they define it.
  mutating func addPlain(_ name: String, document: Int) {
    if let term = add(name, document: document) { plain.insert(term) }
  }

  mutating func addPerson(_ name: String, document: Int) {
    if let term = add(name, document: document) { terms[term].isPerson = true }
  }

  /// Takes in an entry of a glossary.
  mutating func define(_ entry: GlossaryEntry, document: Int, _ parser: DefinitionParser) {
    guard let name = TermName(entry.term), let term = index[name.key] else { return }
    let read = parser.glossary(entry.definition)
    // The glossary's way of writing a term is the plainest: not at the start of a sentence, mostly in the singular.
    if !terms[term].isIntroduced { terms[term].name = name }
    terms[term].isIntroduced = true
    for other in read.aliases.compactMap({ TermName($0) }) {
      terms[term].keys.insert(other.key)
      if !terms[term].name.others.contains(other.shown) { terms[term].name.others.append(other.shown) }
    }
    terms[term].context.formUnion(Words.contentStems(entry.definition))
    if let definition = read.definition?.agreeing(plural: terms[term].isPlural) {
      take(definition, of: term, entry, document)
    }
  }

  /// Takes in what a block says that a term is, "Osmosis: movement of water ...", unless a glossary says it already.
  /// In a list of words, whose meanings are seldom whole phrases, fragments and what a thing does are taken, too.
  mutating func defineInText(
    _ block: Block, at marks: [String], isInWordList: Bool, document: Int, _ parser: DefinitionParser
  ) {
    let isMarked = !block.emphasised.isEmpty
    guard let entry = Glossary.entry(in: block, at: marks),
      let named = TermName(DefinitionParser.lowercasedName(entry.term)).map({ Term(name: $0, document: document) }),
      let definition = parser.glossary(entry.definition).definition?.agreeing(plural: named.isPlural),
      !Self.isBiography(entry.term, definition)
    else { return }
    let isMeaning =
      switch definition.shape {
      case .thing: true
      case .fragment, .predicate: isInWordList || isMarked
      case .claim: isMarked || named.holdsClaims
      case .event: false
      }
    guard isMeaning, let term = add(DefinitionParser.lowercasedName(entry.term), document: document) else { return }
    if terms[term].glossary == nil { terms[term].name.shown = DefinitionParser.lowercasedName(terms[term].name.shown) }
    terms[term].isIntroduced = true
    terms[term].context.formUnion(definition.stems)
    take(definition, of: term, entry, document)
  }

  /// "Marie Curie: a physicist who ...": biography, not a term to learn. Unlike in a sentence, of which
  /// ``Term/isSomebody(_:)`` tells it, one word with a capital is no name: each entry begins with one.
  private static func isBiography(_ name: String, _ definition: Definition) -> Bool {
    let parts = name.split(separator: " ")
    return parts.count > 1 && parts.allSatisfy { $0.first?.isUppercase == true }
      && definition.genus.contains(where: Term.isCalling)
  }

  private mutating func take(_ definition: Definition, of term: Int, _ entry: GlossaryEntry, _ document: Int) {
    guard let definition = definition.fitted(to: terms[term].name) else { return }
    terms[term].genus.formUnion(definition.genus)
    guard terms[term].glossary == nil else { return }
    terms[term].glossary = terms[term].traits.isAdjective ? definition.ofWord : definition
    terms[term].glossaryDocument = document
    definedAt[NoteLine(document: document, line: entry.line), default: []].append((term, entry.term))
  }

  /// The terms that a block defines in so many words.
  func defined(by block: Block, document: Int) -> [Int] {
    (definedAt[NoteLine(document: document, line: block.line)] ?? []).filter { block.text.hasPrefix($0.name) }
      .map(\.term)
  }

  /// The terms that stand in a sentence, the longest at each place, without overlap.
  func occurrences(in sentence: NoteSentence) -> [(term: Int, place: Range<Int>)] {
    occurrences(in: sentence.shown, sentence.words)
  }

  func occurrences(in sentence: String, _ spans: [WordSpan]) -> [(term: Int, place: Range<Int>)] {
    let words = spans.map(\.normal)
    var result: [(term: Int, place: Range<Int>)] = []
    var start = 0
    while start < words.count {
      let found = index.phrases(at: start, of: words).first { phrase in
        (1..<phrase.length).allSatisfy { Self.gap(before: start + $0, sentence, spans) == " " }
      }
      if let found { result.append((found.value, start..<(start + found.length))) }
      start += found?.length ?? 1
    }
    return result
  }

  static func gap(before index: Int, _ sentence: String, _ words: [WordSpan]) -> Substring {
    sentence[words[index - 1].range.upperBound..<words[index].range.lowerBound]
  }

  /// Makes the names of each of two terms names of the other.
  mutating func join(_ first: Int, _ second: Int) {
    terms[first].keys.formUnion(terms[second].keys)
    terms[second].keys.formUnion(terms[first].keys)
  }
}
