import PracticeTests

/// What the words that a key and its distractors share with a text say of the key, without a model.
struct OverlapAlarm {
  /// How much more of its words an option must share than the others for anything to be said.
  static let margin = 0.3

  private var text: Set<String>

  /// Compares with a text.
  init(_ text: String) {
    self.text = Words.contentStems(text)
  }

  /// Whether the key is right; `nil` where the words do not say.
  func isRight(_ item: Item) -> Bool? {
    let rival = item.choices.indices.filter { $0 != item.correctIndex }.map { share(item.choices[$0]) }.max() ?? 0
    let lead = share(item.correctAnswer) - rival
    return abs(lead) >= Self.margin ? lead > 0 : nil
  }

  /// The part of an option's words that stand in the text.
  private func share(_ option: String) -> Double {
    let words = Words.contentStems(option)
    return words.isEmpty ? 0 : Double(words.intersection(text).count) / Double(words.count)
  }
}
