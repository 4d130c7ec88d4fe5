/// How the notes write a term, and whether they introduce it.
extension Term {
  /// Notes how it is written at a place, in the singular and in the plural, in lower case where the notes have it. In other
  /// languages than English a capital may belong to any noun.
  mutating func note(formAt place: Range<Int>, in sentence: NoteSentence, isEnglish: Bool) {
    // Another name is no form of this one.
    guard sentence.words[place].map(\.normal) == name.words else { return }
    uses.add(place, in: sentence)
    let isStart = place.lowerBound == 0
    let isPlural = English.isPlural(headWord(at: place, in: sentence))
    let text = sentence.text(place)
    let form = isStart && isEnglish ? DefinitionParser.lowercasedName(text) : text
    if !isPlural, precedingWord == nil {
      let before = isStart ? "" : sentence.words[place.lowerBound - 1].folded
      if Self.articles.contains(before) || !sentence.isJotting { precedingWord = before }
    }
    let path: WritableKeyPath<Term, String?> = isPlural ? \.plural : \.singular
    // At the start of a sentence a capital says nothing: any other place tells more, and a small letter there most.
    if self[keyPath: path] == nil || !isStart && (form.first?.isLowercase == true || formsAreGuessed) {
      self[keyPath: path] = form
      formsAreGuessed = isStart
    }
  }

  private static let articles: Set<String> = ["a", "an", "the"]

  /// Gives back the capital of a name that it begins with.
  mutating func restoreCapital(_ names: NameWords) {
    name.shown = names.written(name.shown)
    singular = singular.map(names.written)
    plural = plural.map(names.written)
  }

  /// The last word of the name's own noun phrase, as it stands at a place.
  func headWord(at place: Range<Int>, in sentence: NoteSentence) -> String {
    sentence.words[min(place.lowerBound + name.headIndex, place.upperBound - 1)].folded
  }

  /// Settles its name and what is known of it, from the sentences in which it stands.
  mutating func introduce(by mentions: [Mention], isPlain: Bool) {
    let defining = mentions.filter(\.tellsWhatItIs)
    let marked = mentions.filter(\.isMarked)
    if glossary == nil {
      if let seen = singular ?? plural, let form = TermName(seen) { name.shown = form.shown }
      isIntroduced = isIntroduced || isIntroduced(by: mentions, marked, defining, isPlain: isPlain)
    } else if let seen = singular ?? plural, !formsAreGuessed {
      // A list begins with capitals what sentences write small.
      if seen.first?.isLowercase == true { name.shown = DefinitionParser.lowercasedName(name.shown) }
      if Words.fold(seen) == Words.fold(name.shown) { name.shown = seen }
    }
    let telling = (marked + defining).prefix(3)
    let introducing = isPerson ? mentions[...] : telling.isEmpty ? mentions.prefix(1) : telling
    for mention in introducing { context.formUnion(mention.stems) }
    told = defining.first?.definition
    for mention in defining.prefix(2) { genus.formUnion(mention.definition?.genus ?? []) }
    traits = Traits(name)
    plainKinds = AskedKind.plainKinds(of: self)
    isNamed = isIntroduced || !isPerson && isNoun && (isEntry || marked.contains(where: \.opensSentence))
    if isPerson { traits.isPlural = false }
    passage = (marked.first ?? defining.first ?? mentions.first)?.passage
  }

  /// Whether sentences make it something to learn.
  private mutating func isIntroduced(
    by mentions: [Mention], _ marked: [Mention], _ defining: [Mention], isPlain: Bool
  ) -> Bool {
    // "Operant Conditioning is a method ..." begins like a name, and is none; "... was one of the first" may be one.
    let isThing = defining.contains { $0.definition.map { !isSomebody($0) && $0.genus != ["one"] } ?? false }
    if isPerson, !isThing { return mentions.contains(where: \.tellsOfDeed) }
    isPerson = false
    guard !mentions.contains(where: { $0.definition.map(isSomebody) ?? false }) else { return false }
    if !defining.isEmpty { return true }
    // What only begins sentences may be a family name out of a heading.
    if isPlain, formsAreGuessed || singular?.first?.isUppercase == true { return false }
    return marked.contains { $0.definition != nil } || marked.contains(where: \.isTaught) && isNoun
  }

  /// Whether it names something, and isn't a word or phrase in bold for stress: "increases", "produce more insulin".
  private var isNoun: Bool {
    guard let first = WordSpan.words(of: name.shown).first?.folded, !Label.names(name) else { return false }
    if name.words.count == 1 {
      return !Traits(name).isAdjective && !English.stressed.contains(first) && !English.isFiniteVerb(first)
    }
    return !English.verbs.contains(first) || !Words.stopWords.contains(name.words[1])
  }
}
