/// The kinds of work that models are asked for.
public enum AITaskKind: String, Sendable, Hashable, CaseIterable {
  /// Plain words to an action.
  case intentParsing = "intent-parsing"
  case summarising
  case rewriting
  case studyQuestions = "study-questions"
  case chat

  /// The sampling temperature: the freer the words may be, the higher.
  public var temperature: Double {
    switch self {
    case .intentParsing: 0
    case .summarising, .studyQuestions: 0.3
    case .rewriting: 0.5
    case .chat: 0.7
    }
  }

  /// Whether the answer has to follow a schema.
  public var needsSchema: Bool { self == .intentParsing || self == .studyQuestions }
}

/// A piece of work, as far as it matters for who can do it.
public struct AITask: Sendable, Hashable {
  /// What is to be done.
  public var kind: AITaskKind
  /// The tokens that prompt and answer need at the least, together.
  public var leastTokens: Int

  /// Makes a task.
  public init(_ kind: AITaskKind, leastTokens: Int = 0) {
    self.kind = kind
    self.leastTokens = leastTokens
  }
}
