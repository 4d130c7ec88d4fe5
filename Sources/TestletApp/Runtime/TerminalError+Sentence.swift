import LanguageModels
import Terminal

extension TerminalError: ReportableError {
  /// What is said to a person.
  public var sentence: String { description }
  /// The exit code.
  public var category: FailureCategory { .badUsage }
}
