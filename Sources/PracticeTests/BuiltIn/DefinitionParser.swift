import Foundation

/// Reads the right-hand side of a definition ("drug that mimics ...", "the process by which ...") and finds its shape.
struct DefinitionParser: Sendable {
  /// Which nouns can be counted in these notes.
  var countNouns: CountNouns

  /// A glossary's entry: its definition in a form that can be asked about, and other names that it mentions.
  func glossary(_ raw: String) -> (definition: Definition?, aliases: [String]) {
    var text = raw.trimmingCharacters(in: .whitespacesAndNewlines)
    var aliases = Self.takeLeadingAside(&text)
    for mark in ["also referred to as ", "also known as ", "also called ", "sometimes called "] {
      guard let range = text.range(of: mark, options: .caseInsensitive) else { continue }
      aliases.append(String(text[range.upperBound...]))
      text = String(text[..<range.lowerBound])
    }
    text = Sentences.split(text).first ?? ""
    if let semicolon = text.firstIndex(of: ";") { text = String(text[..<semicolon]) }
    text = StandAlone.withoutReferences(text).trimmingCharacters(in: CharacterSet(charactersIn: " .,;:-\u{2014}"))
    let names = aliases.map { Self.withoutArticle($0.trimmingCharacters(in: .punctuationCharacters)) }
    return (definition(text), names)
  }

  /// The definition that a text gives, if it is one that can be asked about.
  func definition(_ raw: String) -> Definition? {
    var text = Self.firstClause(Self.lowercasedStart(raw))
    var words = WordSpan.words(of: text)
    if Self.cuttable.contains(words.count) {
      text = Self.withoutExamples(text)
      words = WordSpan.words(of: text)
    }
    guard text.count(where: { $0 == "\u{2014}" }) != 1 || !raw.hasSuffix("\u{2014}") else { return nil }
    guard Definition.lengths.contains(words.count), !text.contains("?"), !text.contains("_") else { return nil }
    guard !words.contains(where: { Self.unclear.contains($0.folded) }) else { return nil }
    guard let found = shape(of: text, words), found.isSpecific else { return nil }
    return found
  }

  /// The lengths of definitions that may become short enough without their examples.
  private static let cuttable = (Definition.lengths.upperBound + 1)...80

  /// Without the examples in "an event, such as a war, a flood, or a crime, that ...".
  private static func withoutExamples(_ text: String) -> String {
    text.replacing(/, such as [^;:()]*?, (?:and|or) [^,;:()]+,/, with: "")
  }

  private func shape(of text: String, _ words: [WordSpan]) -> Definition? {
    let first = words[0].folded
    // "characteristic of leaders who ..." says of what, and not what.
    guard first != "characteristic" || words[1].folded != "of" else { return nil }
    if first == "refers" || first == "describes" || first == "means" {
      let skipped = first == "refers" ? 2 : 1
      return words.count > skipped + 3 ? definition(String(text[words[skipped].range.lowerBound...])) : nil
    }
    if first == "when" { return Definition(text: text, shape: .event) }
    if ["what", "how", "where", "why"].contains(first) { return Definition(text: text, shape: .thing) }
    if ["a", "an", "the"].contains(first) { return phrase(text, words, start: 1, article: "") }
    if English.determiners.contains(first) {
      return Self.clauseVerb(words, from: 1) == nil ? phrase(text, words, start: 0, article: "") : claim(text)
    }
    if Self.properties.contains(first) { return Definition(text: "is " + text, shape: .predicate) }
    if English.auxiliaries.contains(words[1].folded) { return claim(text) }
    let isListed = text[words[0].range.upperBound...].hasPrefix(",")
    if English.isThirdPerson(first), !isListed,
      !English.prepositions.contains(words[1].folded) || Self.takesPreposition.contains(first)
    {
      return Definition(text: text, shape: .predicate)
    }
    if Self.clauseVerb(words, from: 1) != nil || Self.isReasoned(words) { return claim(text) }
    return phrase(text, words, start: 0, article: nil)
  }

  /// "contract ends because ...": a clause, whose verb has no object.
  private static func isReasoned(_ words: [WordSpan]) -> Bool {
    words.indices.dropFirst().dropLast().prefix(3).contains { index in
      English.isThirdPerson(words[index].folded)
        && ["because", "when", "if", "after"].contains(words[index + 1].folded)
    }
  }

