import LanguageModels

/// Why a question could not be changed.
public enum EditError: ReportableError, Hashable {
  /// Gates are against the changed question, or it can't be read.
  case refused([Violation])
  /// The question was changed or replaced meanwhile.
  case overtaken
  /// Its passage is no longer among the notes of the test.
  case passageGone

  /// What is said to a person.
  public var sentence: String {
    switch self {
    case .refused(let violations):
      "The question was not changed: \(violations.map(\.message).joined(separator: " "))"
    case .overtaken: "The question was changed or replaced meanwhile: look at it again."
    case .passageGone: "The passage of the question is not among the notes any more: it can't be checked."
    }
  }

  /// What kind of failure it is.
  public var category: FailureCategory {
    switch self {
    case .refused: .badData
    case .overtaken: .tryLater
    case .passageGone: .inputMissing
    }
  }
}

extension EditError {
  /// The text of a changed question can't be read, or says what no question can have.
  static func unread(_ message: String) -> EditError {
    .refused([Violation(gate: .schema, field: "text", action: .reject, message: message)])
  }
}
