/// How questions are written down.
public enum QuestionFileFormat: String, Sendable, Hashable, Codable, CaseIterable {
  /// JSON in any of the shapes that models and programs write, broken JSON included.
  case json
  /// A quiz as people write it: a question, options on lines of their own, "Answer: B".
  case text
  /// Moodle's text format.
  case gift
  /// The plainest text format of Moodle.
  case aiken
  /// Moodle's own format.
  case moodleXML = "moodle-xml"
  /// A table with column names, also one parted by semicolons or tabs.
  case csv
  /// Notes of Anki as text, with headers.
  case anki

  /// The format in words.
  public var name: String { ExportFormat(rawValue: rawValue)?.name ?? "plain text" }
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
    /// What it is about, where the text says so.
    public var topic: String?
    /// Its Bloom level, where the text says so.
    public var bloom: BloomLevel?
    /// How hard it is meant to be, where the text says so.
    public var difficulty: Difficulty?
    /// The kind of task, where the text says so.
    public var template: QuestionTemplate?
    /// The words that it is filed under beside its topic, Bloom level and difficulty.
    public var tags: [String] = []
    /// Whether the text says where the quote stands, who wrote the question or whether that was verified. Only a
    /// library can vouch for that: a question that is read does not have it.
    public var hasRecord = false
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
  /// The title of the test that they are, where the text says so.
  public var title: String?
  /// The course that they belong to, where the text says so.
  public var course: String?
  /// Whether they stand in code fences of a text that is of no format itself.
  var isFenced = false
}
