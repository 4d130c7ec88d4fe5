import Foundation

/// Noun phrases: their article, their kind and what they do.
extension DefinitionParser {
  /// A noun phrase (or a gerund). `article` is `""` where the phrase has its own.
  func phrase(_ text: String, _ words: [WordSpan], start: Int, article: String?) -> Definition? {
    let head = Self.headIndex(words, from: start)
    guard head < words.count else { return nil }
    let noun = words[head].folded
    // "perceive depth in ..." is neither a thing nor a sentence.
    let isOrder =
      English.verbs.contains(words[0].folded) && !countNouns.contains(noun) && !English.isPlural(noun)
      && (head > 0 || words.count > 1 && English.prepositions.contains(words[1].folded))
    guard !isOrder || article != nil else {
      // "carry blood to the heart" is said of many.
      return head > 0 ? Definition(text: text, shape: .predicate, isPlural: true) : nil
    }
    let genus = Self.genus(words, start, head)
    let shown: String
    if article != nil || Self.startsWithGerund(words, head: head, countNouns: countNouns) {
      shown = text
    } else if let added = self.article(words, head: head) {
      shown = added.isEmpty ? text : added + " " + text
    } else {
      return Definition(text: text, shape: .fragment, genus: genus)
    }
    // "a person's feelings" are many.
    let isOne = ["a", "an"].contains(words[0].folded) && !words[..<head].contains { $0.folded.hasSuffix("'s") }
    let isPlural = English.isPlural(noun) && !isOne
    return Definition(
      text: shown, shape: .thing, isPlural: isPlural, genus: genus,
      relative: English.isPlural(noun) ? nil : relative(text, words, start, head))
  }

  /// The noun phrase that says what kind of thing it is: "disorder" in "a group of disorders that ...", and "group" in
  /// "a group of people who ...".
  private static func genus(_ words: [WordSpan], _ start: Int, _ head: Int) -> [String] {
    guard collectives.contains(words[head].normal), head + 2 < words.count, words[head + 1].folded == "of" else {
      return words[start...head].map(\.normal)
    }
    let inner = headIndex(words, from: head + 2)
    let member = words[inner].normal
    let isOfPeople = Definition.people.contains(member) || Term.isCalling(member) || members.contains(member)
    return words[isOfPeople ? start...head : (head + 2)...inner].map(\.normal)
  }

  /// The article for a phrase without one: "a", "an", "the", none, or `nil` where it isn't known.
  private func article(_ words: [WordSpan], head: Int) -> String? {
    let (first, noun) = (words[0].folded, words[head].folded)
    if English.isPlural(noun) || Self.bare.contains(first) || first.hasSuffix("'s") || first.hasSuffix("s'") {
      return ""
    }
    if Self.isNumber(first) { return "" }
    if English.unique.contains(first) { return "the" }
    // "nervous system's ability to change"
    if words[1...].prefix(head).contains(where: { $0.folded.hasSuffix("'s") }) { return "the" }
    let next = head + 1 < words.count ? words[head + 1].folded : ""
    let hasComplement = ["of", "to", "that", "by", "at", "in", "from"].contains(next)
    if next == "of" || next == "to", head == 0, Self.qualities.contains(where: noun.hasSuffix) { return "the" }
    if hasComplement, English.definiteBeforeComplement.contains(noun), head == 0 { return "the" }
    if next == "of", head == 0, noun.hasSuffix("tion") || noun.hasSuffix("sion"), !countNouns.contains(noun) {
      return "the"
    }
    // "volume pumped by one ventricle", "pressure the heart must overcome": which one is said.
    if Self.measures.contains(noun), next.hasSuffix("ed") || English.determiners.contains(next) { return "the" }
    return countNouns.contains(noun) ? English.indefiniteArticle(before: first) : nil
  }

  /// "hindbrain structure" and "connects ...", of "(a) hindbrain structure that connects ...".
  private func relative(_ text: String, _ words: [WordSpan], _ start: Int, _ head: Int) -> Definition.Relative? {
    var end = head
    if words[head].folded == "type" || words[head].folded == "form" || words[head].folded == "kind",
      let that = words.indices.first(where: { $0 > head && ["that", "who", "which"].contains(words[$0].folded) }),
      that - head <= 4
    {
      end = that - 1
    }
    guard end + 2 < words.count, ["that", "who", "which"].contains(words[end + 1].folded),
      !English.contentNouns.contains(words[end].folded), !Self.loose.contains(words[end].folded),
      !Definition.people.contains(words[end].folded),
      !English.unique.contains(words[start].folded)
    else { return nil }
    let verb = words[end + 2].folded
    guard English.isThirdPerson(verb) || ["is", "was", "has", "can", "may", "does"].contains(verb) else { return nil }
    let between = text[words[end].range.upperBound..<words[end + 1].range.lowerBound]
    guard between.allSatisfy(\.isWhitespace) else { return nil }
    let predicate = String(text[words[end + 2].range.lowerBound...])
    return Definition.Relative(
      noun: String(text[words[start].range.lowerBound..<words[end].range.upperBound]), predicate: predicate)
  }

  /// The last word of the noun phrase that begins at `start`.
  static func headIndex(_ words: [WordSpan], from start: Int) -> Int {
    var index = start
    while index + 1 < words.count, !endsPhrase(words, at: index + 1) { index += 1 }
    return index
  }

  private static func endsPhrase(_ words: [WordSpan], at index: Int) -> Bool {
    let word = words[index].folded
    if English.prepositions.contains(word) || English.relatives.contains(word) || English.conjunctions.contains(word)
      || English.determiners.contains(word) || English.auxiliaries.contains(word) || English.pronouns.contains(word)
      || participles.contains(word)
    {
      return true
    }
    let next = index + 1 < words.count ? words[index + 1].folded : ""
    let isParticiple = word.hasSuffix("ed") || irregularParticiples.contains(word)
    return isParticiple
      && (English.prepositions.contains(next) || English.relatives.contains(next) || next.hasSuffix("ly"))
      || word.hasSuffix("ly") && index > 0
  }

  private static func startsWithGerund(_ words: [WordSpan], head: Int, countNouns: CountNouns) -> Bool {
    let first = words[0].folded
    let second = words.count > 1 ? words[1].folded : ""
    if first == "not" || first.hasSuffix("ly") { return second.hasSuffix("ing") }
    guard first.hasSuffix("ing"), first.count > 5 else { return false }
    return head == 0 ? second != "of" : !countNouns.contains(words[head].folded)
  }

  private static func isNumber(_ word: String) -> Bool {
    word.first?.isNumber == true
      || ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].contains(word)
  }

  private static let collectives = AskedKind.partitives.union(
    English.list("brand class category group set series family variety"))
  /// Kinds that tell nothing: "Which number describes a sample?"
  private static let loose = English.list(
    "number value amount quantity thing way object item entity name term word")
  private static let measures = English.list(
    """
    amount area cost distance energy force height length mass number power pressure price rate speed temperature time \
    value volume weight
    """)
  private static let members = English.list("member employee worker human man woman")
  private static let qualities = ["acy", "ity", "ness", "ance", "ence", "ing"]
  private static let bare = English.list(
    "our your their people's one's both all many some several various common innate something anything someone anyone")
  private static let participles = English.list(
    """
    containing consisting connecting involving indicating including resulting occurring providing lasting describing \
    using focusing showing requiring beginning carrying measuring allowing affecting caused used having made known \
    given being involved responsible important necessary associated essential located related resulting similar due \
    leading
    """)
  private static let irregularParticiples = English.list(
    "made given taken seen known found held built sent put set born lost")
}
