import PracticeTests

/// Something to be done outside of the state; what comes of it is an action.
enum AppEffect: Equatable, Sendable {
  case loadHome
  /// Goes where the student left a test.
  case openTest(String)
  /// Goes on with a test's attempt, or begins one.
  case takeTest(String, AttemptOrder)
  /// Finds what the form of an attempt starts from; of those that were missed in an attempt, where one is named.
  case prepareAttempt(testID: String, missedIn: String?)
  /// Goes to how the attempts at a test went that were handed in.
  case openResults(String)
  case deleteTest(String)
  case putBackTest(DeletedTest)
  /// Makes what is open of a test, where it is allowed with what stands in for a backend that is gone.
  case generate(testID: String, reopensMissing: Bool, allowsFallback: Bool)
  case cancelGeneration(testID: String)
  /// Writes a test to a file.
  case exportTest(ExportOrder)

  case planning(PlanningEffect)
  case taking(TakingEffect)
  case sources(SourcesEffect)
  case bank(BankEffect)
  case review(ReviewEffect)
  case tutoring(TutoringEffect)
  case plainWords(PlainWordsEffect)
  case settings(SettingsEffect)

  case redraw
  case useInterface(InterfaceSettings)
  case quit
}
