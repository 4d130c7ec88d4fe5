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
  func definition(_ given: String) -> Definition? {
    // A nickname in quotation marks, and behind a comma what it is.
    let raw = given.replacing(/^["\u{201C}][^"\u{201D}]*["\u{201D}],\s+/, with: "")
    guard raw.first.map({ "\"\u{201C}".contains($0) }) != true, !raw.contains(/\u{2192}|\s[-=]>\s/) else { return nil }
    var text = Self.firstClause(Self.lowercasedStart(raw))
    var words = WordSpan.words(of: text)
    if Self.cuttable.contains(words.count) {
      text = Self.withoutExamples(text)
      words = WordSpan.words(of: text)
    }
    guard text.count(where: { $0 == "\u{2014}" }) != 1 || !raw.hasSuffix("\u{2014}") else { return nil }
    guard Definition.lengths.contains(words.count), !text.contains("?"), !text.contains("_") else { return nil }
    guard !Self.opensWithCase(raw) else { return nil }
    let isUnclear = words.indices.contains {
      Self.unclear.contains(words[$0].folded) && !English.isNumeral(words, at: $0)
    }
    guard !isUnclear else { return nil }
    guard let found = shape(of: text, words), found.isSpecific else { return nil }
    guard found.shape != .fragment || !Self.isJotted(text, words) else { return nil }
    return found
  }

  /// "middle layer, heart muscle, thickest on the left": notes for oneself.
  private static func isJotted(_ text: String, _ words: [WordSpan]) -> Bool {
    text.count { $0 == "," } >= 2 && !words.contains { ["and", "or"].contains($0.folded) }
  }

  /// "Paris v Stepney (no goggles)": a case at law is an example of what stands before it.
  private static func opensWithCase(_ text: String) -> Bool {
    text.prefixMatch(of: /\p{Lu}\S*(?: \S+){0,3} vs?\.? \p{Lu}/) != nil
  }

  private func shape(of text: String, _ words: [WordSpan]) -> Definition? {
    let first = words[0].folded
    // "characteristic of leaders who ..." says of what, and not what.
    guard first != "characteristic" || words[1].folded != "of" else { return nil }
    // "one of the first who ..." is true of others, too.
    guard first != "one" || words[1].folded != "of" else { return nil }
    if first == "refers" || first == "describes" || first == "means" {
      let skipped = first == "refers" ? 2 : 1
      return words.count > skipped + 3 ? definition(String(text[words[skipped].range.lowerBound...])) : nil
    }
    if first == "when" { return Definition(text: text, shape: .event) }
    // "the term for where ..." is no English.
    if first == "where" { return Definition(text: "is " + text, shape: .predicate) }
    if ["what", "how", "why"].contains(first) { return Definition(text: text, shape: .thing) }
    if ["a", "an", "the"].contains(first) {
      return Self.isClause(words) ? claim(text) : phrase(text, words, start: 1, article: "")
    }
    if English.determiners.contains(first) {
      return Self.clauseVerb(words, from: 1) == nil ? phrase(text, words, start: 0, article: "") : claim(text)
    }
    if first != "to", English.prepositions.contains(first) || first == "if", !isPlace(text, first) {
      return Self.opensBeforeClause(text, words) ? claim(text) : Definition(text: text, shape: .fragment)
    }
    if Self.properties.contains(first) { return Definition(text: "is " + text, shape: .predicate) }
    if English.auxiliaries.contains(words[1].folded) { return claim(text) }
    if let predicate = predicate(text, words) { return predicate }
    if Self.clauseVerb(words, from: 1) != nil || Self.isReasoned(words) { return claim(text) }
    return phrase(text, words, start: 0, article: nil)
  }

  /// What a thing does or where it lies, said without its name: "carries signals", "delay the impulse", "between two
  /// valves".
  private func predicate(_ text: String, _ words: [WordSpan]) -> Definition? {
    let (first, second) = (words[0].folded, words[1].folded)
    if isPlace(text, first) {
      return Definition(text: "lies " + text, shape: .predicate)
    }
    guard !text[words[0].range.upperBound...].hasPrefix(",") else { return nil }
    if English.isThirdPerson(first), !English.prepositions.contains(second) || Self.takesPreposition.contains(first) {
      return Definition(text: text, shape: .predicate)
    }
    // "resources the firm already owns": the verb stands behind what it is said of.
    guard Self.openingObjects.contains(second), !Self.isOwned(words) else { return nil }
    guard English.verbs.contains(first) || English.isPlural(first) && first.hasSuffix("s") else { return nil }
    return Definition(text: text, shape: .predicate, isPlural: English.verbs.contains(first))
  }

  /// Whether a text that begins with a word says where something lies.
  private func isPlace(_ text: String, _ first: String) -> Bool {
    Self.places.contains(first) && !text.contains(where: \.isNumber)
  }

  /// Whether a verb of its own stands behind the second noun of "resources the firm owns".
  private static func isOwned(_ words: [WordSpan]) -> Bool {
    words.indices.dropFirst(2).prefix { !English.relatives.contains(words[$0].folded) }.contains { index in
      let (word, before) = (words[index].folded, words[index - 1].folded)
      return English.auxiliaries.contains(word) && before != "to"
        || English.isThirdPerson(word) && !English.conjunctions.contains(before)
          && !English.determiners.contains(before) && !English.prepositions.contains(before)
    }
  }

  /// "contract ends because ...": a clause, whose verb has no object.
  private static func isReasoned(_ words: [WordSpan]) -> Bool {
    words.indices.dropFirst().dropLast().prefix(3).contains { index in
      English.isThirdPerson(words[index].folded)
        && ["because", "when", "if", "after"].contains(words[index + 1].folded)
    }
  }

  private func claim(_ text: String) -> Definition {
    Definition(text: text, shape: .claim)
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

  /// Words that point outside of a definition.
  private static let unclear = English.list(
    "this these those above below figure example etc i my me he she his her him discussed later earlier chapter section"
  )
  private static let properties = English.list(
    """
    able essential important responsible involved characterized known grounded made composed located used based \
    capable associated due related necessary focused found
    """)
  static let takesPreposition = English.list(
    "contributes serves depends acts consists results occurs leads focuses")
  static let places: Set<String> = ["between", "behind", "beneath", "beside"]
  private static let openingObjects = English.list("a an the its their his her")
}
