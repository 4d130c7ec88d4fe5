/// What a question asks for, however it is worded.
///
/// No two questions of a test have the same answer: the second would be given away by the first. A number may be the
/// answer to several, but not from the same sentence. Another test may ask for the same in other words.
struct AskedFact: Sendable, Hashable {
  private let key: String
  private let evidence: String?

  /// The fact of an item; `nil` where its key says little.
  init?(_ item: Item) {
    guard let key = Likeness.key(item.format, item.correctAnswer) else { return nil }
    self.key = key
    evidence = key.contains(where: \.isLetter) ? nil : item.evidence.map(Words.fold)
  }
}
