/// Articles that jottings leave out.
extension TermTable {
  /// Puts them into what jottings say that terms do: "lies between the right atrium and the right ventricle".
  mutating func addArticles() {
    for index in terms.indices {
      guard let said = terms[index].glossary, said.shape == .predicate else { continue }
      terms[index].glossary = Definition(
        text: withArticles(said.text), shape: said.shape, isPlural: said.isPlural, genus: said.genus,
        relative: said.relative)
    }
  }

  private func withArticles(_ text: String) -> String {
    let words = WordSpan.words(of: text)
    var bare: [Range<Int>] = []
    for (term, place) in occurrences(in: text, words) where terms[term].takesThe(at: place, words) {
      guard place.lowerBound > 0, Self.gap(before: place.lowerBound, text, words) == " ",
        Self.endsPhrase(text, words, at: place.upperBound)
      else { continue }
      let before = words[place.lowerBound - 1].folded
      let isSecond = ["and", "or"].contains(before) && bare.last?.upperBound == place.lowerBound - 1
      if isSecond || Self.placing.contains(before) { bare.append(place) }
    }
    var result = text
    for place in bare.reversed() { result.insert(contentsOf: "the ", at: words[place.lowerBound].range.lowerBound) }
    return result
  }

  /// Whether the words before a place belong to no noun behind it.
  private static func endsPhrase(_ text: String, _ words: [WordSpan], at index: Int) -> Bool {
    guard index < words.count, gap(before: index, text, words) == " " else { return true }
    let next = words[index].folded
    return English.prepositions.contains(next) || English.conjunctions.contains(next)
      || English.relatives.contains(next) || English.auxiliaries.contains(next)
  }

  /// What says where something is or goes.
  private static let placing = English.list(
    """
    between from into to toward towards through in behind beneath beside above below under near around across along \
    inside outside
    """)
}

extension Term {
  /// Whether "the" stands before it where it is one, and a text names one of it at a place.
  fileprivate func takesThe(at place: Range<Int>, _ words: [WordSpan]) -> Bool {
    plainArticle == "the "
      && !English.isPlural(words[min(place.lowerBound + name.headIndex, place.upperBound - 1)].folded)
  }
}
