import LanguageModels

/// A test that has no question yet.
struct EmptyTest: ReportableError {
  var testID: String

  var sentence: String {
    "The test has no question yet: `testlet generate --resume \(testID)` goes on making it."
  }

  var category: FailureCategory { .inputMissing }
}
