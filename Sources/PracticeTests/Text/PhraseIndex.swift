/// Finds known phrases in running words, in time that does not grow with the number of phrases.
struct PhraseIndex<Value> {
  private var values: [String: Value] = [:]
  /// How many words the phrases have that begin with a word, most first.
  private var lengths: [String: [Int]] = [:]

  /// The value of a phrase, its words separated by spaces.
  subscript(phrase: String) -> Value? { values[phrase] }

  /// Adds a phrase of at least one word, or changes its value.
  mutating func add(_ words: [String], _ value: Value) {
    guard let first = words.first else { return }
    values[words.joined(separator: " ")] = value
    if lengths[first]?.contains(words.count) != true {
      lengths[first] = ((lengths[first] ?? []) + [words.count]).sorted(by: >)
    }
  }

  /// The phrases that begin at a place, the longest first.
  func phrases(at start: Int, of words: [String]) -> [(value: Value, length: Int)] {
    (lengths[words[start]] ?? []).compactMap { length in
      guard start + length <= words.count else { return nil }
      return values[words[start..<(start + length)].joined(separator: " ")].map { ($0, length) }
    }
  }
}
