/// Cues that let a student find the key without knowing it.
enum CueGates {
  /// The whole key stands in the stem, and no distractor does.
  static func keyInStem(_ subject: GateSubject) -> [Violation] {
    let key = subject.key.withoutArticle
    let hasContent = key.contains { !Words.stopWords.contains($0) && $0.contains(where: \.isLetter) && $0.count > 1 }
    guard hasContent, subject.prompt.contains(key),
      !subject.distractors.contains(where: { subject.prompt.contains($0.withoutArticle) })
    else { return [] }
    return [
      subject.violation(
        .keyInStem, "prompt", .repair,
        "The question already says the correct answer (\"\(subject.key.raw)\"): ask without using these words.")
    ]
  }

  /// A key of four words or more, and every distractor shorter than three quarters of it.
  static func longestKey(_ subject: GateSubject) -> [Violation] {
    let key = subject.key
    guard key.tokens.count >= 4, let longest = subject.distractors.map(\.raw.count).max(),
      Double(longest) < 0.75 * Double(key.raw.count)
    else { return [] }
    let percent = key.raw.count * 100 / max(longest, 1) - 100
    return [
      subject.violation(
        .longestKey, "choices", .repair,
        """
        The correct answer is \(percent) percent longer than the longest distractor: make the distractors as \
        specific as it, or it shorter.
        """
      )
    ]
  }

  /// Words of questions rather than of a subject; they cue nothing.
  private static let questionWords = Set(
    """
    following statement best describe describes described example correct true false answer question term name word \
    mean means meaning refer refers type kind form part number main most likely according people person person's \
    something someone happen happens result results cause causes purpose role function used uses using makes made
    """.split(whereSeparator: \.isWhitespace).map { Words.stem(String($0)) })

  /// A word of four letters or more in stem and key, and in no distractor.
  static func wordRepeat(_ subject: GateSubject) -> [Violation] {
    let cues = subject.prompt.contentStems(minimum: 4)
      .intersection(subject.key.contentStems(minimum: 4))
      .subtracting(subject.distractors.reduce(into: []) { $0.formUnion($1.contentStems(minimum: 4)) })
      .subtracting(questionWords)
    guard let cue = cues.min() else { return [] }
    let word = subject.key.tokens.first { Words.stem($0) == cue } ?? cue
    return [
      subject.violation(
        .wordRepeat, "choices", .repair,
        "The question and the correct answer share the word \"\(word)\", and no distractor has it: reword one of them.")
    ]
  }

  /// The key alone has, or lacks, digits, a capital or the look of code.
  static func oddKey(_ subject: GateSubject) -> [Violation] {
    guard subject.distractors.count >= 2 else { return [] }
    func isAlone(_ feature: (GateText) -> Bool) -> Bool {
      let key = feature(subject.key)
      return subject.distractors.allSatisfy { feature($0) != key }
    }
    let odd: String
    if isAlone({ $0.raw.contains(where: \.isNumber) }) {
      odd = "digits"
    } else if isAlone({ $0.raw.contains { "(){}_=;`<>".contains($0) } }) {
      odd = "the look of code"
    } else if isAlone({ $0.raw.first { $0.isLetter }?.isUppercase == true }), !hasReasonForCase(subject) {
      odd = "a capital letter"
    } else {
      return []
    }
    return [
      subject.violation(
        .oddKey, "choices", .warn,
        "In \(odd), the correct answer differs from all distractors: write all options alike.")
    ]
  }

  /// Whether the case of the key or of all distractors is that of names or abbreviations.
  private static func hasReasonForCase(_ subject: GateSubject) -> Bool {
    let isCapitalised = subject.key.raw.first { $0.isLetter }?.isUppercase == true
    let capitalised = isCapitalised ? [subject.key] : subject.distractors
    return capitalised.contains { isName($0, in: subject.passage) }
  }

  /// Whether a text is a proper name or an abbreviation: by its own look, or because the notes never write it small.
  private static func isName(_ text: GateText, in passage: GateText) -> Bool {
    let words = text.raw.split { $0.isWhitespace || $0 == "-" }
    let hasInnerCapital = words.contains { $0.dropFirst().contains(where: \.isUppercase) }
    let hasLaterCapital = words.dropFirst().contains { $0.first?.isUppercase == true }
    guard !hasInnerCapital, !hasLaterCapital, let first = words.first else { return true }
    let small = first.lowercased()
    let written = passage.raw.split { !$0.isLetter && $0 != "'" }
    return written.contains { $0 == first } && !written.contains { $0 == small }
  }

  private static let absoluteWords: Set<String> = [
    "always", "never", "only", "completely", "entirely", "totally", "absolutely", "impossible", "invariably",
  ]
  private static let hedges: Set<String> = [
    "usually", "often", "sometimes", "generally", "typically", "frequently", "occasionally", "mostly", "probably",
  ]

  /// An absolute word in a distractor and none in the key, or a hedge in the key alone: writers hedge what is true, and
  /// students know it.
  static func absolutes(_ subject: GateSubject) -> [Violation] {
    let key = subject.key.tokens
    let distractors = subject.distractors.lazy.flatMap(\.tokens)
    if !key.contains(where: absoluteWords.contains), let word = distractors.first(where: absoluteWords.contains) {
      return [
        subject.violation(
          .absolutes, "choices", .warn,
          "Only a distractor says \"\(word)\", which students take for a sign of a wrong answer: leave it out.")
      ]
    }
    if !distractors.contains(where: hedges.contains), let word = key.first(where: hedges.contains) {
      return [
        subject.violation(
          .absolutes, "choices", .warn,
          "Only the correct answer says \"\(word)\", which students take for a sign of the right one: leave it out.")
      ]
    }
    return []
  }

  /// The options are combinations, and the key shares more parts with the others than any other option does.
  static func convergence(_ subject: GateSubject) -> [Violation] {
    let combinations = subject.options.map(parts)
    guard combinations.count >= 3, combinations.allSatisfy({ $0.count >= 2 }), let key = subject.item.correctIndex,
      combinations.indices.contains(key)
    else { return [] }
    let shared = combinations.indices.map { index in
      combinations[index].reduce(0) { sum, part in
        sum + combinations.indices.filter { $0 != index && combinations[$0].contains(part) }.count
      }
    }
    guard shared.indices.allSatisfy({ $0 == key || shared[$0] < shared[key] }) else { return [] }
    return [
      subject.violation(
        .convergence, "choices", .warn,
        """
        The parts of the correct answer occur in the distractors more often than those of any distractor: use every \
        part equally often.
        """
      )
    ]
  }

  private static func parts(_ option: GateText) -> Set<String> {
    let text = Words.fold(option.raw).replacing(" and ", with: ",").replacing(" & ", with: ",")
    let parts = text.split { ",;/+".contains($0) }.map { String($0.trimming(\.isWhitespace)) }
    return Set(parts.filter { !$0.isEmpty && $0.split(separator: " ").count <= 3 })
  }
}
