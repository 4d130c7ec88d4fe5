/// A sentence of the notes in which a term stands.
struct Mention: Sendable {
  /// The term.
  var term: Int
  /// The passage, counted over all notes.
  var passage: Int
  /// The sentence's place in the passage.
  var sentence: Int
  /// The sentence as the passage has it, and the ones before and after it in the same paragraph.
  var evidence: String
  var before: String?
  var after: String?
  /// The sentence as it is shown.
  var shown: String
  /// The term as it stands there.
  var surface: String
  /// Whether it stands there in the plural.
  var isPlural: Bool
  /// Whether the notes set it in bold there.
  var isMarked: Bool
  /// Whether the sentence begins with the term, or with "In" and the term.
  var opensSentence: Bool
  /// Whether the sentence can be understood without the ones around it, and is worth asking about.
  var standsAlone: Bool
  /// What the sentence says that the term is or does.
  var definition: Definition?
  /// The sentence with `____` for the term, where it stands alone and names the term once.
  var blanked: String?
  /// The stems of the sentence.
  var stems: Set<String>

  /// Whether it says what the term is, and not only what it does.
  var tellsWhatItIs: Bool { definition.map { $0.shape != .predicate } ?? false }

  /// Whether the sentence is worth asking about even where it defines nothing: no study's result, no comparison.
  var isLesson: Bool {
    let words = WordSpan.words(of: shown)
    return !StandAlone.isReport(words) && !StandAlone.isComparison(words)
  }

  /// Whether it teaches something of the term that can be asked with a blank.
  var isTaught: Bool {
    isMarked && standsAlone && blanked != nil && isLesson && !StandAlone.isHedged(WordSpan.words(of: shown))
      && !StandAlone.leansAfterItsOpening(shown)
  }

  /// Whether it begins with somebody's name and can be asked with a blank for it.
  var tellsOfDeed: Bool {
    guard opensSentence, standsAlone, blanked != nil, let name = shown.firstRange(of: surface) else { return false }
    let words = WordSpan.words(of: shown)
    let told = words[(words.firstIndex { $0.range.lowerBound >= name.upperBound } ?? words.endIndex)...]
    return !StandAlone.isComparison(words) && !Antecedent.isMissing(inTold: told)
      && !StandAlone.leansAfterItsOpening(shown)
  }
}

/// The entry of a glossary, as it stands in a passage.
struct GlossaryMention: Sendable {
  var place: SentenceID
  /// The passage's own words.
  var evidence: String
  /// Whether it is a part of the text, where other terms may stand beside it.
  var isProse: Bool
}
