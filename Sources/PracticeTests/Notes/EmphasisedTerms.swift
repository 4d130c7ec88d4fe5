/// The emphasised terms of a block, to be found again in each part that it is cut into.
///
/// A block without an end may have as many terms as parts; looking for each term in each part would take for ever.
struct EmphasisedTerms {
  private let terms: [String]
  /// The place of a term in ``terms``, by its words.
  private var places: [[String]: Int] = [:]
  /// How many words the terms have that begin with a word.
  private var lengths: [String: Set<Int>] = [:]

  init(_ terms: [String]) {
    self.terms = terms
    for (place, term) in terms.enumerated() {
      let words = Words.tokens(term)
      guard let first = words.first, places[words] == nil else { continue }
      places[words] = place
      lengths[first, default: []].insert(words.count)
    }
  }

  /// The terms that stand in a text, in their order.
  func inside(_ text: String) -> [String] {
    guard !terms.isEmpty else { return [] }
    let words = Words.tokens(text)
    var found = Set<Int>()
    for start in words.indices {
      for length in lengths[words[start]] ?? [] where start + length <= words.count {
        if let place = places[Array(words[start..<(start + length)])] { found.insert(place) }
      }
    }
    // The words alone may be those of the end of one sentence and the beginning of the next.
    return found.sorted().map { terms[$0] }.filter { text.contains($0) }
  }
}
