/// Questions that ask for what is not so.
enum NegativeStem {
  /// The question itself is negative: repair, or a warning when the negative word is in capitals; two negatives:
  /// repair.
  static func check(_ subject: GateSubject) -> [Violation] {
    let words = lastQuestion(subject.item.prompt)
    let negatives = negativeWords(words)
    guard let first = negatives.first else { return [] }
    let isDouble = words.indices.filter { isNegation(words[$0].folded) }.count > 1
    let isEmphasised = negatives.allSatisfy { words[$0].raw == words[$0].raw.uppercased() }
    let message =
      isDouble
      ? "The question has two negatives: ask for what is so."
      : "\"\(words[first].raw)\" makes the question negative: ask for what is so."
    return [subject.violation(.negativeStem, "prompt", isEmphasised && !isDouble ? .warn : .repair, message)]
  }

  private struct Word {
    var raw: Substring
    var folded: String
    /// Whether a comma or the like follows.
    var endsClause: Bool
    var isBlank: Bool { raw.contains("__") }
  }

  /// The words of the last sentence, which is where the question stands.
  private static func lastQuestion(_ stem: String) -> [Word] {
    let last = sentences(stem).last { $0.contains(where: \.isLetter) } ?? ""
    return last.split { $0.isWhitespace || ",;:()".contains($0) }.map { part in
      let raw = part.trimming { "\"'.?!\u{201C}\u{201D}\u{2018}".contains($0) }
      let next = part.endIndex < last.endIndex ? last[part.endIndex] : " "
      return Word(raw: raw, folded: Words.fold(String(raw)), endsClause: ",;:)".contains(next))
    }
  }

  /// The sentences of a stem: they end at a mark before white space, but not after an initial ("U.S.", "Richard M.
  /// Nixon").
  private static func sentences(_ stem: String) -> [Substring] {
    var sentences: [Substring] = []
    var start = stem.startIndex
    for index in stem.indices where ".?!\n".contains(stem[index]) {
      let next = stem.index(after: index)
      let isInitial =
        stem[index] == "." && stem[start..<index].suffix(2).last?.isUppercase == true
        && stem[start..<index].suffix(2).first?.isLetter == false
      guard !isInitial, next == stem.endIndex || stem[next].isWhitespace || stem[index] == "\n" else { continue }
      sentences.append(stem[start..<next])
      start = next
    }
    return sentences + [stem[start...]]
  }

  private static func isNegation(_ word: String) -> Bool {
    word == "not" || word == "cannot" || word.hasSuffix("n't") || word == "except" || word == "never"
  }

  private static let questionWords: Set<String> = ["which", "what", "who", "whom", "where", "when"]
  /// Words that begin a clause of its own: a negative in it describes something, and the question stays positive.
  private static let subordinators: Set<String> = [
    "that", "who", "whom", "whose", "which", "because", "if", "when", "whether", "although", "though", "while", "where",
    "but", "despite", "after", "before", "since", "unless", "so", "and", "or", "to", "as", "than", "even",
  ]
  private static let falsehoods: Set<String> = ["false", "incorrect", "untrue", "wrong", "inaccurate"]
  private static let truths: Set<String> = ["true", "correct", "accurate", "right"]
  private static let verbs: Set<String> = ["is", "are", "was", "were", "be"]

  /// Where the words stand that make the question negative.
  private static func negativeWords(_ words: [Word]) -> [Int] {
    words.indices.filter { index in
      let word = words[index].folded
      if word == "except" { return isExceptionAsked(words, at: index) }
      if falsehoods.contains(word) { return isFalsehoodAsked(words, at: index) }
      guard isNegation(word), word != "never" else { return false }
      return isVerbNegated(words, at: index)
    }
  }

  /// "all ... except ____", "each of the following except": the exception is asked for, not told.
  private static func isExceptionAsked(_ words: [Word], at index: Int) -> Bool {
    var rest = words[(index + 1)...]
    if rest.first?.folded == "for" { rest = rest.dropFirst() }
    guard let next = rest.first else { return true }
    return next.isBlank || ["which", "what", "one"].contains(next.folded)
      || words[..<index].contains { $0.folded == "following" }
  }

  /// "which ... is false": the falsehood is the predicate, as in neither "a false memory" nor "is a false belief".
  private static func isFalsehoodAsked(_ words: [Word], at index: Int) -> Bool {
    let asks = words[..<index].contains { ["which", "what"].contains($0.folded) }
    let follows = index + 1 < words.count ? words[index + 1].folded : ""
    let isPredicate = index > 0 && verbs.contains(words[index - 1].folded)
    let isLabel = ["statement", "statements", "option", "answer", "claim"].contains(follows)
    return asks
      && (isPredicate && (follows.isEmpty || ["about", "of", "regarding", "concerning", "for", "in"].contains(follows))
        || isLabel)
  }

  private static func isVerbNegated(_ words: [Word], at index: Int) -> Bool {
    let next = index + 1 < words.count ? words[index + 1] : nil
    if let next, ["only", "just", "merely", "necessarily"].contains(next.folded) { return false }
    // "... that is not true" is asked for, whatever clause it stands in.
    if let next, truths.contains(next.folded) { return true }
    if let next, next.isBlank { return true }
    guard let asked = words[..<index].lastIndex(where: { questionWords.contains($0.folded) }) else { return false }
    let isRelative = asked > 0 && !opensQuestion(words, at: asked)
    return !isRelative && !words[(asked + 1)..<index].contains { subordinators.contains($0.folded) }
  }

  /// "A patient who cannot ...": "who" right after a noun tells about it. A comma parts the two where it asks.
  private static func isAboutNoun(_ words: [Word], at index: Int) -> Bool {
    guard index > 0, ["who", "whom"].contains(words[index].folded) else { return false }
    return !words[index - 1].endsClause && words[index - 1].folded.first?.isLetter == true
      && !subordinators.contains(words[index - 1].folded)
  }

  /// Whether a question word asks: the first one does, with a preposition or a clause before it ("In which ...").
  private static func opensQuestion(_ words: [Word], at index: Int) -> Bool {
    !isAboutNoun(words, at: index)
      && !words[..<index].contains { questionWords.contains($0.folded) || $0.folded == "why" || $0.folded == "how" }
  }
}
