/// What a model answered for a slot, decoded from JSON and not yet trusted.
///
/// The cases hold exactly what a model alone can give; position, truth, Bloom level, difficulty and topic belong to the
/// slot.
public enum QuestionDraft: Sendable, Hashable {
  /// One right option among several.
  case multipleChoice(MultipleChoice)
  /// A statement to judge.
  case trueFalse(TrueFalse)
  /// A sentence with a blank.
  case cloze(Cloze)
  /// A question with a short answer.
  case shortAnswer(ShortAnswer)
  /// A question with a long answer.
  case explanation(Explanation)

  /// A question with one right option.
  public struct MultipleChoice: Sendable, Hashable, Codable {
    /// The sentence of the passage that shows the answer, word for word.
    public var evidence: String
    /// The question.
    public var prompt: String
    /// The correct answer.
    public var correctAnswer: String
    /// The wrong options.
    public var distractors: [String]
    /// Why the correct answer is correct.
    public var rationale: String
  }

  /// A statement that is true or false, as the slot says.
  public struct TrueFalse: Sendable, Hashable, Codable {
    /// The sentence of the passage that shows the answer, word for word.
    public var evidence: String
    /// The statement, true or false as the slot says.
    public var statement: String
    /// The true sentence.
    public var correction: String
    /// Why the correct answer is correct.
    public var rationale: String
  }

  /// A sentence with one blank, written `____`.
  public struct Cloze: Sendable, Hashable, Codable {
    /// The sentence of the passage that shows the answer, word for word.
    public var evidence: String
    /// The sentence with one blank.
    public var sentence: String
    /// The correct answer.
    public var correctAnswer: String
    /// Other answers that are right; often none.
    public var acceptedAnswers: [String]
    /// Why the correct answer is correct.
    public var rationale: String
  }

  /// A question with an answer of a few words.
  public struct ShortAnswer: Sendable, Hashable, Codable {
    /// The sentence of the passage that shows the answer, word for word.
    public var evidence: String
    /// The question.
    public var prompt: String
    /// The correct answer.
    public var correctAnswer: String
    /// Other answers that are right; often none.
    public var acceptedAnswers: [String]
    /// Why the correct answer is correct.
    public var rationale: String
  }

  /// A question with an answer of a few sentences.
  public struct Explanation: Sendable, Hashable, Codable {
    /// The sentence of the passage that shows the answer, word for word.
    public var evidence: String
    /// The question.
    public var prompt: String
    /// The correct answer.
    public var correctAnswer: String
    /// What a full answer mentions.
    public var keyPoints: [String]
    /// Why the correct answer is correct.
    public var rationale: String
  }

  /// The format that the draft has.
  public var format: QuestionFormat {
    switch self {
    case .multipleChoice: .multipleChoice
    case .trueFalse: .trueFalse
    case .cloze: .cloze
    case .shortAnswer: .shortAnswer
    case .explanation: .explanation
    }
  }
}
