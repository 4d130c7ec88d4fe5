/// What a student wants done, as far as plain words can say it.
public enum PlainAction: Sendable, Hashable {
  case makeTest(WantedTest)
  /// Asks what is due.
  case review
  /// Shows the figures: all, or those of a course or a topic.
  case showStats(StatsSubject?)
  /// Searches all questions for words.
  case search(String)
  /// Goes on with a test, takes it, or shows its results.
  case openTest(NamedTest)
  case deleteTest(NamedTest)
  /// Writes a test in a format: to a file, by its path, else to wherever the answer to that goes.
  case exportTest(NamedTest, ExportFormat, answers: Bool, file: String? = nil)
  /// Writes a study sheet from files of notes, by their paths.
  case summarise([String])
  case open(Place)

  /// A part of testlet that can be gone to.
  public enum Place: String, Sendable, Hashable, CaseIterable {
    case tests
    case newTest = "new test"
    case library
    case notes
    case settings
    case help
  }

  /// Whether it makes something, destroys something, or has a model read notes, so that a student says yes to it first.
  public var needsConsent: Bool {
    switch self {
    case .makeTest, .deleteTest, .summarise: true
    case .review, .showStats, .search, .openTest, .exportTest, .open: false
    }
  }
}

/// A test that is there, as far as it must be known to be named.
public struct NamedTest: Sendable, Hashable {
  /// Its id.
  public var id: String
  /// Its title.
  public var title: String
  /// Its course.
  public var course: String
  /// Its number among the tests with its title, where there are several.
  public var number: Int?

  /// Makes a test's name.
  public init(id: String, title: String, course: String, number: Int? = nil) {
    (self.id, self.title, self.course, self.number) = (id, title, course, number)
  }
}
