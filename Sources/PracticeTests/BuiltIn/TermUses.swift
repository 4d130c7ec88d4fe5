/// How a term stands in the sentences of the notes: as the name of a thing, or as what is said of one.
struct TermUses: Sendable {
  /// After "is" or "becomes", with nothing behind it that it could belong to: "The cell becomes turgid."
  private(set) var asPredicate = 0
  /// Those of them before "if" or "when", which say when it is so: "An estimator is unbiased if ..."
  private(set) var beforeCondition = 0
  /// As a name. What stands before a noun may be either, and is not counted.
  private(set) var asName = 0
  /// Whether it stands after "a".
  private(set) var isCounted = false

  /// Counts the place where it stands.
  mutating func add(_ place: Range<Int>, in sentence: NoteSentence) {
    let words = sentence.words
    let before = words[..<place.lowerBound].last { !Self.isAdverb($0.folded) }?.folded
    if before == "a" || before == "an" { isCounted = true }
    let next = place.upperBound < words.count ? words[place.upperBound].folded : ""
    let gap = place.upperBound < words.count ? sentence.gap(before: place.upperBound) : "."
    if before.map(Self.copulas.contains) == true, gap != " " || Self.conditions.contains(next) {
      asPredicate += 1
      if Self.conditions.contains(next) { beforeCondition += 1 }
    } else if gap != " " || Self.endsPhrase(next) {
      asName += 1
    }
  }

  private static func isAdverb(_ word: String) -> Bool { word == "not" || word.hasSuffix("ly") }

  /// Whether a word can't be the noun to which the one before it belongs.
  private static func endsPhrase(_ word: String) -> Bool {
    English.isFiniteVerb(word) || English.verbs.contains(word) || English.prepositions.contains(word)
      || English.relatives.contains(word) || English.conjunctions.contains(word) || Words.stopWords.contains(word)
  }

  private static let copulas = English.list("is are was were be become becomes became remain remains stays")
  private static let conditions: Set<String> = ["if", "when", "unless", "because"]
}
