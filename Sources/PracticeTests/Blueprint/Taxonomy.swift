/// The forms that a question can take.
public enum QuestionFormat: String, Sendable, Hashable, Codable, CaseIterable {
  case multipleChoice = "multiple-choice"
  case trueFalse = "true-false"
  case cloze
  case shortAnswer = "short-answer"
  case explanation

  /// The name that a student reads.
  package var shownName: String {
    switch self {
    case .multipleChoice: "Multiple choice"
    case .trueFalse: "True or false"
    case .cloze: "Fill in the blank"
    case .shortAnswer: "Short answer"
    case .explanation: "Explanation"
    }
  }
}

/// How hard a request or a slot is meant to be.
public enum Difficulty: String, Sendable, Hashable, Codable, CaseIterable {
  case easy
  case medium
  case hard
}

/// The levels of Bloom's revised taxonomy that are planned for (Anderson and Krathwohl, 2001; "create" is left out).
public enum BloomLevel: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  case remember
  case understand
  case apply
  case analyze
  case evaluate

  /// From low to high.
  public static func < (a: BloomLevel, b: BloomLevel) -> Bool {
    allCases.firstIndex(of: a) ?? 0 < allCases.firstIndex(of: b) ?? 0
  }
}

/// The kinds of task that slots rotate through.
public enum QuestionTemplate: String, Sendable, Hashable, Codable, CaseIterable {
  case conceptIdentification = "concept-identification"
  case causeAndEffect = "cause-and-effect"
  case scenarioChange = "scenario-change"
  case dataInterpretation = "data-interpretation"
  case compareAndContrast = "compare-and-contrast"
}
