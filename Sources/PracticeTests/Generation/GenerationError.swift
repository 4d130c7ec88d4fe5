import LanguageModels

/// Why a test could not be generated.
public enum GenerationError: ReportableError, Hashable {
  /// Another process is at it.
  case busy
  /// The test was deleted or taken over in the middle.
  case overtaken
  /// The slot has no question.
  case noQuestion
  /// The question was brought in, and rests on no notes.
  case brought
  /// The test has as many questions as a test may have.
  case full
  /// No other question could be made; why.
  case noneMade(String)

  /// What is said to a person.
  public var sentence: String {
    switch self {
    case .busy: "Another testlet is generating this test: wait until it is done, or stop it and try again."
    case .overtaken: "The test was deleted or changed while it was generated: open it again to see how it stands."
    case .noQuestion: "The test has no question with this number: `testlet show` shows those that it has."
    case .brought: "This question was brought in, so there are no notes to write another from."
    case .full: "The test has 200 questions, which is the most: make another test."
    case .noneMade(let reason):
      "No other question could be made\(reason.isEmpty ? "" : " (\(reason))"), and the test stays as it was."
    }
  }

  /// What kind of failure it is.
  public var category: FailureCategory {
    switch self {
    case .busy, .overtaken: .tryLater
    case .noQuestion, .brought: .inputMissing
    case .full: .badUsage
    case .noneMade: .badData
    }
  }
}
