import LanguageModels

/// Reads a model's answer as a draft. Nothing in it is trusted.
public enum DraftReader {
  /// Reads a text.
  ///
  /// - Parameter slot: what was asked for: the draft must have its format, and what the older shape echoes must be the
  ///   slot's. Without a slot the draft is what its fields say.
  public static func read(_ text: String, for slot: QuestionSlot? = nil) -> DraftReading {
    let reading = TolerantJSON.read(text)
    guard let members = reading.values.lazy.compactMap(object).first else {
      return .unreadable([fault(reading)])
    }
    var fields = DraftFields(members)
    if fields.has("error") { return refusal(&fields) }
    let draft =
      OlderContract.applies(to: fields)
      ? OlderContract.draft(&fields, slot: slot) : self.draft(&fields, expecting: slot?.format)
    if let draft, let expected = slot?.format, draft.format != expected {
      fields.fail("format", "This is a \(draft.format.rawValue) question: write a \(expected.rawValue) one.")
    }
    guard let draft, fields.violations.isEmpty else { return .unreadable(fields.violations) }
    return .draft(draft, repairs: reading.repairs.map(\.rawValue))
  }

  /// The object itself, or the only one in a list or in a wrapper such as `{"questions": [...]}`.
  private static func object(_ value: JSONValue) -> [JSONMember]? {
    switch value {
    case .object(let members):
      if members.count == 1, let only = members[0].value.elements, let inner = object(.array(only)) {
        inner
      } else {
        members
      }
    case .array(let elements) where elements.count == 1: elements[0].members
    default: nil
    }
  }

  private static func fault(_ reading: TolerantReading) -> Violation {
    let message =
      switch reading.fault {
      case .cutOff: "The answer was cut off: write a shorter one, and finish it."
      case .tooDeep, .tooLarge: "The answer is too large: write one JSON object with the asked fields."
      case .malformed: "The answer is not valid JSON: write one JSON object with the asked fields."
      case .nothingFound, nil: "The answer holds no JSON object: write one with the asked fields."
      }
    return Violation(gate: .schema, field: "json", action: .reject, message: message)
  }

  private static func refusal(_ fields: inout DraftFields) -> DraftReading {
    guard case .string("CONTRACT_VIOLATION")? = fields.value("error") else {
      return .unreadable([
        Violation(
          gate: .schema, field: "error", action: .reject,
          message: "The answer is an error report: write one JSON object with the asked fields.")
      ])
    }
    guard case .string(let reason)? = fields.value("reason"), case let line = SafeText.line(reason, limit: 500),
      !line.isEmpty
    else { return .refusal("no reason given") }
    return .refusal(line)
  }

  private static func draft(_ fields: inout DraftFields, expecting format: QuestionFormat?) -> QuestionDraft? {
    guard let format = shape(of: fields) ?? format else {
      fields.fail("json", "The object has none of the asked fields: write them all.")
      return nil
    }
    let evidence = fields.text("evidence")
    let draft: QuestionDraft
    switch format {
    case .multipleChoice:
      draft = .multipleChoice(
        .init(
          evidence: evidence, prompt: fields.text("prompt"), correctAnswer: answer(&fields),
          distractors: fields.texts("distractors", mayBeEmpty: false), rationale: fields.text("rationale")))
    case .trueFalse:
      draft = .trueFalse(
        .init(
          evidence: evidence, statement: fields.text("statement"), correction: fields.text("correction"),
          rationale: fields.text("rationale")))
    case .cloze:
      draft = .cloze(
        .init(
          evidence: evidence, sentence: fields.text("sentence"), correctAnswer: answer(&fields),
          acceptedAnswers: fields.texts("acceptedAnswers", mayBeEmpty: true), rationale: fields.text("rationale")))
    case .shortAnswer:
      draft = .shortAnswer(
        .init(
          evidence: evidence, prompt: fields.text("prompt"), correctAnswer: answer(&fields),
          acceptedAnswers: fields.texts("acceptedAnswers", mayBeEmpty: true), rationale: fields.text("rationale")))
    case .explanation:
      draft = .explanation(
        .init(
          evidence: evidence, prompt: fields.text("prompt"), correctAnswer: fields.text("correctAnswer"),
          keyPoints: fields.texts("keyPoints", mayBeEmpty: false), rationale: fields.text("rationale")))
    }
    return draft
  }

  private static func answer(_ fields: inout DraftFields) -> String {
    fields.text("correctAnswer", limit: DraftFields.longestAnswer)
  }

  /// The format that an object's own fields show.
  private static func shape(of fields: DraftFields) -> QuestionFormat? {
    let marks: [(String, QuestionFormat)] = [
      ("distractors", .multipleChoice), ("statement", .trueFalse), ("sentence", .cloze), ("keyPoints", .explanation),
      ("acceptedAnswers", .shortAnswer),
    ]
    return marks.first { fields.has($0.0) }?.1
  }
}
