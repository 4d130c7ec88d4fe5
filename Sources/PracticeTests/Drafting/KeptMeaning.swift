/// Whether a question that a model worded keeps what the notes say that its answer is. What small models lose or swap is
/// what tells the answer from its neighbours: "ancient", "of others" for "for others".
struct KeptMeaning {
  /// Words of the meaning that the question should have and has not.
  let lost: [String]
  /// Whether words stand in another order, which seldom says the same.
  let isRearranged: Bool

  /// Below this share of the meaning's words, the question is about something else.
  private static let leastKept = 0.6
  /// Of so many words that both have, one may stand elsewhere.
  private static let wordsForOneMove = 5

  /// - Parameter key: the answer, whose words the question need not repeat.
  init(of meaning: String, in question: String, key: String) {
    let words = WordSpan.words(of: meaning)
    let asked = WordSpan.words(of: question).map { Words.stem($0.folded) }
    let named = Words.contentStems(key)
    let told = words.filter { Self.tells($0) && !named.contains(Words.stem($0.folded)) }
    let missing = told.filter { !Self.holds(asked, $0) }
    let start = words.first.map { ["a", "an", "the"].contains($0.folded) } == true ? 1 : 0
    let head = start < words.count ? DefinitionParser.headIndex(words, from: start) : start
    let modifiers = missing.filter { word in
      words[..<min(head, words.count)].contains { $0.range == word.range }
    }
    let isThin = Double(told.count - missing.count) < Self.leastKept * Double(told.count)
    lost = (isThin ? missing : modifiers).map(\.folded)
    isRearranged = Self.moved(told.map { Words.stem($0.folded) }, asked) >= 1
  }

  private static func tells(_ word: WordSpan) -> Bool {
    word.folded.count >= 3 && !Words.stopWords.contains(word.folded) && !English.prepositions.contains(word.folded)
  }

  private static func holds(_ asked: [String], _ word: WordSpan) -> Bool {
    let stem = Words.stem(word.folded)
    return asked.contains { DistractorPicker.isNear(stem, $0) }
  }

  /// How many words too many stand in another order than the meaning has them.
  private static func moved(_ told: [String], _ asked: [String]) -> Int {
    let found = asked.compactMap { word in told.firstIndex { DistractorPicker.isNear($0, word) } }
    let places = found.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
    var longest: [Int] = []
    for place in places {
      if let index = longest.firstIndex(where: { $0 >= place }) {
        longest[index] = place
      } else {
        longest.append(place)
      }
    }
    return places.count - longest.count - places.count / wordsForOneMove
  }
}
