/// Word groups to which the notes come back, which is what tells a term from words that stand together by chance.
struct RecurringPhrases: Sendable {
  private var topics: [String: Set<String>] = [:]

  private static let lengths = 2...4

  /// Reads the passages of some topics.
  init(of passages: [Passage], topics wanted: Set<String>) {
    for (topic, passages) in Dictionary(grouping: passages, by: \.topic) where wanted.contains(topic) {
      var counts: [String: Int] = [:]
      for passage in passages {
        let words = WordSpan.words(of: passage.text).map(\.normal)
        for length in Self.lengths where words.count >= length {
          for start in 0...(words.count - length) {
            counts[words[start..<(start + length)].joined(separator: " "), default: 0] += 1
          }
        }
      }
      topics[topic] = Set(counts.filter { $0.value > 1 }.keys)
    }
  }

  /// Whether a topic has words, folded and in the singular, more than once in a row.
  func contains(_ words: String, in topic: String) -> Bool { topics[topic]?.contains(words) == true }
}
