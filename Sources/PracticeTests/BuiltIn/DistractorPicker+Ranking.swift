/// Which terms are tried first as wrong options.
extension DistractorPicker {
  /// Terms by how well they would go with the key: those that fit it before all others.
  func ranking(using random: inout SeededGenerator) -> [Int] {
    var rated: [Rated] = []
    func rate(_ term: Int) {
      if term != key { rated.append(Rated(term: term, score: score(term) * 4 + random.index(below: 10))) }
    }
    near(key, among: lexicon.termsOfDocument[asked.document]).forEach(rate)
    // The files of a test are read in order, and behind them those of the course by nearness.
    let others = lexicon.termsOfDocument.indices.filter { $0 != asked.document }.sorted {
      (abs($0 - asked.document), $0) < (abs($1 - asked.document), $1)
    }
    for document in others {
      let isNeeded = rated.count < Self.poolSize && closeness < .close
      near(key, among: lexicon.termsOfDocument[document]).filter { isNeeded || isFetched($0) }.forEach(rate)
    }
    let ranked = Dictionary(grouping: mixed(rated).map(\.term)) { fits(lexicon.terms[$0]) }
    return (ranked[true] ?? []) + (ranked[false] ?? [])
  }

  /// A term, and how well it would go with the key.
  private struct Rated {
    var term: Int
    var score: Int
  }

  /// Whether a term of other notes is wanted though there are others: it is of the kind that is asked for, or has the
  /// words that show the key. Close is not what has only those, but what the key's notes speak of, what has the same
  /// telling noun, and what is plainly of the key's kind.
  private func isFetched(_ index: Int) -> Bool {
    let term = lexicon.terms[index]
    if kind != nil, isAsked(term) { return true }
    guard closeness == .close else { return !clues.isEmpty && hasClues(term) }
    return term.noun == asked.noun && !AskedKind.general.contains(term.noun) || term.documents.contains(asked.document)
      || asked.holdsClaims && term.holdsClaims || isOfPlainKind(term)
  }

  /// Whether everybody sees that a term is of a kind of the key's.
  func isOfPlainKind(_ term: Term) -> Bool {
    !plainKinds.isDisjoint(with: term.plainKinds)
  }

  /// The best first, of other notes by turns: three of one chapter beside the key of another would make it stand out.
  private func mixed(_ rated: [Rated]) -> [Rated] {
    var taken: [Int: Int] = [:]
    return sorted(
      sorted(rated).map { one in
        let document = lexicon.terms[one.term].document
        guard document != asked.document else { return one }
        defer { taken[document, default: 0] += 1 }
        return Rated(term: one.term, score: one.score - Self.turn * (taken[document] ?? 0))
      })
  }

  private func sorted(_ rated: [Rated]) -> [Rated] {
    rated.sorted { ($0.score, $1.term) > ($1.score, $0.term) }
  }

  /// How much worse the next term of the same other notes is.
  private static let turn = 10

  /// The terms of a document, which are in the order of the notes, that are nearest to another.
  private func near(_ term: Int, among terms: [Int]) -> ArraySlice<Int> {
    guard terms.count > Self.reach else { return terms[...] }
    let place = terms.firstIndex { $0 >= term } ?? terms.count
    let start = min(max(0, place - Self.reach / 2), terms.count - Self.reach)
    return terms[start..<(start + Self.reach)]
  }

  /// How alike a term is to the key in kind and in place.
  private func score(_ index: Int) -> Int {
    let term = lexicon.terms[index]
    let (one, other) = (term.traits, asked.traits)
    var score = -min(4, abs(term.document - asked.document) / 2)
    if term.document == asked.document { score += 4 }
    if let here = term.passage, let there = asked.passage {
      score += here == there ? 3 : abs(here - there) <= 2 ? 1 : 0
    }
    if term.noun == asked.noun { score += 5 }
    if !term.genus.isDisjoint(with: asked.genus) { score += 3 }
    if let noun = term.genusNoun, noun == asked.genusNoun { score += 2 }
    if isOfPlainKind(term) { score += 5 }
    if one.isPlural == other.isPlural { score += 2 }
    score += one.isProper == other.isProper ? 2 : -1
    let isListed = term.listed.map { $0.list == asked.listed?.list } ?? false
    if isListed { score += 3 + nearness(term) }
    if !isListed, one.isAbbreviation != other.isAbbreviation { score -= 4 }
    if one.isAdjective != other.isAdjective { score -= 4 }
    if !isListed, term.endsAsAct != asked.endsAsAct { score -= 3 }
    if one.ending != nil, one.ending == other.ending { score += 2 }
    if sharesEnding(term) { score += 3 }
    if term.glossary?.shape == asked.glossary?.shape { score += 1 }
    score -= min(3, abs(term.name.words.count - asked.name.words.count))
    if !clues.isEmpty, hasClues(term) { score += 4 }
    return score
  }

  /// How near a term stands to the key in one list: the next lines tell of what is most like it.
  private func nearness(_ term: Term) -> Int {
    guard let here = asked.listed, let distance = term.listed?.distance(to: here) else { return 0 }
    return max(0, 8 - 2 * distance)
  }

  /// Terms to choose among; documents nearby are looked into until there are as many.
  private static let poolSize = 12
  /// Terms of one document that are rated: those that the notes bring next to the key.
  private static let reach = 200
}
