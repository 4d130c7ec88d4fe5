/// Kinds of terms: those that the notes name without marking them, and those that stand below a heading for all of them.
extension TermTable {
  /// Notes below which heading each term is introduced; `headings` has that of each passage.
  mutating func placeUnderHeadings(_ headings: [String?]) {
    let classes = headings.map { $0.flatMap(Self.namedClass) }
    let named = Set(classes.compactMap(\.self))
    for index in terms.indices {
      if let passage = terms[index].passage { terms[index].headedBy = classes[passage] }
      terms[index].isClass = !named.isDisjoint(with: terms[index].keys)
    }
  }

  /// The class of things that a heading names, as the key of a term: "organelle" of "2. Organelles".
  private static func namedClass(_ heading: String) -> String? {
    let words = WordSpan.words(of: String(heading.prefix { $0 != ":" })).filter {
      !$0.folded.allSatisfy(\.isNumber)
    }
    guard let last = words.last, English.isPlural(last.folded) else { return nil }
    return words.map(\.normal).joined(separator: " ")
  }

  /// The names of such kinds in a sentence: "problem-focused coping", where "coping" is a term. A hyphen tells a kind
  /// from a noun with just any adjective.
  func kinds(in sentence: String) -> [String] {
    guard sentence.utf8.contains(UInt8(ascii: "-")) else { return [] }
    let words = WordSpan.words(of: sentence)
    return occurrences(in: sentence, words).compactMap { term, place in
      guard place.lowerBound > 0, !terms[term].isPerson, Self.gap(before: place.lowerBound, sentence, words) == " ",
        Self.isSort(words[place.lowerBound - 1])
      else { return nil }
      let name = sentence[words[place.lowerBound - 1].range.lowerBound..<words[place.upperBound - 1].range.upperBound]
      return place.lowerBound == 1 ? DefinitionParser.lowercasedName(String(name)) : String(name)
    }
  }

  /// Whether a word says which kind it is: "problem-focused", and neither "well-known" nor "five-year".
  private static func isSort(_ word: WordSpan) -> Bool {
    let parts = word.folded.split(separator: "-").map(String.init)
    return parts.count == 2
      && parts.allSatisfy { $0.count > 2 && !$0.contains(where: \.isNumber) && !common.contains($0) }
  }

  private static let common = English.list(
    "well most best least much more less known called like year month week day hour minute old two three four five six")
}
