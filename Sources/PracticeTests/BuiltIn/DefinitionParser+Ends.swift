import Foundation

/// Where a definition ends, and what else is told.
extension DefinitionParser {
  /// Without the final stop, and without what is told as a second sentence: "..., and it is thought to ...".
  static func firstClause(_ raw: String) -> String {
    let text = withoutAdvice(raw)
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
    let clause = text[..<end].trimmingCharacters(in: CharacterSet(charactersIn: " .,;:!\u{2014}\u{2013}"))
    return withoutMeasure(clause)
  }

  /// Without the advice behind a dash: "holds other objects as parts - prefer it over inheritance".
  static func withoutAdvice(_ text: String) -> String {
    for dash in [" - ", " \u{2013} ", " \u{2014} "] {
      guard let range = text.range(of: dash) else { continue }
      let rest = WordSpan.words(of: String(text[range.upperBound...])).map(\.folded)
      guard rest.count > 1, English.verbs.contains(rest[0]),
        English.determiners.contains(rest[1]) || English.pronouns.contains(rest[1])
      else { continue }
      return String(text[..<range.lowerBound])
    }
    return text
  }

  /// Without a size or a sign at the end: "two twisted strands of actin, 7 nm", "gives off heat, \u{0394}H negative".
  private static func withoutMeasure(_ text: String) -> String {
    text.replacing(/, (?:[\u{0394}\u{2206}][^,$]*|\p{L}+ [=<>] [^ ,$]+)$/, with: "").replacing(
      /, (?:about |normally |usually |typically |up to )?\d[\d.,]*(?:[-\u{2013}]\d[\d.,]*)?(?: ?(?:%|\p{L}+))?(?: (?:across|long|wide|thick|high|deep))?$/,
      with: "")
  }

  /// The comma before a second clause that nothing joins: "a reply that changes the terms, kills the original offer".
  private static func splice(_ text: String, _ words: [WordSpan]) -> String.Index? {
    guard
      let index = words.indices.dropFirst().first(where: { index in
        text[words[index - 1].range.upperBound..<words[index].range.lowerBound].hasPrefix(",")
      })
    else { return nil }
    // "with clear rights, bargaining leads to ...": what the text opens with says nothing without the clause behind it.
    guard !opensBeforeClause(text, words) else { return nil }
    let rest = words[index...].map(\.folded)
    guard !rest.contains("and"), !rest.contains("or"), !English.relatives.contains(rest[0]),
      !English.prepositions.contains(rest[0]), !English.conjunctions.contains(rest[0])
    else { return nil }
    return hasVerb(rest) ? words[index - 1].range.upperBound : nil
  }

  /// Whether a text begins with "with", "if" or another such word, and a clause follows behind a comma.
  static func opensBeforeClause(_ text: String, _ words: [WordSpan]) -> Bool {
    guard let first = words.first?.folded, English.prepositions.contains(first) || first == "if",
      !Self.places.contains(first), let comma = text.range(of: ", ")
    else { return false }
    return hasVerb(words.filter { $0.range.lowerBound >= comma.upperBound }.map(\.folded))
  }

  /// Whether folded words, those of a second clause, have a verb.
  private static func hasVerb(_ rest: [String]) -> Bool {
    rest.indices.prefix(spliceReach).prefix { !English.relatives.contains(rest[$0]) }.contains { place in
      let isObject =
        place > 0
        && (English.determiners.contains(rest[place - 1]) || English.prepositions.contains(rest[place - 1]))
      return English.auxiliaries.contains(rest[place]) || English.isThirdPerson(rest[place]) && !isObject
    }
  }

  /// The first words of a second clause, among which its verb stands.
  private static let spliceReach = 8

  /// The lengths of definitions that may become short enough without their examples.
  static let cuttable = (Definition.lengths.upperBound + 1)...80

  /// Without the examples in "an event, such as a war, a flood, or a crime, that ...".
  static func withoutExamples(_ text: String) -> String {
    text.replacing(/, such as [^;:()]*?, (?:and|or) [^,;:()]+,/, with: "")
  }
}
