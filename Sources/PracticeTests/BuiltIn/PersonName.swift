/// Finds the people whom notes tell about: a name of two words or more, and what its bearer did.
enum PersonName {
  private static let lengths = 2...4

  /// The name with which a sentence begins, where a deed follows: "Marie Curie discovered ...", "Niels Bohr, a ...,
  /// proposed ...".
  static func find(in sentence: String, words: [WordSpan]) -> String? {
    var end = 0
    while end < words.count, end <= lengths.upperBound, isName(words[end], in: sentence),
      end == 0 || sentence[words[end - 1].range.upperBound..<words[end].range.lowerBound] == " "
    {
      end += 1
    }
    guard lengths.contains(end), end < words.count, let verb = deed(in: sentence, words, after: end),
      deeds.contains(verb), !words[..<end].contains(where: { institutions.contains($0.normal) })
    else { return nil }
    return String(sentence[words[0].range.lowerBound..<words[end - 1].range.upperBound])
  }

  private static func isName(_ word: WordSpan, in sentence: String) -> Bool {
    let text = sentence[word.range]
    return word.folded.count > 1 && text.first?.isUppercase == true && text.dropFirst().contains(where: \.isLowercase)
      && !Words.stopWords.contains(word.folded) && !word.folded.contains(where: \.isNumber)
  }

  /// The verb after a name, what stands between commas left out.
  private static func deed(in sentence: String, _ words: [WordSpan], after end: Int) -> String? {
    let gap = sentence[words[end - 1].range.upperBound..<words[end].range.lowerBound]
    if gap == " " { return words[end].folded }
    let inner = sentence[words[end].range.lowerBound...]
    // "Ann Lee, Bo Chen, and others": not one person's deed.
    guard gap == ", ", inner.first?.isLowercase == true, let comma = inner.firstIndex(of: ",") else { return nil }
    return words.first { $0.range.lowerBound > comma }?.folded
  }

  private static let deeds = English.list(
    """
    developed proposed discovered invented founded established introduced created formulated described explained \
    published wrote coined designed built argued suggested believed demonstrated showed proved identified pioneered \
    theorized defined observed isolated led defeated conquered explored painted composed studied investigated conducted \
    performed devised laid opened signed became was is first used emphasized focused viewed
    """)

  private static let institutions = English.list(
    """
    university college institute association society center centre company corporation department state kingdom union \
    party school museum foundation agency committee council church league press journal court army act law theory war \
    revolution
    """)
}
