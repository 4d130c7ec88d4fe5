extension Candidate {
  /// What can be asked of a sentence with one number in it: the number. `nil` where it has none or reports a study.
  static func quantity(in sentence: NoteSentence) -> Candidate? {
    let (shown, words) = (sentence.shown, sentence.words)
    guard sentence.standsAlone, words.contains(where: { English.isFiniteVerb($0.folded) }),
      !StandAlone.isReport(words), !StandAlone.isComparison(words), !sentence.tellsOfAuthors,
      let (quantity, range) = Quantity.only(in: shown, words: words)
    else { return nil }
    let blank = Blank(
      sentence: shown[..<range.lowerBound] + "____" + shown[range.upperBound...], surface: quantity.text,
      isPlural: false, evidence: sentence.evidence)
    return Candidate(
      key: .quantity(quantity), passage: sentence.id.passage, evidence: sentence.evidence, blank: blank,
      explanation: shown, rank: 1)
  }
}
