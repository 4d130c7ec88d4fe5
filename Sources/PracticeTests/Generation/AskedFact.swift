/// What a question asks for, however it is worded.
///
/// No two questions of a test have the same answer: the second would be given away by the first. A number may be the
/// answer to several, but not from the same sentence. Another test may ask for the same in other words.
struct AskedFact: Sendable, Hashable {
  /// The answer as answers are compared.
  let key: String
  private let evidence: String?

  /// The fact of an item; `nil` where its key says little.
  init?(_ item: Item) {
    guard let key = Likeness.key(item.format, item.correctAnswer) else { return nil }
    self.key = key
    evidence = Self.hasNumber(key) ? item.evidence.map(Words.fold) : nil
  }

  /// Whether the answer is asked for once in a test, whatever the sentence.
  var isName: Bool { !Self.hasNumber(key) }

  private static func hasNumber(_ key: String) -> Bool {
    key.split(separator: " ").contains { $0.contains(where: \.isNumber) || NumberWords.value(String($0)) != nil }
  }
}
