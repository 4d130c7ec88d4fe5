/// The kind of thing that a question asks for: "theory" in "Which theory holds ...?", "learning" in "What type of learning
/// occurs ...?". Options of another kind would give the answer away.
enum AskedKind {
  /// The noun, in the singular; `nil` where the question names no kind, or one that all terms are of.
  static func of(_ words: [WordSpan]) -> String? {
    guard words.count > 3, ["what", "which"].contains(words[0].folded), let first = head(words, from: 1) else {
      return nil
    }
    guard partitives.contains(words[first].normal), first + 2 < words.count, words[first + 1].folded == "of" else {
      return named(words[first])
    }
    return head(words, from: first + 2).flatMap { named(words[$0]) }
  }

  /// The last word of the noun phrase before the verb.
  private static func head(_ words: [WordSpan], from start: Int) -> Int? {
    guard !isVerb(words[start]), !English.prepositions.contains(words[start].folded) else { return nil }
    let most = DefinitionParser.headIndex(words, from: start)
    let verb = (start...most).first { $0 > start && isVerb(words[$0]) }
    return verb.map { $0 - 1 } ?? most
  }

  private static func isVerb(_ word: WordSpan) -> Bool {
    English.auxiliaries.contains(word.folded) || English.isFiniteVerb(word.folded)
      || English.verbs.contains(word.folded)
  }

  private static func named(_ word: WordSpan) -> String? { general.contains(word.normal) ? nil : word.normal }

  private static let partitives = English.list("type kind form sort")
  private static let general = English.list(
    "term word concept name phrase expression thing one idea item answer process behavior behaviour phenomenon")
}
