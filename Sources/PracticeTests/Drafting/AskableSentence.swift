/// A sentence of a passage that can be asked about without the ones around it.
struct AskableSentence: Sendable, Hashable {
  /// The passage.
  var passageID: String
  /// The passage's own words.
  var evidence: String
  /// The sentence as a student should see it.
  var shown: String

  /// Takes the words of a passage as they are.
  init(passageID: String, evidence: String) {
    (self.passageID, self.evidence, shown) = (passageID, evidence, StandAlone.shown(evidence).text)
  }

  /// Lengths in words that say enough to explain an answer, and not so much that a question about it is loose.
  private static let lengths = 10...40

  /// Those of a passage that hold something to ask for, in its order.
  static func all(among phrases: AnswerPhrases) -> [AskableSentence] {
    PassageSentences.all(of: phrases.passage).compactMap { sentence in
      let (text, words) = StandAlone.shown(sentence)
      guard lengths.contains(words.count), StandAlone.isSelfContained(text, words: words),
        !StandAlone.isReport(words), !StandAlone.isComparison(words), !StandAlone.leansAfterItsOpening(text),
        !phrases.all(of: text).isEmpty
      else { return nil }
      return AskableSentence(passageID: phrases.passage.id, evidence: sentence)
    }
  }
}
