import LanguageModels

/// Reads one object as a question, whatever its fields are called.
enum QuestionShape {
  /// The question; `nil` when the object is none: it has no text to ask, or holds objects instead of an answer.
  static func question(_ members: [JSONMember], line: Int, repairs: [String]) -> WrittenQuestion? {
    let known = QuestionContext.simplified(FieldName.members(members))
    func value(_ name: FieldName) -> JSONValue? { known.last { $0.name == name.rawValue }?.value }
    guard value(.prompt)?.string != nil else { return nil }
    let hasAnswer = [.options, .distractors, .answer, .index].contains { value($0) != nil }
    let isWrapper = members.contains {
      $0.value.members != nil || $0.value.elements?.contains { $0.members != nil } == true
    }
    guard hasAnswer || !isWrapper else { return nil }

    var fields = DraftFields(known, written: { FieldName.written($0, in: members) })
    var question = WrittenQuestion(line: line, prompt: fields.text(FieldName.prompt.rawValue))
    question.repaired = repairs
    question.isStatement = FieldName.prompts(members).first?.name == "statement"
    question.isTrueFalse = QuestionContext.isTrueFalse(value(.format)?.string)
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
    // A text that is too long is refused, and not looked through for each thing that stands beside it.
    let canBeAsked = !question.prompt.isBlank && question.prompt.count <= DraftFields.longestText
    if canBeAsked, !QuestionContext.add(members, to: &question.prompt) {
      question.doubt = Doubt("What the question builds on is more than a text.")
    }
    takeAnswers(members, value(.options), &question)
    if fields.has(FieldName.correction.rawValue), question.answers.isEmpty, question.options.isEmpty {
      question.doubt = Doubt("Whether the statement is true is not said.")
    }
    if let fault = fields.violations.first { question.doubt = Doubt(fault.message) }
    return question
  }

  /// Takes all that names the answer: answers, indexes, and what may be an answer.
  private static func takeAnswers(_ members: [JSONMember], _ options: JSONValue?, _ question: inout WrittenQuestion) {
    let numbers = options?.elements?.allSatisfy { $0.double != nil } == true
    func take(_ member: JSONMember) {
      // "correct option: 2" is a place, also where an option is a number.
      let isPlace = member.name.hasSuffix("option") || member.name.hasSuffix("choice")
      let written = answer(member.value, areOptionsNumbers: numbers, isPlace: isPlace, &question.doubt)
      guard let read = written else { return }
      question.answers.append(read)
      question.answerFields.append(member.name)
    }
    let certain = FieldName.answers(members)
    for member in certain { take(member) }
    let certainNames = Set(certain.map(\.name))
    question.hints = FieldName.vagueAnswers(members).filter { !certainNames.contains($0.name) }
      .compactMap(\.value.string).map(DraftFields.clean)
    var indexes: [Int] = []
    for member in FieldName.indexes(members) {
      if let number = index(member.value) {
        indexes.append(number)
        if question.index == nil { (question.index, question.indexField) = (number, member.name) }
      } else {
        take(member)
      }
    }
    if Set(indexes).count > 1 { question.doubt = Doubt("Two answers are given, and they differ.") }
  }

  private static func index(_ value: JSONValue) -> Int? {
    value.int ?? value.string.flatMap { Int($0.trimming(\.isWhitespace)) }
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
    _ value: JSONValue?, areOptionsNumbers: Bool, isPlace: Bool, _ doubt: inout Doubt?
  ) -> WrittenQuestion.Answer? {
    switch value {
    case nil, .null: return nil
    case .string(let text):
      let text = DraftFields.clean(text)
      if text.isBlank { return nil }
      // Digits in quotation marks are as doubtful as digits, where the options are no numbers.
      if let number = Int(text), number >= 0, number < 100 {
        return .number(number, text, areOptionsNumbers: !isPlace)
      }
      return .text(text)
    case .number(let digits):
      return .number(value?.int ?? -1, digits, areOptionsNumbers: areOptionsNumbers && !isPlace)
    case .bool(let isTrue): return .bool(isTrue)
    case .array(let elements):
      if elements.isEmpty { return nil }
      return elements.count == 1
        ? answer(elements[0], areOptionsNumbers: areOptionsNumbers, isPlace: isPlace, &doubt) : .several
    case .object(let members):
      guard let option = try? WrittenOptions.labelled(members) else {
        doubt = Doubt("The answer is an object with more than a label and a text.")
        return nil
      }
      return .text(option.label.map { "\($0)) \(option.text)" } ?? option.text)
    }
  }
}
