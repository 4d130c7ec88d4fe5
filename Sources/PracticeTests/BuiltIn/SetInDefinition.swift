import Foundation

/// A definition that a sentence gives in passing, of something that it is not about: "... involved in memory
/// consolidation: the process of ...", "... and somatization (the tendency to ...)".
///
/// It is whole by itself, so that it can be asked also where the sentence leans on others.
struct SetInDefinition {
  /// The words of the name.
  var name: Range<Int>
  /// What it is said to be, with its article.
  var meaning: String

  /// All of a sentence, in its shown form.
  static func all(in sentence: String, words: [WordSpan]) -> [SetInDefinition] {
    // Lines that nobody ended with a stop are one sentence: "Osmosis: ... Lysis: ...".
    guard words.count <= longestSentence, sentence.components(separatedBy: ": ").count <= 2,
      sentence.unicodeScalars.contains(where: { ":(,-\u{2013}\u{2014}".unicodeScalars.contains($0) })
    else { return [] }
    return words.indices.dropLast().compactMap { last in
      after(last, in: sentence, words) ?? calling(last, in: sentence, words)
    }
  }

  /// No sentence that anybody learns from is longer; the work grows with the square of its length.
  private static let longestSentence = 120

  // MARK: What follows the name

  /// "X: the process of ...", "X (the tendency to ...)", "X, which is the ...", "X\u{2014}a state of ...\u{2014}".
  private static func after(_ last: Int, in sentence: String, _ words: [WordSpan]) -> SetInDefinition? {
    let gap = sentence[words[last].range.upperBound..<words[last + 1].range.lowerBound]
    guard let sign = sign(gap), let start = opening(sign, after: last, words),
      isDefining(words, from: start), let name = name(endingAt: last, sentence, words)
    else { return nil }
    // "the stimulus (the taste of the cake)" says which one it is; "the halo effect (the tendency to ...)" what it is.
    let isPointed = name.lowerBound > 0 && pointing.contains(words[name.lowerBound - 1].folded)
    let head = words[DefinitionParser.headIndex(words, from: start + 1)].normal
    guard !isPointed || sign == ":" || sign == "," || English.definiteBeforeComplement.contains(head) else {
      return nil
    }
    guard sign != ":" || !isListed(words, before: name.lowerBound) && !isPlace(words, before: name.lowerBound) else {
      return nil
    }
    guard sign != "(" || !examples.contains(head) else { return nil }
    // "Men, which is ...": what is meant is the whole clause.
    guard sign != "," || !English.isPlural(words[last].folded) else { return nil }
    let rest = sentence[words[start].range.lowerBound...]
    guard let meaning = cut(rest, at: sign), !meaning.contains(": "), !isClause(meaning) else { return nil }
    return SetInDefinition(name: name, meaning: meaning)
  }

  /// "two effects of gravity: ...": what follows is a list of them.
  private static func isListed(_ words: [WordSpan], before name: Int) -> Bool {
    (max(0, name - listReach)..<name).contains { index in
      counts.contains(words[index].folded)
        || English.isPlural(words[index].folded) && words[index + 1].folded == "of"
    }
  }

  /// "... within the nervous system: the loss of ...": what follows is said of the sentence, not of its last noun.
  private static func isPlace(_ words: [WordSpan], before name: Int) -> Bool {
    name > 1 && words[name - 1].folded == "the" && English.prepositions.contains(words[name - 2].folded)
  }

  /// What a bracket says by the way: "chaining (a list in every slot)".
  private static let examples = English.list("list way thing number example case kind type")

  /// The words before a name among which it is said that many follow.
  private static let listReach = 4
  private static let counts = English.list("two three four five six seven several many some following")

  /// The sign between a name and its meaning. A hyphen or a short dash between blanks stands for a long one.
  private static func sign(_ gap: Substring) -> Character? {
    if gap == " - " || gap == " \u{2013} " { return "\u{2014}" }
    return gap.first { $0 != " " }
  }

  /// Where the meaning begins behind a sign.
  private static func opening(_ sign: Character, after last: Int, _ words: [WordSpan]) -> Int? {
    guard sign == "," else { return ":(\u{2014}".contains(sign) ? last + 1 : nil }
    guard last + 3 < words.count, words[last + 1].folded == "which", words[last + 2].folded == "is" else { return nil }
    return last + 3
  }

  /// Whether a thing with a well-known kind begins: "the process", "an abnormal fear", "the shrinking of".
  private static func isDefining(_ words: [WordSpan], from start: Int) -> Bool {
    guard ["a", "an", "the"].contains(words[start].folded), start + 2 < words.count else { return false }
    let head = DefinitionParser.headIndex(words, from: start + 1)
    let noun = words[head].normal
    let isAct =
      acts.contains(where: noun.hasSuffix) && head + 1 < words.count && ["of", "on"].contains(words[head + 1].folded)
    return isAct || English.countNouns.contains(noun) || English.definiteBeforeComplement.contains(noun)
  }

  private static let acts = ["ing", "tion", "sion", "ance", "ence", "ment"]

  /// "Theorem 3: the sum of two even numbers is even" says something of the sum.
  private static func isClause(_ meaning: String) -> Bool {
    DefinitionParser.clauseVerb(WordSpan.words(of: meaning), from: 1) != nil
  }

