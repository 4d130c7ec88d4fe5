/// Placeholders in the place of answers.
extension OptionGates {
  /// The options are their own labels, or say "option A" or "...", or are stand-in names beside a real key.
  static func placeholder(_ subject: GateSubject) -> [Violation] {
    let message: String
    if areLabels(subject) {
      message = "The options are only labels: write every answer out."
    } else if let option = subject.options.first(where: isStandIn) {
      message = "\"\(option.raw)\" is a placeholder: write a real answer."
    } else if let name = standInName(subject) {
      message =
        "\"\(name)\" is a stand-in name that the passage does not have: use real answers of the same kind as the key."
    } else {
      return []
    }
    return [subject.violation(.placeholder, "choices", .reject, message)]
  }

  private static func areLabels(_ subject: GateSubject) -> Bool {
    let options = subject.item.choices.map { String($0.trimming { $0.isWhitespace || ".):".contains($0) }) }
    guard options.count >= 2 else { return false }
    if options == (1...options.count).map(String.init) {
      // A count may well be one of 1 2 3 4: without the notes nobody can tell.
      return !subject.passage.tokens.isEmpty && !subject.passage.contains(subject.key.tokens)
    }
    if options.count >= 3,
      options.elementsEqual(["i", "ii", "iii", "iv", "v"].prefix(options.count), by: { $0.lowercased() == $1 })
    {
      return !subject.passage.contains(subject.key.tokens)
    }
    let letters = Array("ABCDE".prefix(options.count)).map(String.init)
    guard Set(options) == Set(letters) || Set(options) == Set(letters.map { $0.lowercased() }) else { return false }
    let words = Set(subject.passage.raw.split { !$0.isLetter }.map(String.init))
    return !options.allSatisfy(words.contains)
  }

  private static let standIns = [
    WordPattern("option|answer|choice|alternative|distractor|item @"),
    WordPattern("option|answer|choice|alternative|distractor #"),
    WordPattern("the? correct|wrong|incorrect|right answer|option|choice|distractor #?"),
    WordPattern("first|second|third|fourth|fifth option|answer|choice|distractor"),
    WordPattern("true|false answer|option|choice #?"),
    WordPattern("lorem ipsum dolor? sit? amet?"), WordPattern("tbd|todo|placeholder|distractor"),
    WordPattern("your|insert|plausible|another answer|option|distractor here?"),
  ]

  private static func isStandIn(_ option: GateText) -> Bool {
    let isOnlyDots =
      !option.raw.isBlank && option.raw.allSatisfy { ".…_-? ".contains($0) }
      && option.raw.contains { ".…".contains($0) }
    return isOnlyDots || isNumbered(option.raw) || standIns.contains { $0.matchesWhole(option.tokens) }
  }

  /// "Option 2". Most options are done with before the pattern is compiled, which takes longer than all the rest.
  private static func isNumbered(_ option: String) -> Bool {
    option.contains(where: \.isNumber)
      && option.wholeMatch(of: /(?i)\W*(option|answer|choice|distractor)_?\d\W*/) != nil
  }

  private static let standInNames = [
    "john doe", "jane doe", "john smith", "jane smith", "joe bloggs", "foo bar", "max mustermann",
  ].map { $0.split(separator: " ").map(String.init) }

  private static func standInName(_ subject: GateSubject) -> String? {
    guard subject.passage.contains(subject.key.tokens) else { return nil }
    return subject.distractors.first { standInNames.contains($0.tokens) && !subject.passage.contains($0.tokens) }?.raw
  }
}
