import LanguageModels

/// The older shape of a multiple-choice draft (`contractVersion: "testgen.v1"`): all options in one list, the key by
/// text and index, and fields of the slot echoed back.
enum OlderContract {
  /// Whether an object has this shape.
  static func applies(to fields: DraftFields) -> Bool {
    fields.has("contractVersion") || fields.has("choices")
  }

  /// The draft; echoed fields that differ from the slot's are faults. The shape has no evidence, so it may be blank
  /// here; the gates decide about that.
  static func draft(_ fields: inout DraftFields, slot: QuestionSlot?) -> QuestionDraft? {
    if let version = fields.value("contractVersion"), version != .string("testgen.v1") {
      fields.fail("contractVersion", "The contract version must be \"testgen.v1\".")
    }
    if let slot { checkEchoes(&fields, slot) }
    let prompt = fields.text("prompt")
    let choices = fields.texts("choices", mayBeEmpty: false)
    guard let key = keyIndex(&fields, choices) else { return nil }
    return .multipleChoice(
      .init(
        evidence: fields.has("evidence") ? fields.text("evidence") : "", prompt: prompt, correctAnswer: choices[key],
        distractors: choices.indices.filter { $0 != key }.map { choices[$0] }, rationale: fields.text("rationale")))
  }

  /// The key's index; given twice, by index and by text, both must agree.
  private static func keyIndex(_ fields: inout DraftFields, _ choices: [String]) -> Int? {
    var index: Int?
    if let value = fields.value("correctIndex") {
      guard case .number(let number) = value, let key = Int(number), choices.indices.contains(key) else {
        fields.fail("correctIndex", "The field \"correctIndex\" must be the key's place among the choices, from 0.")
        return nil
      }
      index = key
    }
    guard fields.has("correctAnswer") || index == nil else { return index }
    let answer = fields.text("correctAnswer", limit: DraftFields.longestAnswer)
    let matches = choices.indices.filter { choices[$0] == answer }
    guard matches.count == 1, index == nil || index == matches[0] else {
      fields.fail(
        "correctAnswer", "The correct answer must be one of the choices, and the one that correctIndex names.")
      return nil
    }
    return matches[0]
  }

  private static func checkEchoes(_ fields: inout DraftFields, _ slot: QuestionSlot) {
    let expected = [
      ("topic", slot.topic), ("bloomLevel", slot.bloom.rawValue), ("difficulty", slot.difficulty.rawValue),
      ("templateType", slot.template.rawValue),
    ]
    for (name, value) in expected {
      guard let echoed = fields.value(name) else { continue }
      guard case .string(let text) = echoed, Words.tokens(text) == Words.tokens(value) else {
        fields.fail(name, "The field \"\(name)\" must say \"\(value)\", as the slot does.")
        continue
      }
    }
  }
}
