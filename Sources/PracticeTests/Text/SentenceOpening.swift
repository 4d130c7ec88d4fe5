/// The first word after the end of a possible sentence.
struct SentenceOpening {
  /// Whether a sentence can begin so: with a capital, a digit, a letter without case, or a mixed word such as "pH".
  let canBegin: Bool
  let startsWithDigit: Bool
  /// A single capital with a full stop.
  let isInitial: Bool
  /// An article, pronoun, preposition or the like: hardly part of a name.
  let isUsualFirstWord: Bool

  init(_ scalars: [Unicode.Scalar], from index: Int) {
    var position = index
    var isBracketed = false
    while position < scalars.count, !Self.beginsWord(scalars[position]), position - index < 16 {
      isBracketed = isBracketed || scalars[position] == "("
      position += 1
    }
    guard position < scalars.count, Self.beginsWord(scalars[position]) else {
      (canBegin, startsWithDigit, isInitial, isUsualFirstWord) = (true, false, false, false)
      return
    }
    var end = position
    while end < scalars.count, end - position < 24, Self.beginsWord(scalars[end]) { end += 1 }
    let word = scalars[position..<end]
    let first = scalars[position]
    startsWithDigit = SentenceScanner.isDigit(first)
    isInitial = word.count == 1 && first.properties.isUppercase && end < scalars.count && scalars[end] == "."
    isUsualFirstWord = first.properties.isUppercase && Words.stopWords.contains(SentenceScanner.lowered(word))
    canBegin =
      startsWithDigit
      ? !isBracketed
      : !first.properties.isLowercase || word.dropFirst().contains { $0.properties.isUppercase }
  }

  private static func beginsWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || SentenceScanner.isDigit(scalar)
  }
}
