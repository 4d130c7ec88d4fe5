import LanguageModels

extension QuestionDraft {
  /// The draft as a model would answer it, its members in the order of the contract.
  var json: JSONValue {
    switch self {
    case .multipleChoice(let draft):
      Self.object(
        draft.evidence, draft.rationale,
        [
          ("prompt", .string(draft.prompt)), ("correctAnswer", .string(draft.correctAnswer)),
          ("distractors", .strings(draft.distractors)),
        ])
    case .trueFalse(let draft):
      Self.object(
        draft.evidence, draft.rationale,
        [
          ("statement", .string(draft.statement)), ("correction", .string(draft.correction)),
        ])
    case .cloze(let draft):
      Self.object(
        draft.evidence, draft.rationale,
        [
          ("sentence", .string(draft.sentence)), ("correctAnswer", .string(draft.correctAnswer)),
          ("acceptedAnswers", .strings(draft.acceptedAnswers)),
        ])
    case .shortAnswer(let draft):
      Self.object(
        draft.evidence, draft.rationale,
        [
          ("prompt", .string(draft.prompt)), ("correctAnswer", .string(draft.correctAnswer)),
          ("acceptedAnswers", .strings(draft.acceptedAnswers)),
        ])
    case .explanation(let draft):
      Self.object(
        draft.evidence, draft.rationale,
        [
          ("prompt", .string(draft.prompt)), ("correctAnswer", .string(draft.correctAnswer)),
          ("keyPoints", .strings(draft.keyPoints)),
        ])
    }
  }

  private static func object(_ evidence: String, _ rationale: String, _ middle: [(String, JSONValue)]) -> JSONValue {
    .members([("evidence", .string(evidence))] + middle + [("rationale", .string(rationale))])
  }
}
