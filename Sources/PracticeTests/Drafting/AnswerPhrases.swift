/// Finds the phrases of a sentence that can be the answer to a question: names, terms and numbers.
///
/// A small model that may choose any words often copies none, the whole sentence, or a word that says nothing; out of a
/// list it takes one that makes sense.
struct AnswerPhrases {
  /// The passage of the sentence.
  let passage: Passage
  /// Whether words, folded and in the singular, are a term of the notes.
  let isTerm: (String) -> Bool
  /// Whether the notes come back to them.
  let recurs: (String) -> Bool

  /// The most words of a phrase; of a longer run of words its end is taken, where its noun stands.
  private static let longest = 4
  /// The most phrases that are offered: those that say most.
  private static let most = 8

  /// Those of a sentence as it is shown, in its order. None stands there twice, and none is what all of the passage is
  /// about: to ask for that is no question.
  func all(of sentence: String) -> [String] {
    let subjects = Set((passage.headings + [passage.topic]).map(Words.fold))
    let text = passage.text
    let written = Set(WordSpan.words(of: text).map { String(text[$0.range]) })
    let usable = Self.runs(of: sentence).compactMap { run -> String? in
      let run = Self.trimmed(run.suffix(Self.longest), in: sentence)
      guard let first = run.first, let last = run.last, tells(run, in: sentence) else { return nil }
      let phrase = String(sentence[first.range.lowerBound..<last.range.upperBound])
      guard RestatedSentence(sentence, holding: phrase) != nil, !subjects.contains(where: { Self.names(phrase, $0) })
      else { return nil }
      // The capital of a sentence's start is left to names: what is written small elsewhere is none.
      guard first.range.lowerBound == sentence.startIndex, written.contains(first.folded) else { return phrase }
      return DefinitionParser.lowercasedName(phrase)
    }
    let offered = Set(usable.sorted { Self.weight($0) > Self.weight($1) }.prefix(Self.most))
    return usable.filter(offered.contains)
  }

  /// Whether words name something to learn: a term of the notes, a number, a name, or several words to which the notes
  /// come back.
  private func tells(_ words: ArraySlice<WordSpan>, in sentence: String) -> Bool {
    guard let last = words.last, !Self.numerals.contains(last.folded) else { return false }
    let plain = words.map(\.normal).joined(separator: " ")
    if isTerm(plain) { return true }
    let isNamed = words.contains { word in
      let isFirst = word.range.lowerBound == sentence.startIndex
      return word.folded.contains(where: \.isNumber) || !isFirst && sentence[word.range.lowerBound].isUppercase
    }
    if isNamed { return true }
    guard words.count > 1, recurs(plain) else { return false }
    // "global level" and "emotional event" are any; "anxiety disorder" is one.
    return words.dropLast(Self.isCommon(last.normal) ? 1 : 0).contains { word in
      !Self.isCommon(word.normal) && !Self.adjectiveEndings.contains(where: word.folded.hasSuffix)
    }
  }

  /// Runs of words that no small word, verb or punctuation parts.
  private static func runs(of sentence: String) -> [[WordSpan]] {
    var runs: [[WordSpan]] = []
    var before: WordSpan?
    for word in WordSpan.words(of: sentence) {
      let isJoined = before.map { sentence[$0.range.upperBound..<word.range.lowerBound] == " " } ?? false
      let isVerb = before.map { beforeVerbs.contains($0.folded) } == true && English.verbs.contains(word.folded)
      before = word
      if isVerb || parts(word.folded) {
        runs.append([])
      } else if isJoined, let last = runs.indices.last {
        runs[last].append(word)
      } else {
        runs.append([word])
      }
    }
    return runs
  }

  /// "experience childhood adversity" may begin with a verb, "greater effort" says no more than "effort", and the second
  /// word of "individuals cope" is what they do.
  private static func trimmed(_ words: ArraySlice<WordSpan>, in sentence: String) -> ArraySlice<WordSpan> {
    // "Long Water" and "Control Data" are names.
    var rest = words.drop { word in
      (English.verbs.contains(word.folded) || weak.contains(word.folded))
        && !sentence[word.range.lowerBound].isUppercase
    }
    while let last = rest.last, English.verbs.contains(last.folded), let before = rest.dropLast().last,
      English.isPlural(before.folded)
    {
      rest = rest.dropLast()
    }
    return rest
  }

  /// Whether a word alone names nothing to learn: "symptom", "stage", "reason".
  private static func isCommon(_ word: String) -> Bool {
    PlainTerm.vague.contains(word) || English.countNouns.contains(word)
  }

  private static func parts(_ word: String) -> Bool {
    guard !numerals.contains(word) else { return false }
    return small.contains(word) || English.isFiniteVerb(word) || word.count > 4 && word.hasSuffix("ly")
  }

  private static let small = Words.stopWords
    .union(English.determiners).union(English.prepositions).union(English.relatives).union(English.conjunctions)
    .union(English.auxiliaries).union(English.pronouns).union(["away", "e.g", "i.e", "etc"])

  private static let weak = English.list(
    """
    different various certain main major new old important common similar possible general particular whole entire \
    greater higher lower stronger weaker larger smaller better worse longer shorter older younger broader wider good \
    bad high low strong weak large small long short great little
    """)

  private static let beforeVerbs = English.list(
    "to can could may might must will would shall should do does did cannot")

  private static let numerals = English.list(
    """
    one two three four five six seven eight nine ten eleven twelve hundred thousand million billion first second third
    """)

  private static let adjectiveEndings = ["al", "ive", "ous", "ic", "ary", "ful", "less", "able", "ible", "ant", "ent"]

  /// Whether a phrase is a folded name, or its abbreviation: "PTSD" for "posttraumatic stress disorder".
  private static func names(_ phrase: String, _ name: String) -> Bool {
    if Words.fold(phrase) == name { return true }
    guard phrase.count > 1, phrase.allSatisfy(\.isUppercase), phrase.count >= name.split(separator: " ").count else {
      return false
    }
    let letters = Words.fold(phrase)
    var rest = letters[...]
    for letter in name where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty && letters.first == name.first
  }

  /// How much a phrase tells: names, numbers and long words first.
  private static func weight(_ phrase: String) -> Int {
    let isNamed = phrase.dropFirst().contains { $0.isNumber || $0.isUppercase }
    let words = phrase.split(separator: " ")
    return (isNamed ? 3 : 0) + (words.count > 1 ? 2 : 0) + min(3, (words.map(\.count).max() ?? 0) / 4)
  }
}
