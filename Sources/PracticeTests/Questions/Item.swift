/// A question's content: what a student sees, and its key. Gates check it; a ``Question`` is an item that passed.
public struct Item: Sendable, Hashable, Codable {
  /// The format.
  public var format: QuestionFormat
  /// The stem: a question, a statement (true/false) or a sentence with a blank `____` (cloze).
  public var prompt: String
  /// The options in the order shown; `["True", "False"]` for true/false; empty for written answers.
  public var choices: [String]
  /// The right option, counted from 0; `nil` for written answers.
  public var correctIndex: Int?
  /// The key: the right option's text, the missing words, or a model answer. For a true/false item, "True" or "False".
  public var correctAnswer: String
  /// Other answers that are right, for written answers.
  public var acceptedAnswers: [String]
  /// What a full explanation mentions.
  public var keyPoints: [String]
  /// Why the key is right; `nil` only for brought questions.
  public var rationale: String?
  /// The words of the passage that show it; `nil` only for brought questions.
  public var evidence: String?

  /// Makes an item.
  public init(
    format: QuestionFormat, prompt: String, choices: [String] = [], correctIndex: Int? = nil, correctAnswer: String,
    acceptedAnswers: [String] = [], keyPoints: [String] = [], rationale: String? = nil, evidence: String? = nil
  ) {
    self.format = format
    self.prompt = prompt
    self.choices = choices
    self.correctIndex = correctIndex
    self.correctAnswer = correctAnswer
    self.acceptedAnswers = acceptedAnswers
    self.keyPoints = keyPoints
    self.rationale = rationale
    self.evidence = evidence
  }
}
