import LanguageModels

/// Tells objects that belong to a question, or hold several, from those that are one.
enum QuestionParts {
  private static let marks: Set = ["correct", "iscorrect", "isright", "right", "isanswer"]
  private static let texts: Set = ["text", "optiontext", "answertext", "content", "option", "value"]
  /// What an option may have beside its text and its mark.
  private static let others: Set = [
    "label", "letter", "key", "id", "index", "order", "number", "position", "explanation", "feedback", "rationale",
    "reason", "why", "justification", "score", "points", "weight", "fraction",
  ]
  /// Names under which nothing but a question stands.
  private static let certainPrompts: Set = ["question", "questiontext", "questionstem", "stem", "statement", "q"]

  /// Whether an object is an option: a text, a mark that says whether it is right, and nothing that asks. It is no
  /// statement that is true or false.
  static func isOption(_ members: [JSONMember]) -> Bool {
    let names = Set(members.map { FieldName.plain($0.name) })
    return !names.isDisjoint(with: texts) && names.isSubset(of: texts.union(marks).union(others))
      && members.contains { member in
        marks.contains(FieldName.plain(member.name))
          && (member.value.bool ?? member.value.string.flatMap(WrittenQuestion.truth)) != nil
      }
  }

  /// Why an object is not read although it looks like a question or a part of one; `nil` where it doesn't.
  static func fault(of members: [JSONMember]) -> String? {
    if isOption(members) { return "This is an option, and its question can't be read." }
    guard !FieldName.hasPrompt(members) else { return nil }
    func has(_ name: String) -> Bool { members.contains { FieldName.plain($0.name) == name && $0.value.string != nil } }
    if has("front") && has("back") || has("term") && has("definition") {
      return "This is a card with two sides, and no question with its answer."
    }
    let hasOptions = members.contains { member in
      FieldName.named(member.name) == .options && (member.value.elements ?? []).count >= 2
    }
    guard hasOptions, isMoreThanOptions(members), !holdQuestions(members) else { return nil }
    return "These options have no question that can be read."
  }

  /// Whether an object has something of a question beside options, which settings have, too.
  private static func isMoreThanOptions(_ members: [JSONMember]) -> Bool {
    let hasField = members.contains { member in
      switch FieldName.named(member.name) {
      case .prompt, .distractors, .answer, .index, .rationale, .evidence, .acceptedAnswers, .keyPoints, .correction:
        true
      case .options, .format, .topic, .bloom, .difficulty, .template, .tags, nil: false
      }
    }
    return hasField || !FieldName.answers(members).isEmpty
  }

  /// Whether a list in an object holds questions. Its own options are none.
  static func holdQuestions(_ members: [JSONMember]) -> Bool {
    members.contains { member in
      guard isOwn(member) else { return holdsQuestions(member.value, certainly: false) }
      return FieldName.named(member.name) == .options && holdsQuestions(member.value, certainly: true)
    }
  }

  /// Whether a member belongs to the question itself: its options, its answer, its quote.
  static func isOwn(_ member: JSONMember) -> Bool {
    if FieldName.plain(member.name) == "answers" { return true }
    return switch FieldName.named(member.name) {
    case .options, .distractors, .answer, .evidence: true
    default: false
    }
  }

  private static func holdsQuestions(_ value: JSONValue, certainly: Bool) -> Bool {
    switch value {
    case .array(let elements):
      elements.contains { element in
        guard let members = element.members else { return holdsQuestions(element, certainly: certainly) }
        return asks(members) && (!certainly || hasCertainPrompt(members)) || holdQuestions(members)
      }
    case .object(let members): holdQuestions(members)
    case .null, .bool, .number, .string: false
    }
  }

  /// Whether a text stands under a name that only questions use.
  static func hasCertainPrompt(_ members: [JSONMember]) -> Bool {
    members.contains { certainPrompts.contains(FieldName.plain($0.name)) && $0.value.string != nil }
  }

  /// Whether an object has a text to ask, and an answer or options.
  private static func asks(_ members: [JSONMember]) -> Bool {
    guard FieldName.hasPrompt(members), !isOption(members) else { return false }
    let known = FieldName.members(members)
    return [FieldName.options, .distractors, .answer, .index].contains { field in
      known.contains { $0.name == field.rawValue }
    }
  }
}
