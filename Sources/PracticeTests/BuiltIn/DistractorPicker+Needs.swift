/// What at least one wrong option must have, so that the key doesn't stand out.
extension DistractorPicker {
  /// The words of the key that stand in the stem, too, in this or a near form: a reader could find the answer by them.
  static func clues(key: String, stem: [String]) -> Set<String> {
    let stemStems = stem.flatMap(WordSpan.parts(of:)).filter { $0.count >= 3 }.map(Words.stem)
    let keyWords = WordSpan.words(of: key).map(\.folded).flatMap(WordSpan.parts(of:))
    return Set(
      keyWords.filter { $0.count >= 3 && !Words.stopWords.contains($0) }.map(Words.stem)
        .filter { word in
          stemStems.contains {
            isNear(word, $0) || derives(word, from: $0) || derives($0, from: word) || WordKin.areKin(word, $0)
          }
        })
  }

  /// Whether a stem is another with an ending: "variabl" of "vary", and neither "cellulos" of "cell" nor "formula" of
  /// "form".
  private static func derives(_ word: String, from base: String) -> Bool {
    let root = base.hasSuffix("y") ? base.dropLast() + "i" : base
    return root.count >= 4 && word.hasPrefix(root)
      && ["abl", "ibl", "anc", "enc", "at", "ment"].contains(word.dropFirst(root.count))
  }

  /// Whether two stems are of one word, or nearly: "triangl" and "triangular".
  static func isNear(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    if short.count >= 6, long.hasSuffix(short) { return true }
    let shared = zip(first, second).prefix { $0 == $1 }.count
    return shared >= 5 && shared * 10 >= short.count * 7
  }

  func sharesClue(_ option: Option) -> Bool { hasClues(lexicon.terms[option.term]) }

  /// Whether a term has the words that show the key, its noun as the noun: beside "cell membrane" a "basement membrane"
  /// and no "membrane potential".
  func hasClues(_ term: Term) -> Bool {
    let isOfNoun = asked.name.words.count > 1 && clues.contains(Words.stem(asked.head))
    return clues.isSubset(of: term.traits.stems) && (!isOfNoun || term.head == asked.head)
  }

  /// Whether an option is as many as the key where the question speaks of many: "cords that hold the valves".
  func isManyEnough(_ option: Option) -> Bool {
    definition?.isPlural != true || !asked.isPlural || plural == true || lexicon.terms[option.term].isPlural
  }

  func isLongEnough(_ option: Option) -> Bool {
    shownKey.split(separator: " ").count < 4 || option.text.count * 4 >= shownKey.count * 3
  }

  /// Whether an option could be taken for the key, where that alone is asked.
  func isNearEnough(_ option: Option) -> Bool {
    let term = lexicon.terms[option.term]
    return !isStatement || isNear(term) && canBeSaid(of: term)
  }
}
