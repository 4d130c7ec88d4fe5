/// Words that turn what a sentence says into its contrary.
enum Negation {
  private static let words: Set<String> = [
    "not", "no", "never", "none", "neither", "nor", "cannot", "without", "except", "unless", "only", "nothing",
    "nobody",
    // As they are typed in a hurry.
    "isnt", "arent", "wasnt", "werent", "dont", "doesnt", "didnt", "cant", "wont",
  ]

  /// Whether a folded word is one.
  static func isOne(_ word: String) -> Bool { words.contains(word) || word.hasSuffix("n't") }

  /// How many a text has; "neither" and its "nor" are one.
  static func count(in text: String) -> Int {
    Words.tokens(text).count { isOne($0) && $0 != "nor" }
  }
}
