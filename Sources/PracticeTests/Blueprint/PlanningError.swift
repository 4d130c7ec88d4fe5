import LanguageModels

/// Why no blueprint could be made.
public enum PlanningError: ReportableError, Hashable {
  /// The number of questions is outside of ``TestRequest/countRange``.
  case badCount(Int)
  /// The number of options is outside of ``TestRequest/choicesRange``.
  case badChoices(Int)
  /// No format was asked for.
  case noFormat
  /// The notes have no such topic.
  case unknownTopic(String, known: [String])
  /// There is no passage to ask about.
  case nothingToAsk
  /// No notes were brought to the course.
  case noNotes(course: String)

  /// What is said to a person.
  public var sentence: String {
    switch self {
    case .badCount(let count):
      "A test has \(Self.words(TestRequest.countRange)) questions, not \(count): give another --count."
    case .badChoices(let choices):
      "A multiple-choice question has \(Self.words(TestRequest.choicesRange)) options, not \(choices): give another --choices."
    case .noFormat:
      "No question format is chosen: choose at least one."
    case .unknownTopic(let topic, let known):
      "The notes have no topic \"\(topic)\"; they have \(Self.list(known))."
    case .nothingToAsk:
      "The notes hold no passage to ask about: give notes with a few full sentences."
    case .noNotes(let course):
      "No notes were brought to the course \"\(course)\": give files of notes, or a course that `testlet list` shows."
    }
  }

  /// What kind of failure it is.
  public var category: FailureCategory {
    switch self {
    case .badCount, .badChoices, .noFormat, .unknownTopic: .badUsage
    case .nothingToAsk: .badData
    case .noNotes: .inputMissing
    }
  }

  private static func words(_ range: ClosedRange<Int>) -> String { "\(range.lowerBound) to \(range.upperBound)" }

  private static func list(_ topics: [String]) -> String {
    let shown = topics.prefix(8).map { "\"\($0)\"" }.joined(separator: ", ")
    return topics.count > 8 ? "\(shown) and \(topics.count - 8) more" : shown
  }
}
