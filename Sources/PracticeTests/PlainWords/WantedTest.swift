/// A test as it was asked for in plain words.
public struct WantedTest: Sendable, Hashable {
  /// The files of notes that were named, by their paths; without any, all that was brought to the course.
  public var notes: [String]
  /// The course; `nil` where the notes decide.
  public var course: String?
  /// The topics; empty for all.
  public var topics: [String]
  /// The title; `nil` for the notes' own.
  public var title: String?
  /// How many questions.
  public var count: Int
  /// How hard.
  public var difficulty: Difficulty
  /// The formats; at least one.
  public var formats: [QuestionFormat]
  /// Options of a multiple-choice question.
  public var choices: Int

  /// Whether something is named that the questions can be about.
  public var hasSource: Bool { !notes.isEmpty || course != nil }

  /// Makes a wish; what is not said is as in every test.
  public init(
    notes: [String] = [], course: String? = nil, topics: [String] = [], title: String? = nil,
    count: Int = TestRequest.standard.count, difficulty: Difficulty = TestRequest.standard.difficulty,
    formats: [QuestionFormat] = TestRequest.standard.formats, choices: Int = TestRequest.standard.choices
  ) {
    (self.notes, self.course, self.topics, self.title) = (notes, course, topics, title)
    (self.count, self.difficulty, self.formats, self.choices) = (count, difficulty, formats, choices)
  }
}
