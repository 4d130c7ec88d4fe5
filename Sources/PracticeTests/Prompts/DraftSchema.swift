import LanguageModels

extension QuestionFormat {
  /// The schema of a draft of this format: evidence first, so that a model quotes before it asks.
  var draftSchema: JSONSchema {
    switch self {
    case .multipleChoice: Self.object(("prompt", .string), ("correctAnswer", .string), ("distractors", .array(.string)))
    case .trueFalse: Self.object(("statement", .string), ("correction", .string))
    case .cloze: Self.object(("sentence", .string), ("correctAnswer", .string), ("acceptedAnswers", .array(.string)))
    case .shortAnswer:
      Self.object(("prompt", .string), ("correctAnswer", .string), ("acceptedAnswers", .array(.string)))
    case .explanation: Self.object(("prompt", .string), ("correctAnswer", .string), ("keyPoints", .array(.string)))
    }
  }

  private static func object(_ middle: (String, JSONSchema)...) -> JSONSchema {
    let members = [("evidence", JSONSchema.string)] + middle + [("rationale", .string)]
    return .object(members.map { JSONSchema.Property($0.0, $0.1) })
  }
}
