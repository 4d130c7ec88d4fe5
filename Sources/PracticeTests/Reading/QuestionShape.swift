import LanguageModels

/// Reads one object as a question, whatever its fields are called.
enum QuestionShape {
  /// The question; `nil` when the object is none: it has no text to ask, or holds objects instead of an answer.
  static func question(_ members: [JSONMember], line: Int, repairs: [String]) -> WrittenQuestion? {
    let known = FieldName.members(members)
    func value(_ name: FieldName) -> JSONValue? { known.last { $0.name == name.rawValue }?.value }
    guard value(.prompt)?.string != nil else { return nil }
    let hasAnswer = [.options, .distractors, .answer, .index].contains { value($0) != nil }
    let isWrapper = members.contains {
      $0.value.members != nil || $0.value.elements?.contains { $0.members != nil } == true
    }
    guard hasAnswer || !isWrapper else { return nil }

    var fields = DraftFields(known)
    var question = WrittenQuestion(line: line, prompt: fields.text(FieldName.prompt.rawValue))
    question.repaired = repairs
    question.rationale = fields.optionalText(FieldName.rationale.rawValue)
    question.evidence = evidence(&fields)
    question.distractors = fields.optionalTexts(FieldName.distractors.rawValue)
    question.acceptedAnswers = fields.optionalTexts(FieldName.acceptedAnswers.rawValue)
    question.keyPoints = fields.optionalTexts(FieldName.keyPoints.rawValue)
    question.format = value(.format)?.string.flatMap(QuestionFormat.init)
    question.topic = value(.topic)?.string
    question.bloom = value(.bloom)?.string.flatMap(BloomLevel.init)
    question.difficulty = value(.difficulty)?.string.flatMap(Difficulty.init)
    question.template = value(.template)?.string.flatMap(QuestionTemplate.init)
    question.tags = value(.tags).map(tags) ?? []
    question.hasRecord = hasRecord(members)
    if let options = fields.value(FieldName.options.rawValue), options != .null {
      do throws(Doubt) {
        let read = try WrittenOptions(options)
        question.options = read.options
        if read.hadLabels { question.repaired.append("optionLabel") }
      } catch {
        question.doubt = error
      }
    }
    let numbers = value(.options)?.elements?.allSatisfy { $0.double != nil } == true
    for member in known where member.name == FieldName.answer.rawValue {
      if let answer = answer(member.value, areOptionsNumbers: numbers, &question.doubt) {
        question.answers.append(answer)
      }
    }
    question.index = fields.value(FieldName.index.rawValue)?.int
    if fields.has(FieldName.correction.rawValue), question.answers.isEmpty, question.options.isEmpty {
      question.doubt = Doubt("Whether the statement is true is not said.")
    }
    if let fault = fields.violations.first { question.doubt = Doubt(fault.message) }
    return question
  }

  /// A list, or a text: one tag a line, and in a text without line ends with commas between them.
  private static func tags(_ value: JSONValue) -> [String] {
    if let elements = value.elements { return elements.compactMap(\.string) }
    guard let text = value.string else { return [] }
    let isInLines = text.contains(where: \.isNewline)
    return text.split { isInLines ? $0.isNewline : $0 == "," }.map(String.init)
  }

  /// Whether our own file tells where the quote stands, who wrote the question, or whether that was verified.
  private static func hasRecord(_ members: [JSONMember]) -> Bool {
    members.contains { member in
      switch member.name {
      case FieldName.evidence.rawValue: member.value["source"] != nil
      case "origin": [Provenance.Origin.model, .builtin].contains { $0.rawValue == member.value.string }
      case "verified": if case .bool = member.value { true } else { false }
      default: false
      }
    }
  }

  private static func evidence(_ fields: inout DraftFields) -> String? {
    // Our own files hold where the quote stands, too.
    guard let quote = fields.value(FieldName.evidence.rawValue)?["quote"]?.string else {
      return fields.optionalText(FieldName.evidence.rawValue)
    }
    return DraftFields.clean(quote)
  }

  private static func answer(
    _ value: JSONValue?, areOptionsNumbers: Bool, _ doubt: inout Doubt?
  ) -> WrittenQuestion.Answer? {
    switch value {
    case nil, .null: return nil
    case .string(let text):
      let text = DraftFields.clean(text)
      if text.isBlank { return nil }
      // Digits in quotation marks are as doubtful as digits, where the options are no numbers.
      if let number = Int(text), number >= 0, number < 100 { return .number(number, text, areOptionsNumbers: true) }
      return .text(text)
    case .number(let digits):
      return .number(value?.int ?? -1, digits, areOptionsNumbers: areOptionsNumbers)
    case .bool(let isTrue): return .bool(isTrue)
    case .array(let elements):
      if elements.isEmpty { return nil }
      return elements.count == 1
        ? answer(elements[0], areOptionsNumbers: areOptionsNumbers, &doubt) : .several
    case .object(let members):
      guard let option = try? WrittenOptions.labelled(members) else {
        doubt = Doubt("The answer is an object with more than a label and a text.")
        return nil
      }
      return .text(option.label.map { "\($0)) \(option.text)" } ?? option.text)
    }
  }
}
