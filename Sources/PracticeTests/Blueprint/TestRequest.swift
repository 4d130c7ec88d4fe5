/// What the student asked for.
public struct TestRequest: Sendable, Hashable, Codable {
  /// How many questions, in ``countRange``.
  public var count: Int
  /// How hard, over the whole test.
  public var difficulty: Difficulty
  /// The formats to use, in the order given; at least one.
  public var formats: [QuestionFormat]
  /// Options of a multiple-choice question, in ``choicesRange``.
  public var choices: Int
  /// The topics to use; empty for all.
  public var topics: [String]
  /// Same request and seed, same blueprint, as long as the notes and what the course asks are the same.
  public var seed: UInt64

  /// The allowed number of questions.
  public static let countRange = 1...200
  /// The allowed number of options.
  public static let choicesRange = 3...5

  /// What is asked for where nothing else is said.
  public static let standard = TestRequest(seed: 0)

  /// A seed for a test that nobody gives one: short enough to be typed.
  public static func randomSeed() -> UInt64 { UInt64.random(in: 0...999_999) }

  /// Makes a request; the defaults are those of every test.
  public init(
    count: Int = 10, difficulty: Difficulty = .medium, formats: [QuestionFormat] = [.multipleChoice],
    choices: Int = 4, topics: [String] = [], seed: UInt64
  ) {
    self.count = count
    self.difficulty = difficulty
    self.formats = formats
    self.choices = choices
    self.topics = topics
    self.seed = seed
  }
}
