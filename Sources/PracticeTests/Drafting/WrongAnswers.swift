/// Sorts out a model's wrong answers.
enum WrongAnswers {
  /// Those that can stand beside the key: no other name of it and no name like it, no part of it or of the question,
  /// nobody of the same family name, nothing that is not called the kind of thing that the key is called, nothing in
  /// another number, and no two alike.
  static func usable(_ offered: [String], to question: String, about target: DraftTarget) -> [String] {
    let names = ([target.key] + target.acceptedAnswers).map { content($0) }
    let asked = content(question)
    let telling = target.evidence + " " + target.rationale
    let told = content(telling)
    let kind = kind(of: question, about: target)
    let isPlural = isPlural(target.key)
    var kept: [(text: String, words: Set<String>)] = []
    for text in offered {
      let words = content(text)
      let isFree = !words.isEmpty && !words.isSubset(of: asked)
      let isOther = names.allSatisfy {
        $0.isEmpty || !$0.isSubset(of: words) && !words.isSubset(of: $0) && !isVariant(words, of: $0)
      }
      let isDistinct = !isRenamed(text, target.key, asked: asked) && self.isPlural(text) == isPlural
      let isAnother = familyName(text).map { $0 != familyName(target.key) } ?? true
      // "helpful behavior" beside "intent to help": the question speaks for it.
      let own = words.filter { word in !names.contains { $0.contains { DistractorPicker.isNear($0, word) } } }
      // So do the words that show the answer: "emotional support" where they tell of "emotional comfort".
      let isNamed = telling.localizedCaseInsensitiveContains(text)
      let isSpokenOf = own.contains { word in
        asked.contains { DistractorPicker.isNear(word, $0) } || !isNamed && told.contains(word)
      }
      let isOfKind = kind.map { isCalled($0, text) } ?? true
      let isNew = kept.allSatisfy { $0.words != words }
      if isFree, isOther, isDistinct, isAnother, isOfKind, isNew, !isSpokenOf { kept.append((text, words)) }
    }
    // The longest first where the key is long, so that it is not the longest by far.
    let isLong = target.key.split(separator: " ").count >= 4
    return isLong ? kept.map(\.text).sorted { $0.count > $1.count } : kept.map(\.text)
  }

  /// What most likely keeps too many of the wrong answers from being used.
  static func fault(of offered: [String], to question: String, about target: DraftTarget) -> Violation {
    if let kind = kind(of: question, about: target), !offered.allSatisfy({ isCalled(kind, $0) }) {
      return .wrongKind(kind)
    }
    let isPlural = isPlural(target.key)
    let isMostly = offered.count { self.isPlural($0) == isPlural } * 2 > offered.count
    return isMostly ? .tooFewWrongAnswers : .wrongNumber(isPlural: isPlural)
  }

  /// What the question asks for and the key is called: "theory" for "social exchange theory". "Finance" beside it gives
  /// the key away.
  static func kind(of question: String, about target: DraftTarget) -> String? {
    AskedKind.of(WordSpan.words(of: question)).flatMap { isCalled($0, target.key) ? $0 : nil }
  }

  /// Whether a name has the noun for a kind in it.
  static func isCalled(_ kind: String, _ text: String) -> Bool { content(text).contains(Words.stem(kind)) }

  /// A word of the key stands in the question, and in no wrong answer.
  struct Giveaway: Error {
    var word: String
  }

  /// So many of the usable ones that each word which key and question share stands in a wrong answer, too: else whoever
  /// can read finds the key.
  static func hiding(
    the key: String, in question: String, beside siblings: [String], _ usable: [String], count: Int
  ) -> Result<[String], Giveaway> {
    let named = Words.contentStems(key)
    let clues = Words.tokens(question).filter { word in
      word.count >= 3 && !Words.stopWords.contains(word)
        && named.contains { DistractorPicker.isNear($0, Words.stem(word)) }
    }
    func has(_ text: String, _ clue: String) -> Bool {
      Words.contentStems(text).contains { DistractorPicker.isNear($0, Words.stem(clue)) }
    }
    var open = clues.filter { clue in !siblings.contains { has($0, clue) } }
    var chosen: [String] = []
    while let clue = open.first {
      let best = usable.max { one, other in open.count { has(one, $0) } < open.count { has(other, $0) } }
      guard let best, chosen.count < count, open.contains(where: { has(best, $0) }) else {
        return .failure(Giveaway(word: clue))
      }
      open.removeAll { has(best, $0) }
      chosen.append(best)
    }
    return .success(chosen + usable.filter { !chosen.contains($0) }.prefix(count - chosen.count))
  }

  /// Whether an answer is a name of three words or more with one of them changed: "love triangle theory" for "triangular
  /// theory of love". It may well be right, or is plainly made up.
  private static func isVariant(_ words: Set<String>, of name: Set<String>) -> Bool {
    name.count >= 3 && name.count { stem in words.contains { DistractorPicker.isNear(stem, $0) } } >= name.count - 1
  }

  /// Whether a name has the first word of the key and another noun: "perceived power" for "perceived control" says much
  /// the same. Where the question has that word, wrong answers need it; "problem" is not yet "problem-focused".
  private static func isRenamed(_ text: String, _ key: String, asked: Set<String>) -> Bool {
    let (other, own) = (WordSpan.words(of: text), WordSpan.words(of: key))
    guard let first = own.first.map({ Words.stem($0.folded) }), other.count > 1, own.count > 1,
      other.last?.normal != own.last?.normal,
      !asked.contains(where: { first.contains("-") ? $0 == first : DistractorPicker.isNear($0, first) })
    else { return false }
    return other.first.map { DistractorPicker.isNear(Words.stem($0.folded), first) } ?? false
  }

  /// Whether the noun of a name is plural, which tells it from all that is not. "James" is nobody's plural.
  private static func isPlural(_ name: String) -> Bool {
    let words = WordSpan.words(of: name)
    let noun = words.prefix { !English.prepositions.contains($0.folded) }.last
    return noun.map { English.isPlural($0.folded) && !name[$0.range].contains(where: \.isUppercase) } ?? false
  }

  /// The last word of a name of several: "Bush" of "President Bush", who may be "George W. Bush".
  private static func familyName(_ text: String) -> String? {
    let words = text.split(separator: " ")
    guard words.count > 1, let last = words.last, last.first?.isUppercase == true, last.count > 2 else { return nil }
    let folded = Words.fold(String(last))
    return English.countNouns.contains(folded) ? nil : folded
  }

  /// The stems of the words; of a text of nothing but small words, those.
  private static func content(_ text: String) -> Set<String> {
    let stems = Words.contentStems(text)
    return stems.isEmpty ? Set(Words.tokens(text)) : stems
  }
}
