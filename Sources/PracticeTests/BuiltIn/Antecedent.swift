/// Whether a sentence itself says what it calls "it" or "them". What is not clear counts as said.
enum Antecedent {
  /// Whether the sentence that has some words leaves open what a pronoun in it stands for: "Dynein bends them.",
  /// "Fritz Haber developed it.", "The slope is its limit."
  static func isMissing(in words: [WordSpan]) -> Bool {
    isOfAnotherSentence(words)
      || words.firstIndex { $0.folded == "it" }.map { !isNamed(words, before: $0) } ?? false
      || words.firstIndex { plurals.contains($0.folded) }.map { !words[..<$0].namesSeveral(before: $0) } ?? false
  }

  /// The same of what is told after somebody's name, which neither "it" nor "them" stands for.
  static func isMissing(inTold told: ArraySlice<WordSpan>) -> Bool {
    if let one = told.firstIndex(where: { ["it", "its"].contains($0.folded) }), !told[..<one].contains(where: isNoun) {
      return true
    }
    return told.firstIndex { plurals.contains($0.folded) }.map { !told[..<$0].namesSeveral(before: $0) } ?? false
  }

  /// "The slope is its limit": the subject is no part of itself.
  private static func isOfAnotherSentence(_ words: [WordSpan]) -> Bool {
    guard let copula = words.firstIndex(where: { ["is", "are", "was", "were"].contains($0.folded) }),
      copula + 1 < words.count, ["its", "their"].contains(words[copula + 1].folded)
    else { return false }
    return !words[..<copula].contains { word in
      opensAnother(word.folded) || English.prepositions.contains(word.folded) || word.folded.hasSuffix("'s")
    }
  }

  /// Whether the thing that an "it" stands for is named before it: the subject where it begins another clause, else
  /// something after the verb.
  private static func isNamed(_ words: [WordSpan], before it: Int) -> Bool {
    guard it > 0, !opensAnother(words[it - 1].folded), !isDummy(words, at: it),
      let verb = words[..<it].dropFirst().firstIndex(where: { English.isFiniteVerb($0.folded) })
    else { return true }
    return words[(verb + 1)..<it].contains(where: isNoun)
  }

  /// "makes it possible to ...": it stands for nothing.
  private static func isDummy(_ words: [WordSpan], at it: Int) -> Bool {
    guard it + 2 < words.count, !English.prepositions.contains(words[it + 1].folded) else { return false }
    return words[(it + 2)...].prefix(dummyReach).contains { ["to", "that", "for"].contains($0.folded) }
  }

  private static let dummyReach = 3

  private static func opensAnother(_ word: String) -> Bool {
    English.relatives.contains(word) || English.conjunctions.contains(word) || opening.contains(word)
  }

  private static let opening = English.list("as than before after until since once unless though although whereas")

  /// Whether a word may be a noun: nothing says that it is another kind of word.
  private static func isNoun(_ word: WordSpan) -> Bool {
    let word = word.folded
    return !Words.stopWords.contains(word) && !English.prepositions.contains(word) && !opensAnother(word)
      && !English.determiners.contains(word) && !English.isFiniteVerb(word) && !word.hasSuffix("ly")
      && !word.contains(where: \.isNumber)
  }

  private static let plurals = English.list("they them their theirs themselves")
}

extension ArraySlice<WordSpan> {
  /// Whether a word among them names several things, or somebody whom "they" may stand for, too.
  fileprivate func namesSeveral(before pronoun: Int) -> Bool {
    indices.contains { index in
      // "... that bends them": a verb.
      let isVerb =
        index == pronoun - 1 || index > startIndex && ["that", "which", "who", "it"].contains(self[index - 1].folded)
      let word = self[index].folded
      return several.contains(word) || Definition.people.contains(word) || Term.isCalling(word)
        || !isVerb && (English.isPlural(word) && !English.isThirdPerson(word) || hasForeignPlural(word))
    }
  }

  /// "cilia", "villi", "vertebrae". Many a singular ends so, too.
  private func hasForeignPlural(_ word: String) -> Bool {
    word.count > 3 && ["a", "ae", "i"].contains { word.hasSuffix($0) }
  }
}

/// Words that speak of more than one, or of anybody.
private let several = English.list(
  """
  and both many several few two three four five six seven eight nine ten all most other others who someone anyone \
  everyone somebody anybody everybody member human group team pair couple population family crowd society company \
  government data species series
  """)