  /// Without the final stop, and without what is told as a second sentence: "..., and it is thought to ...".
  private static func firstClause(_ text: String) -> String {
    var end = text.endIndex
    for mark in ["; ", ", and it ", ", and they ", ", but it ", ", which means "] {
      if let range = text.range(of: mark), range.lowerBound < end { end = range.lowerBound }
    }
    let words = WordSpan.words(of: text)
    let relative = words.firstIndex { English.relatives.contains($0.folded) } ?? words.count
    let open = relative < words.count ? words[relative].range.lowerBound : text.endIndex
    for mark in [", and ", ", but ", ", so "] {
      guard let range = text.range(of: mark), range.lowerBound < min(end, open) else { continue }
      let rest = WordSpan.words(of: String(text[range.upperBound...]))
      if rest.count > 2, clauseVerb(rest, from: 1) != nil { end = range.lowerBound }
    }
    if let comma = splice(text, words) { end = min(end, comma) }
    // "...\u{2014}feedback is provided in the form of ...": another sentence.
    if let dash = text.firstIndex(of: "\u{2014}"), dash < end, dash == text.lastIndex(of: "\u{2014}"),
      clauseVerb(WordSpan.words(of: String(text[text.index(after: dash)...])), from: 1) != nil
    {
      end = dash
    }
    // "an attribute of a person and includes ...": the second verb is the sentence's, not the definition's.
    for index in words.indices.dropFirst(3) where index < relative && words[index - 1].folded == "and" {
      let word = words[index].folded
      guard English.isThirdPerson(word) || English.auxiliaries.contains(word) else { continue }
      end = min(end, words[index - 1].range.lowerBound)
    }
    return text[..<end].trimmingCharacters(in: CharacterSet(charactersIn: " .,;:!\u{2014}\u{2013}"))
  }

  /// The comma before a second clause that nothing joins: "a reply that changes the terms, kills the original offer".
  private static func splice(_ text: String, _ words: [WordSpan]) -> String.Index? {
    guard
      let index = words.indices.dropFirst().first(where: { index in
        text[words[index - 1].range.upperBound..<words[index].range.lowerBound].hasPrefix(",")
      })
    else { return nil }
    let rest = words[index...].map(\.folded)
    guard !rest.contains("and"), !rest.contains("or"), !English.relatives.contains(rest[0]),
      !English.prepositions.contains(rest[0]), !English.conjunctions.contains(rest[0]),
      rest.prefix(spliceReach).contains(where: { English.isThirdPerson($0) || English.auxiliaries.contains($0) })
    else { return nil }
    return words[index - 1].range.upperBound
  }

  /// The first words of a second clause, among which its verb stands.
  private static let spliceReach = 4

  private func claim(_ text: String) -> Definition {
    Definition(text: text, shape: .claim)
  }

