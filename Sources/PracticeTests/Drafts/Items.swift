/// Why no item can be made from a draft.
struct DraftFaults: Error, Sendable, Hashable {
  /// What is wrong, each as an instruction.
  var violations: [Violation]
}

/// Makes items from drafts and slots.
enum Items {
  /// The item that a draft gives for a slot: the key at the slot's position (options that are numbers of one unit in
  /// order instead), true/false as the slot says, the blank as `____`. A draft of another format than the slot's is
  /// taken as what it is.
  static func assemble(draft: QuestionDraft, slot: QuestionSlot) -> Result<Item, DraftFaults> {
    let item: Item
    var faults: [Violation] = []
    switch draft {
    case .multipleChoice(let draft):
      item = multipleChoice(draft, slot: slot)
    case .trueFalse(let draft):
      item = trueFalse(draft, slot: slot)
      if !slot.truth, Words.tokens(draft.correction) == Words.tokens(draft.statement) {
        faults.append(
          Violation(
            gate: .schema, field: "correction", action: .reject,
            message: "The statement is to be false, but the correction says the same: make the statement false."))
      }
    case .cloze(let draft):
      item = Item(
        format: .cloze, prompt: Blank.normalised(draft.sentence), correctAnswer: draft.correctAnswer,
        acceptedAnswers: draft.acceptedAnswers, rationale: draft.rationale, evidence: draft.evidence)
    case .shortAnswer(let draft):
      item = Item(
        format: .shortAnswer, prompt: draft.prompt, correctAnswer: draft.correctAnswer,
        acceptedAnswers: draft.acceptedAnswers, rationale: draft.rationale, evidence: draft.evidence)
    case .explanation(let draft):
      item = Item(
        format: .explanation, prompt: draft.prompt, correctAnswer: draft.correctAnswer, keyPoints: draft.keyPoints,
        rationale: draft.rationale, evidence: draft.evidence)
    }
    faults += SchemaGate.schema(GateSubject(item, GateContext(slot: slot)))
    return faults.isEmpty ? .success(item) : .failure(DraftFaults(violations: faults))
  }

  private static func multipleChoice(_ draft: QuestionDraft.MultipleChoice, slot: QuestionSlot) -> Item {
    var choices = distractors(of: draft, wanted: slot.choices - 1)
    let position = min(max(slot.keyPosition, 0), choices.count)
    choices.insert(draft.correctAnswer, at: position)
    let item = Item(
      format: .multipleChoice, prompt: draft.prompt, choices: choices, correctIndex: position,
      correctAnswer: draft.correctAnswer, rationale: draft.rationale, evidence: draft.evidence)
    guard let values = NumericOptions(choices).values else { return item }
    let order = choices.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var sorted = item
    sorted.choices = order.map { choices[$0] }
    sorted.correctIndex = order.firstIndex(of: position)
    return sorted
  }

  /// The wrong answers. Of more than are wanted the first, without what is there twice or is the key: small models count
  /// badly, and that is no reason to lose a good question.
  private static func distractors(of draft: QuestionDraft.MultipleChoice, wanted: Int) -> [String] {
    guard draft.distractors.count > wanted else { return draft.distractors }
    var seen: Set = [draft.correctAnswer]
    return Array(draft.distractors.filter { seen.insert($0).inserted }.prefix(wanted))
  }

  private static func trueFalse(_ draft: QuestionDraft.TrueFalse, slot: QuestionSlot) -> Item {
    Item(
      format: .trueFalse, prompt: draft.statement, choices: ["True", "False"], correctIndex: slot.truth ? 0 : 1,
      correctAnswer: slot.truth ? "True" : "False", rationale: draft.rationale, evidence: draft.evidence)
  }
}
