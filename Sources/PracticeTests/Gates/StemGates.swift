/// What a stem must be.
enum StemGates {
  // MARK: - Pointing at the notes

  private static let sources =
    """
    passage|text|notes|note|author|article|chapter|reading|paragraph|excerpt|lecture|section|material|textbook|\
    module|lesson|slide|slides|document|context|video|transcript|handout
    """
  private static let references = [
    WordPattern("according to|with the|this|your|these|our above|given|provided|following|lecture? \(sources)"),
    WordPattern(
      """
      in|from|by the|this|your|these above|given|provided|lecture|study? passage|text|notes|chapter|reading|\
      paragraph|excerpt|lecture|lesson|slides
      """
    ),
    WordPattern("based|depending on the|this|your|these above|given|provided? \(sources)"),
    WordPattern(
      """
      as? described|stated|mentioned|discussed|explained|shown|given|listed|presented|defined in|by the|this|your|\
      these above|given? \(sources)
      """
    ),
    WordPattern(
      """
      the|this passage|text|notes|chapter|paragraph|excerpt|lecture|author say|says|state|states|mention|mentions|\
      describe|describes|suggest|suggests|claim|claims|discuss|discusses|explain|explains|argue|argues|refer|refers|\
      give|gives|list|lists|call|calls|define|defines
      """
    ),
    WordPattern("do|does|did the|this passage|text|notes|chapter|paragraph|excerpt|lecture"),
    WordPattern(
      """
      author|tone|title|purpose|topic|point|idea of the|this passage|text|notes|chapter|paragraph|excerpt|reading|\
      article
      """
    ),
    WordPattern("listing|figure|fig|table|chapter|exercise #"),
    WordPattern("not discussed|mentioned in|by the|this|our \(sources)"),
    WordPattern("passage|text|notes|paragraph|excerpt|sentence above|below"),
    WordPattern("the information given|provided|presented|above|below"),
    WordPattern("the above example|code|diagram|graph|table|image"),
    WordPattern("the example|diagram|graph|table|image|picture above"),
    WordPattern("discussed|covered in|during class|lecture|lectures"),
  ]
  /// What a model also points at, which was given single sentences.
  private static let given = WordPattern("according to|with the|this sentence|fact|statement")
  /// What may follow such a phrase and make it another thing: "in the text editor", "in the passage of time".
  private static let otherThings: Set<String> = [
    "of", "editor", "field", "box", "message", "file", "mode", "bankruptcy", "bankruptcies",
  ]

  /// "According to the passage", "the author of the text", "Listing 10-25".
  static func sourceReference(_ subject: GateSubject) -> [Violation] {
    let texts = [("prompt", subject.prompt)] + subject.options.map { ("choices", $0) }
    let patterns = subject.context.slot == nil ? references : references + [given]
    for (field, text) in texts {
      for pattern in patterns {
        guard let match = pattern.firstMatch(in: text.tokens) else { continue }
        if match.upperBound < text.tokens.count, otherThings.contains(text.tokens[match.upperBound]) { continue }
        let words = text.tokens[match].joined(separator: " ")
        return [
          subject.violation(
            .sourceReference, field, .repair,
            "\"\(words)\" points at a text that the student does not see: ask about the subject itself.")
        ]
      }
    }
    return []
  }

  // MARK: - Asking something

  static let questionWords: Set<String> = [
    "who", "whom", "whose", "what", "when", "where", "why", "how", "which",
  ]
  private static let imperatives = Set(
    """
    name find choose select identify explain describe compare calculate define list give state complete determine \
    match evaluate discuss outline suggest predict write fill consider classify arrange order solve convert translate \
    justify analyze analyse contrast summarize summarise distinguish illustrate interpret apply show use pick tell \
    estimate compute trace argue assess draw label propose decide
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// The stem neither asks, nor tells to do something, nor has a blank, nor is a sentence to complete.
  static func noQuestion(_ subject: GateSubject) -> [Violation] {
    let stem = subject.item.prompt
    let end = stem.trimming { $0.isWhitespace || "\"'\u{201D}\u{2019})".contains($0) }.last
    let isToComplete = subject.item.format == .multipleChoice && end.map { !".!".contains($0) } == true
    guard !stem.contains("?"), Blank.count(in: stem) == 0, !isToComplete || isClue(subject) else { return [] }
    let asks = sentences(stem).contains { words in
      guard let first = words.first else { return false }
      return questionWords.contains(first) || imperatives.contains(first)
        || asking.contains { $0.firstMatch(in: words) != nil }
    }
    guard !asks else { return [] }
    return [
      subject.violation(
        .noQuestion, "prompt", .repair, "This is a statement: ask a question that the correct answer answers.")
    ]
  }

  /// "He wrote the opera Fidelio": a sentence about somebody or something unnamed that ends in a name or a number is
  /// complete, and a full stop is not missed.
  private static func isClue(_ subject: GateSubject) -> Bool {
    let words = subject.item.prompt.split(whereSeparator: \.isWhitespace)
    guard words.count >= 5, ["he", "she", "they", "this", "these"].contains(subject.prompt.tokens.first ?? ""),
      let last = words.last?.trimming({ "\"'\u{201D}\u{2019})".contains($0) })
    else { return false }
    return last.first?.isUppercase == true || Int(last) != nil
  }

  private static let asking = [
    WordPattern("which|what of the following|these|those"), WordPattern("to|in|by|for|from which|what|whom"),
    WordPattern("how many|much|often|long"),
  ]

  /// The words of each sentence of a stem, roughly.
  static func sentences(_ stem: String) -> [[String]] {
    stem.split { ".?!:;\n".contains($0) }.map { Words.tokens(String($0)) }
  }

  // MARK: - Focus and length

  private static let emptyWords = Set(
    """
    following statement statements true false correct incorrect right wrong option options answer answers choice \
    choices best select choose pick identify find odd accurate question item false given not one please mark \
    belong belongs fit fits apply applies different
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// "What did she find, and why was it late?" has two answers, of which one key can be but one.
  private static func asksTwice(_ subject: GateSubject) -> Bool {
    guard subject.item.format != .explanation, subject.context.slot != nil else { return false }
    let second = /,? and (what|why|how|when|where|who|which) (is|are|was|were|do|does|did|can)\b/.ignoresCase()
    return subject.item.prompt.contains(second)
  }

  /// "Which of these is true?" with no subject; of a question that was written for a slot, two questions in one.
  static func unfocused(_ subject: GateSubject) -> [Violation] {
    if asksTwice(subject) {
      return [subject.violation(.unfocused, "prompt", .repair, "These are two questions: ask one of them.")]
    }
    let hasSubject = subject.prompt.tokens.contains { !Words.stopWords.contains($0) && !emptyWords.contains($0) }
    guard !hasSubject, Blank.count(in: subject.item.prompt) == 0 else { return [] }
    return [
      subject.violation(
        .unfocused, "prompt", .warn,
        "The question names no subject: say what it is about, so that it can be answered without the options.")
    ]
  }

  /// The most words of a brought question: a case may be told before it is asked about.
  private static let longestBrought = 120

  /// More words than the slot allows.
  static func promptTooLong(_ subject: GateSubject) -> [Violation] {
    let limit = subject.context.slot?.maxPromptWords ?? longestBrought
    guard subject.prompt.tokens.count > limit else { return [] }
    return [
      subject.violation(
        .promptTooLong, "prompt", .repair,
        "The question has \(subject.prompt.tokens.count) words: ask it in at most \(limit).")
    ]
  }
}
