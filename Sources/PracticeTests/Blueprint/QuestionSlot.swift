/// The specification of one question.
public struct QuestionSlot: Sendable, Hashable, Codable, Identifiable {
  /// Its place in the blueprint, counted from 0.
  public var index: Int
  /// The topic.
  public var topic: String
  /// The passage that the question is grounded in.
  public var passageID: String
  /// The planned Bloom level.
  public var bloom: BloomLevel
  /// The planned difficulty.
  public var difficulty: Difficulty
  /// The planned format.
  public var format: QuestionFormat
  /// The kind of task.
  public var template: QuestionTemplate
  /// Options of a multiple-choice question.
  public var choices: Int
  /// Where the key of a multiple-choice question goes, counted from 0; for true/false, 0 when the statement is true and
  /// 1 when it is false.
  public var keyPosition: Int
  /// The most words that the prompt may have.
  public var maxPromptWords: Int

  /// Its place in the blueprint.
  public var id: Int { index }

  /// Whether a true/false statement is to be true.
  public var truth: Bool { keyPosition == 0 }

  /// Makes a slot.
  public init(
    index: Int, topic: String, passageID: String, bloom: BloomLevel, difficulty: Difficulty, format: QuestionFormat,
    template: QuestionTemplate, choices: Int, keyPosition: Int, maxPromptWords: Int = 60
  ) {
    self.index = index
    self.topic = topic
    self.passageID = passageID
    self.bloom = bloom
    self.difficulty = difficulty
    self.format = format
    self.template = template
    self.choices = choices
    self.keyPosition = keyPosition
    self.maxPromptWords = maxPromptWords
  }
}
