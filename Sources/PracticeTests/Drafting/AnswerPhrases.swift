/// Finds the phrases of a sentence that can be the answer to a question: names, terms and numbers.
///
/// A small model that may choose any words often copies none, or the whole sentence; out of a list it takes one that
/// makes sense.
enum AnswerPhrases {
  /// The most words of a phrase; of a longer run of words its end is taken, where its noun stands.
  private static let longest = 4
  /// The most phrases that are offered: those that say most.
  private static let most = 8

  /// Those of a sentence as it is shown, in its order. None stands there twice, and none is what all of the passage is
  /// about: to ask for that is no question.
  static func all(of sentence: String, in passage: Passage) -> [String] {
    let text = passage.text
    let phrases = runs(of: sentence).map { run in
      let words = String(sentence[run])
      // The capital of a sentence's start is left to names: what is written small elsewhere is none.
      let small = DefinitionParser.lowercasedName(words)
      return run.lowerBound == sentence.startIndex && text.contains(small) ? small : words
    }.filter { phrase in
      phrase.contains { $0.isNumber } || phrase.count { $0.isLetter } >= 3
    }
    let subjects = Set((passage.headings + [passage.topic]).map(Words.fold))
    let usable = phrases.filter { phrase in
      RestatedSentence(sentence, holding: phrase) != nil && !subjects.contains { names(phrase, $0) }
    }
    let offered = Set(usable.sorted { weight($0) > weight($1) }.prefix(most))
    return usable.filter(offered.contains)
  }

  /// Runs of words that no small word, verb or punctuation parts.
  private static func runs(of sentence: String) -> [Range<String.Index>] {
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
    return runs.compactMap { run in
      let words = run.suffix(longest)
      guard let first = words.first, let last = words.last, !numerals.contains(last.folded),
        !words.allSatisfy({ isCommon($0.normal) })
      else { return nil }
      return first.range.lowerBound..<last.range.upperBound
    }
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

  private static let beforeVerbs = English.list(
    "to can could may might must will would shall should do does did cannot")

  private static let numerals = English.list(
    """
    one two three four five six seven eight nine ten eleven twelve hundred thousand million billion first second third
    """)

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
