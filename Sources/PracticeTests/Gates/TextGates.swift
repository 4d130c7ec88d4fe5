/// Texts that are broken or copied.
enum TextGates {
  // MARK: - Artefacts

  /// Mojibake, unbalanced brackets or quotes, a dangling last word, control characters.
  static func artefact(_ subject: GateSubject) -> [Violation] {
    let item = subject.item
    var texts = [("prompt", item.prompt)] + item.choices.map { ("choices", $0) }
    if item.choices.isEmpty { texts.append(("correctAnswer", item.correctAnswer)) }
    texts += item.keyPoints.map { ("keyPoints", $0) } + [("rationale", item.rationale ?? "")]
    for (field, text) in texts {
      guard let fault = fault(of: text, isStem: field == "prompt") ?? escape(in: text, subject) else { continue }
      return [subject.violation(.artefact, field, .repair, "\"\(text.shortened)\" \(fault): write it out properly.")]
    }
    if let option = lostCharacter(item.choices) {
      let message = "\"\(option.shortened)\" has lost a character between two words: write it out properly."
      return [subject.violation(.artefact, "choices", .repair, message)]
    }
    return []
  }

  private static func fault(of text: String, isStem: Bool) -> String? {
    if hasMojibake(text) { return "has broken characters" }
    if text.unicodeScalars.contains(where: isControl) { return "has control characters" }
    if !isBalanced(text) { return "has a bracket without its pair" }
    if !hasPairedQuotes(text) { return "has a quotation mark without its pair" }
    return !isStem && endsDangling(text) ? "stops in the middle" : nil
  }

  /// An escape of HTML or JSON that was left as it is, unless the notes are about such things.
  private static func escape(in text: String, _ subject: GateSubject) -> String? {
    guard text.contains("&") || text.contains("\\"),
      let match = text.firstMatch(of: /&(amp|quot|nbsp|lt|gt|#\d{2,4});|\\u[0-9a-fA-F]{4}/),
      !subject.passage.raw.contains(match.0)
    else { return nil }
    return "has an escape (\(match.0)) in it"
  }

  /// UTF-8 that was read as Windows-1252: a lead byte's letter, then one that stands for a continuation byte.
  private static func hasMojibake(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return zip(scalars, scalars.dropFirst()).contains { first, second in
      first == "\u{FFFD}" || first == "\u{E2}" && (second == "\u{20AC}" || second == "\u{80}")
        || (first == "\u{C3}" || first == "\u{C2}") && (0x80...0xBF).contains(second.value)
    } || scalars.last == "\u{FFFD}"
  }

  /// An option with two spaces between two words, where another one has them, too: an ampersand or the like was lost
  /// ("salt  pepper", "bread  butter"). In one option alone it is a slip of the hand.
  private static func lostCharacter(_ options: [String]) -> String? {
    let gaps = options.filter { $0.contains("  ") && $0.firstMatch(of: /[A-Za-z] {2}[A-Za-z]/) != nil }
    return gaps.count > 1 ? gaps.first : nil
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
  }

  /// Whether brackets come in pairs, half-open intervals such as [0, 1) and list marks such as a) left aside.
  private static func isBalanced(_ text: String) -> Bool {
    guard text.contains(where: { "()[]{}".contains($0) }) else { return true }
    let plain = text.replacing(/[\[(\]][^\[\](){},;]{1,20}[,;][^\[\](){},;]{1,20}[\])\[]/, with: "")
      .replacing(/(^|\s)[A-Za-z0-9]{1,2}\)/, with: "")
    var open: [Character] = []
    for character in plain {
      switch character {
      case "(", "[", "{": open.append(character)
      case ")": if open.popLast() != "(" { return false }
      case "]": if open.popLast() != "[" { return false }
      case "}": if open.popLast() != "{" { return false }
      default: break
      }
    }
    return open.isEmpty
  }

  /// Whether double quotation marks come in pairs, inches left aside.
  private static func hasPairedQuotes(_ text: String) -> Bool {
    guard text.contains(where: { "\"\u{201C}\u{201D}".contains($0) }) else { return true }
    let plain = text.replacing(/\d"(?!\w)/, with: "")
    let isOdd = !plain.count { $0 == "\"" }.isMultiple(of: 2)
    return !isOdd && plain.count { $0 == "\u{201C}" } == plain.count { $0 == "\u{201D}" }
  }

  private static let dangling: Set<String> = ["the", "and", "a", "an", "or", "of"]
  /// Words after which a final "of" is good English: "what it is made of".
  private static let beforeOf: Set<String> = [
    "made", "composed", "consist", "consists", "consisting", "comprised", "capable", "aware", "think", "thought",
    "dream",
    "heard", "full", "afraid", "part", "because", "care", "proud", "tired", "out", "instead",
  ]

  private static func endsDangling(_ text: String) -> Bool {
    guard text.last?.isLetter == true else { return false }
    let words = text.split(whereSeparator: \.isWhitespace)
    // A lone "the" or "A" is an answer in a lesson about words, and a capital ("hepatitis A") is a name.
    guard words.count > 1, let last = words.last.map(String.init), dangling.contains(last) else { return false }
    return last != "of" || !beforeOf.contains(words[words.count - 2].lowercased())
  }

  // MARK: - Echo

  private static let echoLength = 8

  /// Eight words in a row that stand in our own prompt or examples, and not in the passage; or our limit of words.
  static func echo(_ subject: GateSubject) -> [Violation] {
    guard !subject.context.promptText.isEmpty else { return [] }
    if let limit = subject.item.prompt.firstMatch(of: /\((?:at most )?\d+ words\)/) {
      return [subject.violation(.echo, "prompt", .repair, "\"\(limit.0)\" is a rule for you: leave it out.")]
    }
    let ours = runs(Words.tokens(subject.context.promptText))
    let item = subject.item
    let texts =
      [("prompt", subject.prompt)] + subject.options.map { ("choices", $0) }
      + [("correctAnswer", subject.key), ("rationale", GateText(item.rationale ?? ""))]
    for (field, text) in texts where text.tokens.count >= echoLength {
      for start in 0...(text.tokens.count - echoLength) {
        let run = Array(text.tokens[start..<(start + echoLength)])
        guard ours.contains(run), !subject.passage.contains(run) else { continue }
        return [
          subject.violation(
            .echo, field, .reject,
            "\"\(run.joined(separator: " "))\" repeats the instructions: write about the passage, in your own words.")
        ]
      }
    }
    return []
  }

  private static func runs(_ tokens: [String]) -> Set<[String]> {
    guard tokens.count >= echoLength else { return [] }
    return Set((0...(tokens.count - echoLength)).map { Array(tokens[$0..<($0 + echoLength)]) })
  }
}

extension String {
  /// The text in at most 60 characters, for a message.
  var shortened: String {
    let visible = String(String.UnicodeScalarView(unicodeScalars.filter { $0.properties.generalCategory != .control }))
    return visible.count <= 60 ? visible : visible.prefix(59) + "\u{2026}"
  }
}
