/// What a model's answer turned out to be.
public enum DraftReading: Sendable, Hashable {
  /// A draft, and what was repaired to read it (names of ``JSONRepair`` cases).
  case draft(QuestionDraft, repairs: [String])
  /// The model refused, with its reason.
  case refusal(String)
  /// No draft, with what is wrong.
  case unreadable([Violation])

  /// Whether there is no draft because none is wanted.
  var isRefusal: Bool {
    if case .refusal = self { true } else { false }
  }
}
