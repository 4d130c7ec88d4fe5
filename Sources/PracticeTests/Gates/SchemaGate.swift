/// The shape of an item.
enum SchemaGate {
  /// Every field there, not blank; the right number of options; one key.
  static func schema(_ subject: GateSubject) -> [Violation] {
    let item = subject.item
    var faults: [(field: String, message: String)] = []
    func demand(_ holds: Bool, _ field: String, _ message: @autoclosure () -> String) {
      if !holds { faults.append((field, message())) }
    }
    demand(!item.prompt.isBlank, "prompt", "The question is blank: write it.")
    demand(!item.correctAnswer.isBlank, "correctAnswer", "The correct answer is blank: write it.")
    if subject.context.requiresGrounding {
      demand(item.evidence?.isBlank == false, "evidence", "The evidence is missing: quote the sentence of the passage.")
      demand(item.rationale?.isBlank == false, "rationale", "The rationale is missing: say why the answer is correct.")
    }
    switch item.format {
    case .multipleChoice:
      let allowed = subject.context.slot.map { $0.choices...$0.choices } ?? TestRequest.choicesRange
      demand(
        allowed.contains(item.choices.count), "choices",
        "There are \(item.choices.count) options: write one correct answer and \(allowed.lowerBound - 1) distractors.")
      demand(!item.choices.contains(where: \.isBlank), "choices", "An option is blank: write every option out.")
      let key = item.correctIndex.flatMap { item.choices.indices.contains($0) ? item.choices[$0] : nil }
      demand(
        key == item.correctAnswer, "correctAnswer", "The correct answer is not one of the options: mark one of them.")
    case .trueFalse:
      demand(item.choices == ["True", "False"], "choices", "The options of a true/false item are True and False.")
      demand(
        item.correctIndex.map { item.choices.indices.contains($0) && item.choices[$0] == item.correctAnswer } == true,
        "correctAnswer", "The correct answer of a true/false item is True or False.")
    case .cloze:
      demand(
        Blank.count(in: item.prompt) == 1, "prompt", "Write the sentence with exactly one blank, as ____.")
    case .shortAnswer:
      break
    case .explanation:
      demand(
        (3...5).contains(item.keyPoints.count) && !item.keyPoints.contains(where: \.isBlank), "keyPoints",
        "Give 3 to 5 key points that a full answer mentions.")
    }
    return faults.map { subject.violation(.schema, $0.field, .reject, $0.message) }
  }
}

/// The blank of a cloze sentence.
enum Blank {
  /// How the blank is written.
  static let mark = "____"

  /// The runs of two or more underscores in a text.
  static func runs(in text: String) -> [Range<String.Index>] {
    var runs: [Range<String.Index>] = []
    var rest = text.startIndex
    while let start = text[rest...].firstIndex(of: "_") {
      let end = text[start...].firstIndex { $0 != "_" } ?? text.endIndex
      if text.index(after: start) < end { runs.append(start..<end) }
      rest = end
    }
    return runs
  }

  /// How many blanks a text has.
  static func count(in text: String) -> Int {
    runs(in: text).count
  }

  /// The text with every run of two or more underscores as the usual blank.
  static func normalised(_ text: String) -> String {
    runs(in: text).reversed().reduce(into: text) { $0.replaceSubrange($1, with: mark) }
  }
}

extension String {
  /// Whether there is nothing to read in it.
  var isBlank: Bool {
    unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint }
  }
}
