import Foundation

/// Finds terms that the notes do not mark: what a sentence defines.
enum PlainTerm {
  /// The term that a sentence defines: "Osmosis refers to ...", "... is called osmosis", or a list item "Osmosis: ...";
  /// in notes that mark no terms (`isBare`) also "Osmosis is the ...".
  static func find(in raw: String, isListItem: Bool, isBare: Bool) -> String? {
    if isListItem, let name = entry(raw, at: marks, leastMeaning: 4) { return name }
    let (sentence, words) = StandAlone.shown(raw)
    guard words.count >= 8, StandAlone.isSelfContained(sentence, words: words) else { return nil }
    return subject(sentence, words, isBare: isBare) ?? named(sentence, words)
  }

  /// The terms that a sentence defines in passing.
  static func setIn(_ raw: String) -> [String] {
    let (sentence, words) = StandAlone.shown(raw)
    return SetInDefinition.all(in: sentence, words: words).compactMap { name(sentence, words, $0.name) }
  }

  private static let marks = [": ", " - ", " \u{2013} ", " \u{2014} "]

  /// The name that an item of a list has before a colon, however little it says of it.
  static func entry(_ item: String) -> String? { entry(item, at: Glossary.colon, leastMeaning: 1) }

  /// The name before the first of some marks that is there: a dash that stands before a colon may be in the name.
  private static func entry(_ sentence: String, at marks: [String], leastMeaning: Int) -> String? {
    let cuts = marks.lazy.compactMap { Glossary.cut(sentence, at: [$0]) }
    guard let (name, meaning) = cuts.first else { return nil }
    let words = WordSpan.words(of: name)
    let isName =
      (1...4).contains(words.count)
      && !words.contains { word in
        English.isThirdPerson(word.folded) || English.auxiliaries.contains(word.folded) || vague.contains(word.normal)
      }
      && TermName(name).map(Label.names) != true
    guard isName, WordSpan.words(of: String(meaning)).count >= leastMeaning else { return nil }
    return DefinitionParser.lowercasedName(name)
  }

  private static func subject(_ sentence: String, _ words: [WordSpan], isBare: Bool) -> String? {
    let start = ["a", "an", "the"].contains(words[0].folded) ? 1 : 0
    if isBare, let end = appositiveEnd(sentence, words, start) { return name(sentence, words, start..<end) }
    guard let verb = words.indices.first(where: { verbs.contains(words[$0].folded) }), (1...4).contains(verb - start),
      verb + 3 < words.count
    else { return nil }
    let isCopula = copulas.contains(words[verb].folded)
    let next = words[verb + 1].folded
    let isDefined =
      isCopula ? words[verb...].prefix(4).contains { $0.folded == "defined" } : words[verb].folded == "refers"
    let isThing =
      isBare
      && (!isCopula || ["a", "an", "the", "any"].contains(next) || ["are", "were"].contains(words[verb].folded))
    return isDefined || isThing ? name(sentence, words, start..<verb) : nil
  }

  /// Where the name ends in "The flying shuttle, patented in ..., sped up ...".
  private static func appositiveEnd(_ sentence: String, _ words: [WordSpan], _ start: Int) -> Int? {
    guard start == 1 else { return nil }
    for end in 2...5 where end < words.count {
      let gap = sentence[words[end - 1].range.upperBound..<words[end].range.lowerBound]
      guard gap == " " else { return gap == ", " && words[end].folded.hasSuffix("ed") ? end : nil }
    }
    return nil
  }

  private static let copulas: Set<String> = ["is", "are", "was", "were"]
  private static let verbs = copulas.union(["refers", "means", "states", "occurs", "describes", "involves", "consists"])

  /// The names of which a heading is made: "The Cerebellum and Prefrontal Cortex" has two.
  static func named(by heading: String) -> [String] {
    guard SectionName.role(of: heading) == .body, !SectionName.isGeneric(heading) else { return [] }
    let parts = heading.replacingOccurrences(of: " and ", with: ",").replacingOccurrences(of: " & ", with: ",")
      .split(separator: ",")
    return parts.compactMap { part in
      let text = DefinitionParser.withoutArticle(StandAlone.tidied(String(part)))
      let words = WordSpan.words(of: text)
      guard words.count <= longestHeadingName, TermName(text).map(Label.names) == false else { return nil }
      return name(text, words, words.startIndex..<words.endIndex)
    }
  }

  private static let longestHeadingName = 3

  private static func named(_ sentence: String, _ words: [WordSpan]) -> String? {
    guard
      let index = words.indices.first(where: { index in
        words[index].folded == "called" || words[index].folded == "termed"
          || index > 0 && words[index].folded == "as" && ["known", "to"].contains(words[index - 1].folded)
      })
    else { return nil }
    var start = index + 1
    if start < words.count, ["a", "an", "the"].contains(words[start].folded) { start += 1 }
    guard start < words.count else { return nil }
    var end = start + 1
    while end < words.count, end - start < 4,
      sentence[words[end - 1].range.upperBound..<words[end].range.lowerBound] == " ",
      !Words.stopWords.contains(words[end].folded), !English.isThirdPerson(words[end].folded)
    {
      end += 1
    }
    return name(sentence, words, start..<end)
  }

  private static func name(_ sentence: String, _ words: [WordSpan], _ place: Range<Int>) -> String? {
    let inner = words[place]
    guard let last = inner.last, let first = inner.first?.folded, !inner.contains(where: { vague.contains($0.normal) })
    else { return nil }
    let isClean = inner.allSatisfy { word in
      word.folded == "of" && word.range != last.range
        || !Words.stopWords.contains(word.folded) && !English.isFiniteVerb(word.folded)
          && !English.prepositions.contains(word.folded) && !word.folded.contains(where: \.isNumber)
    }
    let isSuperlative =
      English.unique.contains(first) || first.hasSuffix("est") && inner.count > 1
      || adverbs.contains(last.folded)
    guard isClean, !isSuperlative, last.folded.count > 2 else { return nil }
    let text = sentence[words[place.lowerBound].range.lowerBound..<words[place.upperBound - 1].range.upperBound]
    guard !text.contains(where: { ",;:()".contains($0) }) else { return nil }
    return place.lowerBound == 0 ? DefinitionParser.lowercasedName(String(text)) : String(text)
  }

  private static let adverbs = English.list(
    "often usually typically generally commonly sometimes also now always never frequently mainly mostly originally")

  /// Subjects that name nothing to learn.
  static let vague = English.list(
    """
    reason answer problem question example goal purpose idea result way thing point difference study research \
    researcher people person author section number type kind part finding issue topic task aim case step group first \
    second third most majority key main one two three important best other certain less more woman man participant \
    response behavior circumstance home child student individual significant major final useful special another \
    figure note word name term value rest
    """)
}
