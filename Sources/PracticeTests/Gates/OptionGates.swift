import Foundation

/// What options must not be.
enum OptionGates {
  // MARK: - Equal options

  /// Two options are equal: after folding case, white space and the final dot, or as they look when case may carry
  /// meaning.
  static func duplicateOption(_ subject: GateSubject) -> [Violation] {
    let looks = subject.item.choices.map(look)
    var seen: [String: [Int]] = [:]
    for (index, option) in subject.item.choices.enumerated() {
      let words = plain(looks[index])
      let alike = seen[words, default: []]
      seen[words, default: []].append(index)
      guard let first = alike.first(where: { areEqual(looks[$0], looks[index]) }) else { continue }
      let hitsKey = first == subject.item.correctIndex || index == subject.item.correctIndex
      let what = hitsKey ? "A distractor equals the correct answer" : "Two distractors are equal"
      return [
        subject.violation(
          .duplicateOption, "choices", .reject,
          "\(what) (\"\(option)\"): write distractors that differ from all others.")
      ]
    }
    return []
  }

  /// Whether two options that are alike but for case, articles and quotation marks are equal: where one of them looks
  /// like code or a unit, only when they look the same.
  private static func areEqual(_ one: String, _ other: String) -> Bool {
    guard carriesMeaningInCase(one) || carriesMeaningInCase(other) else { return true }
    return one == other
  }

  /// An option with single spaces, and without what nobody sees: joiners and variation selectors make no other answer.
  private static func look(_ option: String) -> String {
    let visible: String.UnicodeScalarView = option.unicodeScalars.filter {
      $0.isASCII || !$0.properties.isDefaultIgnorableCodePoint
    }
    return String(visible).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Without what does not make another answer: case, a final dot, a leading article, the style of quotation marks.
  private static func plain(_ option: String) -> String {
    var text = String(option.lowercased().trimming { $0 == "." })
    for article in ["the ", "an ", "a "] where text.hasPrefix(article) { text.removeFirst(article.count) }
    return String(text.map { usualMarks[$0] ?? $0 })
  }

  private static let usualMarks: [Character: Character] = [
    "\u{201C}": "\"", "\u{201D}": "\"", "\u{2018}": "'", "\u{2019}": "'", "\u{2010}": "-", "\u{2011}": "-",
  ]

  /// Whether a text looks like code, a unit or a symbol: "Mb" is not "MB", `self` is not `Self`, "Co" is not "CO".
  private static func carriesMeaningInCase(_ option: String) -> Bool {
    let letters = option.filter(\.isLetter)
    if option.contains(where: { "_(){}[]<>=;\\^*+|&$#@`~%°".contains($0) }) { return true }
    if !option.contains(where: \.isWhitespace), letters.count <= 3 { return true }
    return option.split(whereSeparator: \.isWhitespace).contains { word in
      let hasDigit = word.contains(where: \.isNumber)
      let hasInnerCapital = zip(word, word.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
      return hasInnerCapital || hasDigit && word.contains(where: \.isLetter)
    } || NumericOptions([option]).hasShortUnit
  }

  // MARK: - Options about options

  private static let wholePatterns = [
    WordPattern("both? option|options|answer|answers|choice|choices @ and|or|& @ only?"),
    WordPattern("both @ and|& @"), WordPattern("both @ @"), WordPattern("@ and|& @ only"),
    WordPattern("neither @ nor|or @"),
    WordPattern("@ and|& @ are correct|true|right"), WordPattern("@ @ and|& @ only?"), WordPattern("only @ and|or @"),
    WordPattern("neither|both"), WordPattern("both are|is correct|true|right"),
    WordPattern("i|ii|iii|iv and|& ii|iii|iv|v only?"), WordPattern("i ii and|& iii|iv"),
    WordPattern("all|none of? the? answers|options|choices are|is correct|true|right"),
    WordPattern("both # and|& #"), WordPattern("# and|& # only"),
    WordPattern("all|none are|is correct|true|right"), WordPattern("no correct|right answer"),
  ]
  private static let partPatterns = [
    WordPattern("all|none|both|any|neither|some|two|more of the? above|foregoing|preceding"),
    WordPattern("all|none the above"), WordPattern("all|none of the listed|mentioned|foregoing"),
    WordPattern("all|none|both|any|neither of the? other? answers|options|choices"),
  ]
  private static let wholeReferences = WordPattern("all|none|both|any|neither of these|those|them")

  /// All or none of the above, both A and B, neither.
  static func allOfTheAbove(_ subject: GateSubject) -> [Violation] {
    let found = subject.options.first { option in
      wholePatterns.contains { $0.matchesWhole(option.tokens) } || wholeReferences.matchesWhole(option.tokens)
        || partPatterns.contains { $0.firstMatch(in: option.tokens) != nil } || isBareCombination(option, subject)
    }
    guard let found else { return [] }
    return [
      subject.violation(
        .allOfTheAbove, "choices", .repair,
        "\"\(found.raw)\" is about other options: replace it by an answer of its own.")
    ]
  }

  /// "A and C", unless the notes speak of A and C, as of vitamins.
  private static func isBareCombination(_ option: GateText, _ subject: GateSubject) -> Bool {
    WordPattern("@ and|& @").matchesWhole(option.tokens) && !subject.passage.contains(option.tokens)
  }

  // MARK: - Sequence

  /// All options are numbers of one unit and not in order.
  static func lostSequence(_ subject: GateSubject) -> [Violation] {
    guard let values = NumericOptions(subject.item.choices).values, !isMonotonic(values) else { return [] }
    return [subject.violation(.lostSequence, "choices", .fix, "Give options that are numbers in order of size.")]
  }

  /// The item with numeric options sorted and the key's index moved with its option.
  static func inSequence(_ subject: GateSubject) -> Item {
    var item = subject.item
    guard let values = NumericOptions(item.choices).values, !isMonotonic(values) else { return item }
    let order = item.choices.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    item.choices = order.map { subject.item.choices[$0] }
    item.correctIndex = subject.item.correctIndex.flatMap(order.firstIndex)
    return item
  }

  private static func isMonotonic(_ values: [Double]) -> Bool {
    let pairs = zip(values, values.dropFirst())
    return pairs.allSatisfy { $0 <= $1 } || pairs.allSatisfy { $0 >= $1 }
  }
}

extension StringProtocol {
  /// The text without leading and trailing characters of a kind.
  func trimming(_ isTrimmed: (Character) -> Bool) -> SubSequence {
    guard let first = firstIndex(where: { !isTrimmed($0) }), let last = lastIndex(where: { !isTrimmed($0) }) else {
      return self[startIndex..<startIndex]
    }
    return self[first...last]
  }
}
