/// Words that the notes write with a capital because they are names: the "Coase" of "Coase theorem".
struct NameWords: Sendable {
  private var capitalised: Set<String> = []
  private var small: Set<String> = []

  /// Takes in a sentence: inside of it a capital tells a name.
  mutating func learn(from sentence: String, _ words: [WordSpan]) {
    for (index, word) in words.enumerated() {
      let text = sentence[word.range]
      if text.first?.isLowercase == true {
        small.insert(word.folded)
      } else if index > 0, Self.isCapitalised(text),
        Self.inner.contains(sentence[words[index - 1].range.upperBound..<word.range.lowerBound])
      {
        capitalised.insert(word.folded)
      }
    }
  }

  /// Takes in the words that a list explains: where nearly all begin small, a capital tells a name.
  mutating func learn(fromEntries entries: [String]) {
    let names = entries.filter { Self.isCapitalised($0.prefix { !$0.isWhitespace }) }
    guard entries.count >= Self.fewestEntries, names.count * 3 <= entries.count else { return }
    capitalised.formUnion(names.compactMap { WordSpan.words(of: $0).first?.folded })
  }

  /// What may stand between two words of a sentence before the second.
  private static let inner: Set<Substring> = [" ", " ("]
  private static let fewestEntries = 4

  /// Whether a word has a capital that isn't one of many: "Nash", and not "GDP".
  private static func isCapitalised(_ word: Substring) -> Bool {
    word.first?.isUppercase == true && word.count > 1 && word.dropFirst().allSatisfy { !$0.isUppercase }
  }

  /// A term as it stands in the middle of a sentence, with the capital of the name that it begins with.
  func written(_ term: String) -> String {
    guard term.first?.isLowercase == true, let first = WordSpan.words(of: term).first?.folded,
      capitalised.contains(first), !small.contains(first)
    else { return term }
    return term.prefix(1).uppercased() + term.dropFirst()
  }
}
