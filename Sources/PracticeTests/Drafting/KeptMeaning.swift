/// Whether a question that a model worded keeps what the notes say that its answer is. Small models lose what tells the
/// answer from its neighbours, or turn it round: "support for others" out of "support of others".
struct KeptMeaning {
  /// Words of the meaning that the question should have and has not; "not" where only one of them denies.
  let lost: [String]
  /// Whether words stand in another order, which seldom says the same.
  let isRearranged: Bool

  /// Below this share of the meaning's words, the question is about something else.
  private static let leastKept = 0.6
  /// Of so many words that both have, one may stand elsewhere: "feedback is provided" may be "provides feedback".
  private static let wordsForOneMove = 5

  /// - Parameter key: the answer, whose words the question need not repeat.
  init(of meaning: String, in question: String, key: String) {
    let words = WordSpan.words(of: meaning)
    let asked = WordSpan.words(of: question).map { Words.stem($0.folded) }
    let named = Words.contentStems(key)
    let told = words.filter { Self.tells($0) && !named.contains(Words.stem($0.folded)) }
    let missing = told.filter { !Self.holds(asked, $0) }
    let isThin = Double(told.count - missing.count) < Self.leastKept * Double(told.count)
    let denials = Self.denials(in: meaning).symmetricDifference(Self.denials(in: question))
    lost = !denials.isEmpty ? denials.sorted() : isThin ? missing.map(\.folded) : []
    isRearranged = Self.isRearranged(told.map { Words.stem($0.folded) }, asked)
  }

  private static func tells(_ word: WordSpan) -> Bool {
    word.folded.count >= 3 && !Words.stopWords.contains(word.folded) && !English.prepositions.contains(word.folded)
      && !frequencies.contains(word.folded)
  }

  private static let frequencies = English.list("often usually typically generally commonly sometimes frequently")

  /// Whether it denies: "not learned" and "without learning" alike.
  private static func denials(in text: String) -> Set<String> {
    Words.tokens(text).contains { ["not", "no", "never", "without", "nor", "lacks", "lack", "lacking"].contains($0) }
      ? ["not"] : []
  }

  private static func holds(_ asked: [String], _ word: WordSpan) -> Bool {
    let stem = Words.stem(word.folded)
    return asked.contains { isForm($0, stem) }
  }

  /// Whether two stems are of one word. "unconditioned" is not "conditioned".
  private static func isForm(_ first: String, _ second: String) -> Bool {
    DistractorPicker.isNear(first, second) && first.first == second.first
  }

  /// Whether more words stand in another order than the longest run of those in order allows.
  private static func isRearranged(_ told: [String], _ asked: [String]) -> Bool {
    let found = asked.compactMap { word in told.firstIndex(of: word) ?? told.firstIndex { isForm($0, word) } }
    let places = found.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
    var longest: [Int] = []
    for place in places {
      if let index = longest.firstIndex(where: { $0 >= place }) {
        longest[index] = place
      } else {
        longest.append(place)
      }
    }
    return places.count - longest.count > places.count / wordsForOneMove
  }
}
