import LanguageModels

/// Reads the answer to a stage, as tolerantly as a whole draft.
enum StageAnswer {
  /// The fields of the answer's object, and whether its form had to be repaired to read them.
  static func fields(of answer: LLMResponse) -> Result<(fields: DraftFields, isRepaired: Bool), DraftFaults> {
    guard answer.finishReason != .length else { return .failure(DraftFaults(violations: [.cutOff])) }
    let reading = TolerantJSON.read(answer.text)
    let objects = reading.values.lazy.compactMap { value -> [JSONMember]? in
      if case .object(let members) = value { members } else { nil }
    }
    guard let members = objects.first else {
      return .failure(
        DraftFaults(violations: [
          Violation(
            gate: .schema, field: "json", action: .reject,
            message: "The answer is not the JSON object that was asked for: write that, and nothing else.")
        ]))
    }
    return .success((DraftFields(members), !reading.repairs.isEmpty))
  }
}

extension DraftStage {
  /// Our own words that a question of a format must not repeat.
  static func examples(of format: QuestionFormat) -> String {
    switch format {
    case .multipleChoice, .shortAnswer: "\(ask.instructions)\n\(wrongAnswers.instructions)"
    case .cloze, .trueFalse: "\(restate.instructions)\n\(wrongAnswers.instructions)"
    case .explanation: explain.instructions
    }
  }
}

extension Violation {
  /// The notes have nothing left for the slot.
  static let nothingToAskAbout = Violation(
    gate: .schema, field: "draft", action: .reject,
    message: "The passage holds nothing to ask about that is not asked already.")

  /// Too few of a model's wrong answers can stand beside the right one.
  static let tooFewWrongAnswers = Violation(
    gate: .duplicateOption, field: "choices", action: .repair,
    message:
      "Too few of the wrong answers can be used: write five that differ from each other, from the right answer and from the words of the question."
  )

  /// Too few of them are what the question asks for.
  static func wrongKind(_ kind: String) -> Violation {
    Violation(
      gate: .oddKey, field: "choices", action: .repair,
      message:
        "Too few of the wrong answers can be used: the name of each must have the word \"\(kind)\", as the right one.")
  }

  /// Too few of them have the number of the right answer.
  static func wrongNumber(isPlural: Bool) -> Violation {
    Violation(
      gate: .oddKey, field: "choices", action: .repair,
      message:
        "Too few of the wrong answers can be used: each must be \(isPlural ? "plural" : "singular"), as the right one.")
  }

  /// The question shares a word with the right answer only.
  static func keyStandsOut(_ word: String) -> Violation {
    Violation(
      gate: .wordRepeat, field: "choices", action: .repair,
      message: "The question has a word of the right answer: at least one wrong answer must have \"\(word)\", too.")
  }

  /// The model chose an answer of its own.
  static let answerNotOffered = Violation(
    gate: .schema, field: "answer", action: .reject,
    message: "The answer must be one of the possible answers, copied exactly.")

  /// The sentence does not hold the words that it has to hold.
  static func wordsMissing(_ words: String) -> Violation {
    Violation(
      gate: .schema, field: "sentence", action: .reject,
      message: "The words \"\(words)\" must stand in the sentence exactly once, as they are written.")
  }
}
