/// What the notes say elsewhere of the terms that a passage uses.
struct Neighbours: Sendable {
  /// More would crowd the passage out.
  static let most = 4

  private struct Saying: Sendable {
    var words: [String]
    var passageID: String
    var text: String
  }

  /// By the first word of the term.
  private let sayings: [String: [Saying]]

  /// Gathers the terms that the notes define.
  init(_ lexicon: Lexicon) {
    let all = lexicon.candidates.compactMap { candidate -> Saying? in
      guard candidate.definition != nil, let term = candidate.term else { return nil }
      let words = Words.tokens(lexicon.terms[term].name.shown)
      return words.isEmpty
        ? nil
        : Saying(words: words, passageID: lexicon.passages[candidate.passage].id, text: candidate.evidence)
    }
    sayings = Dictionary(grouping: all) { $0.words[0] }
  }

  /// Sentences of other passages that define what this one speaks of, in the order in which it does.
  func sentences(for passage: Passage) -> [String] {
    let words = Words.tokens(passage.text)
    let own = Set(words)
    var found: [String] = []
    for start in words.indices {
      for saying in sayings[words[start]] ?? [] where saying.passageID != passage.id && !found.contains(saying.text) {
        let isHere = own.isSuperset(of: saying.words) && words[start...].starts(with: saying.words)
        if isHere, !passage.text.contains(saying.text) { found.append(saying.text) }
      }
      if found.count >= Self.most { break }
    }
    return Array(found.prefix(Self.most))
  }
}