  /// A noun phrase (or a gerund). `article` is `""` where the phrase has its own.
  private func phrase(_ text: String, _ words: [WordSpan], start: Int, article: String?) -> Definition? {
    let head = Self.headIndex(words, from: start)
    guard head < words.count else { return nil }
    let noun = words[head].folded
    // "perceive depth in ..." is neither a thing nor a sentence.
    let isOrder =
      English.verbs.contains(words[0].folded) && !countNouns.contains(noun) && !English.isPlural(noun)
      && (head > 0 || words.count > 1 && English.prepositions.contains(words[1].folded))
    guard !isOrder || article != nil else { return nil }
    let genus = Self.genus(words, start, head)
    let shown: String
    if article != nil || Self.startsWithGerund(words, head: head, countNouns: countNouns) {
      shown = text
    } else if let added = self.article(words, head: head) {
      shown = added.isEmpty ? text : added + " " + text
    } else {
      return Definition(text: text, shape: .fragment, genus: genus)
    }
    return Definition(
      text: shown, shape: .thing, genus: genus,
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
    let next = head + 1 < words.count ? words[head + 1].folded : ""
    let hasComplement = ["of", "to", "that", "by", "at", "in", "from"].contains(next)
    if next == "of" || next == "to", head == 0, Self.qualities.contains(where: noun.hasSuffix) { return "the" }
    if hasComplement, English.definiteBeforeComplement.contains(noun), head == 0 { return "the" }
    if next == "of", head == 0, noun.hasSuffix("tion") || noun.hasSuffix("sion"), !countNouns.contains(noun) {
      return "the"
    }
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
      !English.contentNouns.contains(words[end].folded), !Definition.people.contains(words[end].folded),
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

  /// The finite verb of a main clause, if the text is a clause and not a noun phrase.
  static func clauseVerb(_ words: [WordSpan], from start: Int) -> Int? {
    for index in words.indices.dropFirst(start) {
      let word = words[index].folded
      if English.relatives.contains(word) || English.pronouns.contains(word) && index > 0 { return nil }
      if English.auxiliaries.contains(word) { return index }
      let before = words[index - 1].folded
      if before == "to" || English.determiners.contains(before) || English.prepositions.contains(before) { continue }
      let next = index + 1 < words.count ? words[index + 1].folded : ""
      guard !English.relatives.contains(next) else { continue }
      let opensObject = English.determiners.contains(next) || English.prepositions.contains(next)
      if English.isThirdPerson(word), opensObject, !English.conjunctions.contains(before) { return index }
      if English.verbs.contains(word), English.isPlural(before) || English.determiners.contains(next),
        !English.conjunctions.contains(before)
      {
        return index
      }
    }
    return nil
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

  /// A term as it stands in the middle of a sentence: "Osmosis" is "osmosis", "John Nash" stays.
  static func lowercasedName(_ name: String) -> String {
    let rest = name.drop { !$0.isWhitespace }
    return rest.contains(where: \.isUppercase) ? name : lowercasedStart(name)
  }

  /// A sentence's start in lower case, unless its first word is a name or an abbreviation.
  static func lowercasedStart(_ text: String) -> String {
    guard let first = text.first, first.isUppercase else { return text }
    let word = text.prefix { !$0.isWhitespace }
    // "B cells" are no "b cells", and "Paris v Stepney" is a case.
    if word.count == 1 && word != "A" || isCase(text) { return text }
    let rest = word.dropFirst()
    if rest.contains(where: { $0.isUppercase || $0.isNumber }) || rest.hasSuffix("'s") || rest.hasSuffix("\u{2019}s") {
      return text
    }
    return first.lowercased() + text.dropFirst()
  }

  /// Whether a text begins with the parties of a case at law.
  private static func isCase(_ text: String) -> Bool {
    let words = text.split(separator: " ", maxSplits: 2)
    return words.count == 3 && ["v", "v.", "vs", "vs."].contains(words[1]) && words[2].first?.isUppercase == true
  }

  static func withoutArticle(_ text: String) -> String {
    for article in ["a ", "an ", "the "] where text.lowercased().hasPrefix(article) {
      return String(text.dropFirst(article.count))
    }
    return text
  }

  /// Takes "(also, somnambulism)" or "(plural: gyri)" off the start, and gives the names in it.
  private static func takeLeadingAside(_ text: inout String) -> [String] {
    guard text.hasPrefix("("), let close = text.firstIndex(of: ")") else { return [] }
    let inner = text[text.index(after: text.startIndex)..<close]
    text = String(text[text.index(after: close)...]).trimmingCharacters(in: .whitespaces)
    var name = String(inner)
    for mark in ["also known as", "also called", "also,", "also", "plural:", "plural =", "plural", "singular:"]
    where name.lowercased().hasPrefix(mark) {
      name = String(name.dropFirst(mark.count))
      break
    }
    return [name.trimmingCharacters(in: .whitespaces)]
  }

  private static let collectives = AskedKind.partitives.union(
    English.list("brand class category group set series family variety"))
  private static let members = English.list("member employee worker human man woman")
  private static let qualities = ["acy", "ity", "ness", "ance", "ence", "ing"]

  /// Words that point outside of a definition.
  private static let unclear = English.list(
    "this these those above below figure example etc i my me he she his her him discussed later earlier chapter section"
  )
  private static let bare = English.list(
    "our your their people's one's both all many some several various common innate something anything someone anyone")
  private static let properties = English.list(
    """
    able essential important responsible involved characterized known grounded made composed located used based \
    capable associated due related necessary focused found
    """)
  private static let takesPreposition = English.list(
    "contributes serves depends acts consists results occurs leads focuses")
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
