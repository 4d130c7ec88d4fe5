/// Labels inside options and stems.
enum LabelGates {
  /// An option that starts with `A)` or `b.`, or a stem that lists a. b. c.
  static func nestedLabel(_ subject: GateSubject) -> [Violation] {
    var violations: [Violation] = []
    if OptionLabels.stripped(subject.item.choices) != nil {
      violations.append(
        subject.violation(.nestedLabel, "choices", .fix, "Write the options without labels such as A) or b."))
    }
    if OptionLabels.listStart(in: subject.item.prompt) != nil {
      let canMend = stemWithoutList(subject.item) != nil
      violations.append(
        subject.violation(
          .nestedLabel, "prompt", canMend ? .fix : .repair,
          "Do not list the options in the question: give them only as options."))
    }
    return violations
  }

  /// The item with labels and a repeated list of options taken out. The key stays where it is.
  static func withoutLabels(_ subject: GateSubject) -> Item {
    var item = subject.item
    if let prompt = stemWithoutList(item) { item.prompt = prompt }
    if let choices = OptionLabels.stripped(item.choices) { item.choices = choices }
    if let key = item.correctIndex, item.choices.indices.contains(key) { item.correctAnswer = item.choices[key] }
    return item
  }

  /// The stem up to the list, when the list says no more than the options do.
  private static func stemWithoutList(_ item: Item) -> String? {
    guard let start = OptionLabels.listStart(in: item.prompt) else { return nil }
    let list = GateText(String(item.prompt[start...]))
    let options = (OptionLabels.stripped(item.choices) ?? item.choices).map(GateText.init)
    let stem = String(item.prompt[..<start].reversed().drop(while: \.isWhitespace).reversed())
    guard Words.count(stem) >= 3, options.allSatisfy({ list.contains($0.tokens) }) else { return nil }
    return stem
  }
}
