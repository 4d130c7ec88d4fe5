/// A conversation about one answered question. Before the answer is given and graded there is none: it would give the
/// answer away.
public struct QuestionChat: Sendable, Hashable {
  /// One step of it.
  public enum Turn: Sendable, Hashable {
    /// The student asked, a model answered.
    case answer(ChatAnswer)
    /// An explanation was to be said in simpler words.
    case simplification(Simplification)
  }

  /// The question.
  public let question: Question
  /// What the student answered, and how that was graded.
  public let response: Response
  /// What was said, in its order.
  public var turns: [Turn] = []

  /// Begins a conversation; `nil` while the response is not graded.
  public init?(about question: Question, _ response: Response) {
    guard response.outcome != nil else { return nil }
    (self.question, self.response) = (question, response)
  }

  /// What can be said in simpler words: what was last said of the question, else why its key is right; `nil` where
  /// nobody has said anything.
  public var explanation: String? {
    switch turns.last {
    case .answer(let answer): answer.text
    case .simplification(let simplification): simplification.text
    case nil: question.item.rationale.flatMap { $0.isEmpty ? nil : $0 }
    }
  }
}

/// A model's answer to what a student asked about a question.
public struct ChatAnswer: Sendable, Hashable {
  /// How it ended.
  public enum Ending: Sendable, Hashable {
    case whole
    /// By the limit of its length.
    case cutOff
    /// By the student.
    case stopped
  }

  /// What the student asked.
  public var question: String
  /// What the model wrote.
  public var text: String
  /// Who wrote it.
  public var author: ModelSignature
  /// How it ended.
  public var ending: Ending
  /// How many earlier turns the model was not told of, because its context does not hold them.
  public var forgotten: Int

  /// Makes an answer.
  public init(
    question: String, text: String, author: ModelSignature, ending: Ending = .whole, forgotten: Int = 0
  ) {
    self.question = question
    self.text = text
    self.author = author
    self.ending = ending
    self.forgotten = forgotten
  }
}
