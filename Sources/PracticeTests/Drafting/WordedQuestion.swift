/// A question that a model worded for an answer, held against what it was told: small models leave the fact behind, turn
/// the question round, or stop in the middle.
struct WordedQuestion {
  /// The question.
  let text: String
  /// What it is about.
  let target: DraftTarget
  /// The passage of the fact.
  let passage: Passage

  /// What is wrong with it.
  var violations: [Violation] {
    if !isWhole { return [.questionCutOff] }
    if asksForNothing { return [.asksForNothing] }
    if saysTwice { return [.saysTwice] }
    if asksForMeaning { return [.questionTurnedRound(target.key)] }
    if let people = madeUpPeople { return [.asksForPeople(people, not: target.key)] }
    if let faults = meaningFaults { return faults }
    let strangers = strangers
    return strangers.isEmpty ? [] : [.notInTheFact(strangers)]
  }

  private static let fewestWords = 5

  /// A model's question without the slips that code can mend: "??" at its end, and "What is a ... that ...?" or "What
  /// is called a ... that ...?" where it asks what that is called. For an adjective, "What ...?" asks for a thing: then
  /// the fact is asked in our words.
  static func tidied(_ question: String, about target: DraftTarget) -> String {
    let question = question.replacing(/\?{2,}/, with: "?")
    guard let meaning = Wording.meaning(in: target.fact, of: target.key) else { return question }
    if meaning.hasPrefix("What is "), question.hasPrefix("What "), !question.contains(naming) {
      return "Which word describes what is " + meaning.dropFirst("What is ".count) + "?"
    }
    guard let start = question.prefixMatch(of: /What (?:is|are) (?:called )?/) else { return question }
    let asked = question[start.range.upperBound...]
    guard !asked.contains(naming), begins(asked, like: meaning) else { return question }
    return "What is the term for " + asked
  }

  /// Whether a text begins with an article, or with the first word of a meaning.
  private static func begins(_ text: Substring, like meaning: String) -> Bool {
    guard let first = Words.tokens(String(text)).first else { return false }
    return ["a", "an", "the"].contains(first) || first == Words.tokens(meaning).first
  }

  private static var naming: some RegexComponent {
    /(?i)\b(?:called|known|named?|termed?|terms?|words?|phrase|refers?|describes?)\b/
  }

  private var isWhole: Bool { text.contains("?") && words.count >= Self.fewestWords }

  /// "What is shown by a test and is called?"
  private var asksForNothing: Bool { text.localizedCaseInsensitiveContains("and is called?") }

  /// "a culturally relevant test designed to be culturally relevant": what the fact says once.
  private var saysTwice: Bool {
    let told = Self.pairs(in: target.fact)
    return Self.pairs(in: text).contains { pair, count in count > max(1, told[pair] ?? 0) }
  }

  /// How often two telling words follow each other.
  private static func pairs(in text: String) -> [String: Int] {
    let words = Words.tokens(text)
    let pairs = zip(words, words.dropFirst()).filter { pair in
      [pair.0, pair.1].allSatisfy { $0.count >= 3 && !Words.stopWords.contains($0) }
    }
    return Dictionary(pairs.map { ("\($0.0) \($0.1)", 1) }, uniquingKeysWith: +)
  }

  private var words: [WordSpan] { WordSpan.words(of: text) }

  /// "What does self-disclosure mean?" asks for what was to be told.
  private var asksForMeaning: Bool {
    let tokens = words.map(\.folded)
    guard tokens.first == "what", ["do", "does", "did"].contains(tokens.dropFirst().first ?? ""),
      let last = tokens.last
    else { return false }
    return last == "mean" || tokens.suffix(2) == ["refer", "to"] || tokens.suffix(2) == ["stand", "for"]
  }

  private static let anybody = English.list(
    "someone somebody anyone anybody people person persons individual individuals")

  /// The people for whom it asks where the fact is not about somebody: "employees who work at home" for "telecommuting".
  private var madeUpPeople: String? {
    let asked = words.filter { $0.folded != "the" }
    guard let who = asked.dropFirst(2).firstIndex(where: { $0.folded == "who" }),
      ["for", "describe", "are", "is"].contains(asked[who - 2].folded)
    else { return nil }
    let told = WordSpan.words(of: target.fact)
    let isToldOf = told.contains { ["who", "whom", asked[who - 1].normal].contains($0.normal) }
    let isAnybody =
      Self.anybody.contains(asked[who - 1].folded) && told.contains { Definition.people.contains($0.normal) }
    guard !isToldOf, !isAnybody else { return nil }
    return asked[who - 1].folded
  }

