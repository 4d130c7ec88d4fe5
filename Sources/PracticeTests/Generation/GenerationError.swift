import LanguageModels

/// Why a test could not be generated.
public enum GenerationError: ReportableError, Hashable {
  /// Another process is at it.
  case busy
  /// The test was deleted or taken over in the middle.
  case overtaken

  /// What is said to a person.
  public var sentence: String {
    switch self {
    case .busy: "Another testlet is generating this test: wait until it is done, or stop it and try again."
    case .overtaken: "The test was deleted or changed while it was generated: open it again to see how it stands."
    }
  }

  /// What kind of failure it is.
  public var category: FailureCategory { .tryLater }
}
