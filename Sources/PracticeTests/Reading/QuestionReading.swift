/// How questions are written down.
public enum QuestionFileFormat: String, Sendable, Hashable, Codable, CaseIterable {
  /// JSON in any of the shapes that models and programs write, broken JSON included.
  case json
  /// A quiz as people write it: a question, options on lines of their own, "Answer: B".
  case text

  /// The format in words.
  public var name: String {
    switch self {
    case .json: "JSON"
    case .text: "plain text"
    }
  }
}

/// What a text of questions turned out to hold.
public struct QuestionReading: Sendable, Hashable {
  /// A question that was read exactly as it was written.
  public struct Read: Sendable, Hashable {
    /// The question.
    public var item: Item
    /// The line, counted from 1, where it begins.
    public var line: Int
    /// What was repaired to read it: names of ``JSONRepair`` cases, or `optionLabel` where labels such as `A)` were
    /// taken off the options.
    public var repaired: [String]
  }

  /// A place that holds a question, perhaps, and can't be read without guessing.
  public struct Unread: Sendable, Hashable {
    /// The line, counted from 1.
    public var line: Int
    /// Why, in a sentence.
    public var reason: String
  }

  /// The format that the text is in.
  public var format: QuestionFileFormat
  /// The questions in the order of the text.
  public var questions: [Read]
  /// What can't be read, in the order of the text.
  public var unread: [Unread]
}