  /// What is lost or rearranged of a meaning that the fact gives in so many words.
  private var meaningFaults: [Violation]? {
    guard let meaning = Wording.meaning(in: target.fact, of: target.key) else { return nil }
    let kept = KeptMeaning(of: meaning, in: text, key: target.key)
    if !kept.lost.isEmpty { return [.leavesOut(kept.lost)] }
    return kept.isRearranged ? [.rearranged] : nil
  }

  /// The words that are neither the fact's nor those of any question, where they are too many: few may be taken from
  /// elsewhere in the passage, and one may be a verb of the model's own.
  private var strangers: [String] {
    let told = Words.contentStems(
      [target.fact, target.evidence, target.key, target.rationale, passage.topic].joined(separator: " "))
    let own = words.map(\.folded).filter { word in
      word.count >= 3 && !Words.stopWords.contains(word) && !Self.general.contains(Words.stem(word))
        && !Self.isIn(told, word)
    }
    let known = Words.contentStems(passage.text)
    let foreign = own.filter { !Self.isIn(known, $0) }
    let nouns = foreign.filter { !English.verbs.contains(Words.stem($0)) && !English.isFiniteVerb($0) }
    guard nouns.isEmpty, foreign.count <= Self.mostForeign else { return nouns.isEmpty ? foreign : nouns }
    return own.count <= Self.mostOwn ? [] : own
  }

  private static let mostForeign = 1
  private static let mostOwn = 3

  private static func isIn(_ stems: Set<String>, _ word: String) -> Bool {
    let stem = Words.stem(word)
    return stems.contains { DistractorPicker.isNear(stem, $0) }
  }

  /// The stems of words that questions are made of, and of words that say the same in all subjects.
  private static let general = Set(
    """
    term word name phrase concept idea notion thing type kind form sort process method way technique approach tendency \
    describe used refer call known define mean state say tell suggest propose involve include consist characterize \
    represent explain identify given following example person people individual someone somebody one others human \
    specific certain particular main different various another lead cause make made result happen occur take place \
    allow help ability able due because during while when where which whose based become being considered perform \
    show provide give get part role first correct best statement focus relate associate concern responsible important \
    time times period moment number amount level area group set range series body kind world life case point view \
    high low large small great more less many much new old long short good bad early late own similar other both \
    increase decrease reduce change affect create need want try keep work act live move come bring put think believe \
    feel see hold carry follow lead turn begin end start stop
    """.split(whereSeparator: \.isWhitespace).map { Words.stem(String($0)) })
}

extension Violation {
  /// The question ends before it asks.
  fileprivate static let questionCutOff = Violation(
    gate: .noQuestion, field: "question", action: .repair,
    message: "The question is not complete: write one whole question that ends with a question mark.")

  /// The question has no word for what it asks for.
  fileprivate static let asksForNothing = Violation(
    gate: .noQuestion, field: "question", action: .repair,
    message: "The question does not say what it asks for: begin with \"What is\" and end with \"called?\".")

  /// The question says once more what it has said.
  fileprivate static let saysTwice = Violation(
    gate: .wordRepeat, field: "question", action: .repair,
    message: "The question says the same twice: say it once, in the words of the fact.")

  /// The question asks what the answer is to be told by.
  fileprivate static func questionTurnedRound(_ key: String) -> Violation {
    Violation(
      gate: .noQuestion, field: "question", action: .repair,
      message: "The question asks for a meaning: tell the meaning, and ask for \"\(key)\".")
  }

  /// The question says less than the fact.
  fileprivate static func leavesOut(_ words: [String]) -> Violation {
    Violation(
      gate: .evidence, field: "question", action: .repair,
      message: "The question leaves out \"\(words.prefix(3).joined(separator: "\", \""))\": say all that the fact says."
    )
  }

  /// The question swaps what the fact says.
  fileprivate static let rearranged = Violation(
    gate: .evidence, field: "question", action: .repair,
    message: "The question says the fact in another order: keep the words of the fact in their order.")

  /// The question asks for people, and the answer is something else.
  fileprivate static func asksForPeople(_ people: String, not key: String) -> Violation {
    Violation(
      gate: .evidence, field: "question", action: .repair,
      message: "\"\(key)\" does not name \(people): say what the fact says of it, in the fact's own words.")
  }

  /// The question says what the notes do not.
  fileprivate static func notInTheFact(_ words: [String]) -> Violation {
    Violation(
      gate: .evidence, field: "question", action: .repair,
      message:
        "The fact does not speak of \"\(words.prefix(3).joined(separator: "\", \""))\": use the words of the fact.")
  }
}
