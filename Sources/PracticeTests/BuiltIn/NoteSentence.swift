/// A sentence of the notes, read once for everything that is looked for in it.
struct NoteSentence {
  /// Where it stands.
  let id: SentenceID
  /// As the passage has it, and the ones before and after it in the same paragraph.
  let evidence: String
  let before: String?
  let after: String?
  /// As it is shown, and its words.
  let shown: String
  let words: [WordSpan]
  /// Whether it can be understood without the ones around it, and is worth asking about.
  let standsAlone: Bool
  /// What it defines in passing.
  let setIn: [SetInDefinition]
  /// The stems of its content words.
  let stems: Set<String>

  private static let lengths = 8...40

  init(_ paragraph: [NoteClause], at index: Int, id: SentenceID) {
    self.id = id
    evidence = paragraph[index].evidence
    let before = index > 0 && !paragraph[index - 1].goesOn ? paragraph[index - 1].evidence : nil
    after = index + 1 < paragraph.count && !paragraph[index].goesOn ? paragraph[index + 1].evidence : nil
    let (shown, words) = StandAlone.shown(paragraph[index].told)
    (self.before, self.shown, self.words) = (before, shown, words)
    standsAlone =
      Self.lengths.contains(words.count) && StandAlone.isSelfContained(shown, words: words)
      && before.map { StandAlone.takesUp($0, words: words) } != true
    setIn = SetInDefinition.all(in: shown, words: words)
    stems = Set(words.lazy.map(\.folded).filter { $0.count >= 3 && !Words.stopWords.contains($0) }.map(Words.stem))
  }

  /// Whether it most likely tells what authors did: "Miller (1956) gave seven digits to ...". A year in brackets behind an
  /// event counts as well.
  var tellsOfAuthors: Bool { evidence.contains(/\(\d{4}\)/) }

  /// Whether it is a note of few words, or an entry of a list, and not told in full: such leave articles out.
  var isJotting: Bool {
    guard let last = shown.last, ".!?".contains(last) else { return true }
    let entry = Glossary.cut(evidence, at: [": ", " - ", " \u{2013} ", " \u{2014} "])
    return entry.map { Words.count($0.term) <= Self.longestName } ?? false
  }

  /// The words before a colon or a dash that are a name, and no clause.
  private static let longestName = 4

  /// Its words from one place to another.
  func text(_ place: Range<Int>) -> String { String(shown[range(place)]) }

  /// What stands between two of its words.
  func gap(before index: Int) -> Substring { shown[words[index - 1].range.upperBound..<words[index].range.lowerBound] }

  func range(_ place: Range<Int>) -> Range<String.Index> {
    words[place.lowerBound].range.lowerBound..<words[place.upperBound - 1].range.upperBound
  }

  /// The sentence with `____` for some words, an article before them open. `nil` where the blank would stand in a longer
  /// name.
  func blanked(_ place: Range<Int>) -> String? {
    guard !isModifier(place) else { return nil }
    let range = range(place)
    var start = String(shown[..<range.lowerBound])
    if place.lowerBound > 0, ["a", "an"].contains(words[place.lowerBound - 1].folded) {
      start = String(shown[..<words[place.lowerBound - 1].range.lowerBound])
      start += place.lowerBound == 1 ? "A(n) " : "a(n) "
    }
    return start + "____" + shown[range.upperBound...]
  }

  /// Whether words belong to the noun after them: "memory" in "memory loss".
  private func isModifier(_ place: Range<Int>) -> Bool {
    guard place.upperBound < words.count else { return false }
    let gap = gap(before: place.upperBound)
    let next = words[place.upperBound].folded
    let opensAnother =
      English.isFiniteVerb(next) || English.prepositions.contains(next) || English.relatives.contains(next)
      || English.conjunctions.contains(next) || English.verbs.contains(next) || English.determiners.contains(next)
      || Words.stopWords.contains(next) || next.hasSuffix("ly")
    return gap == "-" || gap == " " && !opensAnother
  }
}

/// Where a sentence of the notes stands: in a passage, counted over all notes.
struct SentenceID: Hashable {
  var passage: Int
  var sentence: Int
}