  /// The meaning, up to where the sentence goes on with its own business: a bracket that closes more than was opened, the
  /// second dash, or the comma after "which is ...".
  private static func cut(_ rest: Substring, at sign: Character) -> String? {
    var depth = 0
    for index in rest.indices {
      switch rest[index] {
      case "(": depth += 1
      case ")" where depth == 0: return String(rest[..<index])
      case ")": depth -= 1
      case "\u{2014}" where sign == "\u{2014}": return String(rest[..<index])
      case " " where sign == "\u{2014}" && [" - ", " \u{2013} "].contains(where: rest[index...].hasPrefix):
        return String(rest[..<index])
      case "," where sign == "," && goesOn(rest[rest.index(after: index)...]): return String(rest[..<index])
      default: break
      }
    }
    return sign == "(" ? nil : String(rest)
  }

  /// Whether the sentence goes on after "X, which is the ...,": with a verb, or with the thing that it is about.
  private static func goesOn(_ rest: Substring) -> Bool {
    let next = WordSpan.words(of: String(rest.prefix(farthest))).first?.folded ?? ""
    return English.isFiniteVerb(next) || English.determiners.contains(next) || English.pronouns.contains(next)
      || English.prepositions.contains(next) || English.relatives.contains(next) || ["to", "but", "so"].contains(next)
  }

  /// As many characters as one word may have.
  private static let farthest = 30

  // MARK: What precedes the name

  /// "a fatty substance known as the myelin sheath, which coats the axon": the kind before the name, what it does after.
  private static func calling(_ last: Int, in sentence: String, _ words: [WordSpan]) -> SetInDefinition? {
    guard last + 3 < words.count, ["which", "that"].contains(words[last + 1].folded),
      sentence[words[last].range.upperBound..<words[last + 1].range.lowerBound] == ", ",
      let name = name(endingAt: last, sentence, words)
    else { return nil }
    var verb = name.lowerBound - 1
    if verb > 0, ["a", "an", "the"].contains(words[verb].folded) { verb -= 1 }
    if verb > 1, words[verb].folded == "as", words[verb - 1].folded == "known" { verb -= 1 }
    guard verb > 1, naming.contains(words[verb].folded),
      let start = words[max(0, verb - longestKind)..<verb].lastIndex(where: { ["a", "an"].contains($0.folded) })
    else { return nil }
    let kind = sentence[words[start].range.lowerBound..<words[verb - 1].range.upperBound]
    let isPlain =
      !kind.contains(where: { ",;:()".contains($0) })
      && !words[start..<verb].contains { English.auxiliaries.contains($0.folded) || English.isThirdPerson($0.folded) }
    // "a process of a cell called meiosis": the process is called so.
    let isPart = start > 0 && English.prepositions.contains(words[start - 1].folded)
    guard isPlain, !isPart, isDefining(words, from: start),
      let deed = cut(sentence[words[last + 2].range.lowerBound...], at: ",")
    else { return nil }
    return SetInDefinition(name: name, meaning: kind + " that " + deed)
  }

  private static let longestKind = 8

  // MARK: The name

  /// The name that ends at a word: the words before it up to an article, a preposition, a verb or a sign.
  private static func name(endingAt last: Int, _ sentence: String, _ words: [WordSpan]) -> Range<Int>? {
    var start = last
    while start > 0, last - start < longestName - 1,
      sentence[words[start - 1].range.upperBound..<words[start].range.lowerBound] == " ",
      !ends(words, at: start - 1)
    {
      start -= 1
    }
    // "stress worsens insomnia": whatever ends in an s is no part of a name, but may be a verb.
    guard !words[start..<last].contains(where: { English.isPlural($0.folded) }) else { return nil }
    guard start > 0 else { return start..<(last + 1) }
    let isWhole =
      ends(words, at: start - 1) || sentence[words[start - 1].range.upperBound..<words[start].range.lowerBound] != " "
    guard isWhole else { return nil }
    let before = words[start - 1].folded
    let isCut = before.hasSuffix("ed") && !naming.contains(before)
    // "they would freeze (a response ...)": a verb.
    let isVerb = modals.contains(before) && start == last
    return isCut || isVerb ? nil : start..<(last + 1)
  }

  private static func ends(_ words: [WordSpan], at index: Int) -> Bool {
    let word = words[index].folded
    // "disorders include phobia": a verb in its base form stands after a plural.
    let isPluralVerb = English.verbs.contains(word) && index > 0 && English.isPlural(words[index - 1].folded)
    return Words.stopWords.contains(word) || English.prepositions.contains(word) || English.isFiniteVerb(word)
      || English.determiners.contains(word) || introducing.contains(word) || isPluralVerb || word.hasSuffix("ly")
  }

  private static let longestName = 4
  private static let modals: Set<String> = [
    "can", "could", "may", "might", "must", "shall", "should", "will", "would", "to",
  ]
  private static let naming: Set<String> = ["called", "known", "termed", "named"]
  private static let introducing: Set<String> = ["using", "including", "involving", "like", "called"]
  private static let pointing: Set<String> = ["the", "this", "that", "these", "those", "his", "her", "their", "its"]
}
