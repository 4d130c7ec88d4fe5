import LanguageModels

/// Something would be sent to a host that the screen did not name: the backend that it named is gone.
struct UnnamedHost: ReportableError {
  var host: String

  var sentence: String {
    "It would go to \(SafeText.line(host)) now, which was not named before: try again to send it there."
  }

  var category: FailureCategory { .notPermitted }
}
