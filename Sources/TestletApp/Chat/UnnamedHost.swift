import LanguageModels
import PracticeTests

/// Something would be sent to a host that the screen did not name: the backend that it named is gone.
struct UnnamedHost: ReportableError, Equatable {
  var host: String

  var sentence: String {
    "It would go to \(SafeText.line(host)) now, which was not named before: try again to send it there."
  }

  var category: FailureCategory { .notPermitted }

  /// Refuses a model on another machine, but at the host that was named.
  static func check(_ model: AIAssignment, named: String?) throws(UnnamedHost) {
    if let host = ModelSignature(model).host, host != named { throw UnnamedHost(host: host) }
  }
}
