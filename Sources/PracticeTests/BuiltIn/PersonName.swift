/// Finds the people whom notes tell about: a name of two words or more, and what its bearer did or was.
enum PersonName {
  private static let lengths = 2...4

  /// The name with which a sentence begins, where a deed follows: "Marie Curie discovered ...", "Niels Bohr, a ...,
  /// proposed ...", "Abraham Maslow was a psychologist ...".
  static func find(in sentence: String) -> String? {
    guard opensWithName(sentence) else { return nil }
    let (text, words) = StandAlone.shown(sentence)
    var end = 0
    while end < words.count, end <= lengths.upperBound, isPart(of: words, at: end, in: text),
      end == 0 || text[words[end - 1].range.upperBound..<words[end].range.lowerBound] == " "
    {
      end += 1
    }
    guard lengths.contains(end), end < words.count, let verb = verb(in: text, words, after: end),
      isDeed(words, at: verb), !peoples.contains(words[0].folded),
      !words[..<end].contains(where: { others.contains($0.normal) })
    else { return nil }
    return String(text[words[0].range.lowerBound..<words[end - 1].range.upperBound])
  }

  /// Whether the first two words begin with capitals, before the sentence is read in full.
  private static func opensWithName(_ sentence: String) -> Bool {
    guard let space = sentence.firstIndex(of: " "), sentence.first?.isUppercase == true else { return false }
    let second = sentence[sentence.index(after: space)...].prefix { !$0.isWhitespace }
    return second.first?.isUppercase == true || particles.contains(String(second))
  }

  /// Whether a word is a name, or a particle before one: "Olympe de Gouges".
  private static func isPart(of words: [WordSpan], at index: Int, in text: String) -> Bool {
    isName(words[index], in: text)
      || index > 0 && particles.contains(words[index].folded) && index + 1 < words.count
        && isName(words[index + 1], in: text)
  }

  private static let particles: Set<String> = [
    "de", "du", "da", "di", "del", "la", "le", "von", "van", "der", "ibn", "bin",
  ]

  private static func isName(_ word: WordSpan, in sentence: String) -> Bool {
    let text = sentence[word.range]
    return word.folded.count > 1 && text.first?.isUppercase == true && text.dropFirst().contains(where: \.isLowercase)
      && !Words.stopWords.contains(word.folded) && !word.folded.contains(where: \.isNumber)
  }

  /// The verb after a name, what stands between commas left out.
  private static func verb(in sentence: String, _ words: [WordSpan], after end: Int) -> Int? {
    let gap = sentence[words[end - 1].range.upperBound..<words[end].range.lowerBound]
    if gap == " " { return end }
    let inner = sentence[words[end].range.lowerBound...]
    // "Ann Lee, Bo Chen, and others": not one person's deed.
    guard gap == ", ", inner.first?.isLowercase == true, let comma = inner.firstIndex(of: ",") else { return nil }
    return words.firstIndex { $0.range.lowerBound > comma }
  }

  /// Places and works can be and become something, too: only people are somebody.
  private static func isDeed(_ words: [WordSpan], at verb: Int) -> Bool {
    if deeds.contains(words[verb].folded) { return true }
    // What "was described by the physicist ..." is no physicist.
    return ["is", "was", "became"].contains(words[verb].folded)
      && words.dropFirst(verb + 1).prefix(reach).prefix { $0.folded != "by" }.contains { Term.isCalling($0.folded) }
  }

  /// The words after "was" among which it is said what somebody was.
  private static let reach = 8

  private static let deeds = English.list(
    """
    developed proposed discovered invented founded introduced formulated described explained published wrote coined \
    designed argued suggested believed demonstrated showed proved identified pioneered theorized defined observed \
    isolated defeated conquered explored painted composed studied investigated conducted devised emphasized viewed \
    stabbed killed murdered assassinated overthrew executed criticised criticized fled ruled reigned governed invaded \
    sailed commanded fought won signed abolished banned reformed unified liberated resigned abdicated succeeded declared \
    proclaimed taught translated printed directed recorded patented measured calculated derived solved classified named \
    organised organized led built opened drafted nailed crowned negotiated
    """)

  /// Words that no name of a person has.
  private static let others = English.list(
    """
    university college institute association society center centre company corporation department state kingdom union \
    party school museum foundation agency committee council church league press journal court army act law theory war \
    revolution lab laboratory parliament empire nation movement government navy group team bank city river theorem test
    """)

  /// How names of places, peoples and works begin.
  private static let peoples = English.list(
    """
    new north south east west northern southern eastern western ancient early late modern british french german \
    american english roman greek chinese russian spanish italian dutch european african indian japanese united great \
    mount saint lake river black white red world holy old mona magna pearl
    """)
}
