/// Which terms could be right, too.
extension DistractorPicker {
  /// Whether one of two terms is a kind or an instance of the other, or the notes say of a term, in good part, what the
  /// question says of the key.
  func couldBeRight(_ term: Term) -> Bool {
    if isKind(term, of: asked) || isKind(asked, of: term) || isOneOfClass(term) { return true }
    if isContrasted(term) { return false }
    let shared = stemStems.intersection(term.context).count
    // What one list defines apart, it tells apart: the volume of a beat and that of a minute.
    let limit = isInList(term) ? 0.75 : 0.5
    if stemStems.count >= 3, Double(shared) / Double(stemStems.count) >= limit { return true }
    guard let one = term.meaning, let other = asked.meaning, !one.stems.isEmpty else { return false }
    return Self.likeness(one, other) >= Self.contrast.lowerBound || one.stems.isSubset(of: other.stems)
  }

  /// Whether a term is of the kind that a definition says the key is of: both are "a number that describes ...".
  func sharesKind(_ option: Option, as definition: Definition?) -> Bool {
    definition?.genus.last.map { lexicon.terms[option.term].genus.contains($0) } ?? false
  }

  // MARK: Kinds

  /// Whether everybody sees that a term and the key are of two kinds: no error is a price.
  func isOfOtherKind(_ term: Term) -> Bool {
    let kinds = term.plainKinds
    return term.noun != asked.noun && !kinds.isEmpty && !plainKinds.isEmpty && kinds.isDisjoint(with: plainKinds)
  }

  /// Whether a term can be taken for the key: it has the same noun, or the notes bring both together and its name does
  /// not show that it is of another kind, as that of a cost does.
  func isNear(_ term: Term) -> Bool {
    if isOfOneSort(term) { return true }
    let kindOfName = AskedKind.plainKind(of: term.head)
    return term.passage == asked.passage && kindOfName.map(plainKinds.contains) ?? true
  }

  /// Whether the notes say that a term is a kind of another, or a state or part of it: "the membrane's potential between
  /// signals" is a membrane potential.
  private func isKind(_ term: Term, of other: Term) -> Bool {
    if term.genus.isSuperset(of: other.name.words) { return true }
    guard other.name.words.count > 1, let meaning = term.meaning else { return false }
    let words = WordSpan.words(of: meaning.text).map { $0.normal.replacing("'s", with: "") }
    let name = other.name.words
    return words.indices.contains { start in
      words[start...].starts(with: name) && !Self.isContrast(words[..<start])
    }
  }

  /// Whether the words before a name tell it from what is defined: "unlike a gap junction".
  private static func isContrast(_ words: ArraySlice<String>) -> Bool {
    words.last { !English.determiners.contains($0) }.map(contrasting.contains) ?? false
  }

  private static let contrasting = English.list("unlike than not from versus opposed opposite against")

  /// Whether the notes bring one of the two below a heading that names the other: all below "Organelles" are organelles.
  /// What is explained in a glossary may be one, too.
  private func isOneOfClass(_ term: Term) -> Bool {
    func isBelow(_ one: Term, _ other: Term) -> Bool {
      other.isClass && one.headedBy.map { $0.isEmpty || other.keys.contains($0) } ?? false
    }
    return isBelow(term, asked) || isBelow(asked, term)
  }

  // MARK: Contrast

  /// Whether the notes tell the term from the key by something that the question says, such as "punished" for "rewarded":
  /// what a student confuses most, and wrong for certain.
  private func isContrasted(_ term: Term) -> Bool {
    guard let one = term.meaning, let other = asked.meaning, term.document == asked.document,
      definition == other || !stemStems.isDisjoint(with: other.stems.subtracting(one.stems))
    else { return false }
    let likeness = Self.likeness(one, other)
    guard likeness >= Self.contrast.lowerBound || isOfOneSort(term) else { return false }
    let (first, second) = (Self.telling(one), Self.telling(other))
    // "a cost that varies" and "a cost that does not vary".
    if first.contains(where: Self.isNegation) != second.contains(where: Self.isNegation) { return true }
    if Self.areOpposed(first, second) { return true }
    return likeness <= Self.contrast.upperBound && !Self.holds(first, second) && !Self.holds(second, first)
  }

  /// How alike two meanings are that tell two things apart.
  private static let contrast = 0.4...0.8

  private static func likeness(_ one: Definition, _ other: Definition) -> Double {
    Double(one.stems.intersection(other.stems).count) / Double(max(1, one.stems.union(other.stems).count))
  }

  /// Whether names or meanings call both by one noun: "Type I error" and "Type II error", two branches of philosophy.
  private func isOfOneSort(_ term: Term) -> Bool {
    term.noun == asked.noun || term.genusNoun != nil && term.genusNoun == asked.genusNoun
  }

  /// The words of a meaning in order, without those that only join the others.
  private static func telling(_ meaning: Definition) -> [String] {
    WordSpan.words(of: meaning.text).map(\.folded).filter {
      isNegation($0) || opposed[$0] != nil || !joining.contains($0)
    }.map { opposed[$0] == nil ? Words.stem($0) : $0 }
  }

  /// Whether two texts differ in one word only, and that says the opposite: "before the data are seen" and "after the
  /// data are seen".
  private static func areOpposed(_ first: [String], _ second: [String]) -> Bool {
    let differing = zip(first, second).filter { $0 != $1 }
    return first.count == second.count && differing.count == 1 && differing.allSatisfy { opposed[$0] == $1 }
  }

  private static let opposed = [
    "before": "after", "after": "before", "above": "below", "below": "above", "over": "under", "under": "over",
    "inside": "outside", "outside": "inside", "into": "out", "out": "into",
  ]

  private static let joining = English.determiners.union(English.prepositions).union(English.relatives)
    .union(English.conjunctions).union(English.auxiliaries)

  private static func isNegation(_ word: String) -> Bool {
    ["not", "no", "never", "cannot", "without"].contains(word) || word.hasSuffix("n't")
  }

  /// Whether one text has all words of another, in their order: it says as much, or more.
  private static func holds(_ text: [String], _ other: [String]) -> Bool {
    var rest = other[...]
    for word in text where word == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
