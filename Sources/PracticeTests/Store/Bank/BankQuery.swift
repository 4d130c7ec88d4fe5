/// Which questions of the library are wanted.
public struct BankQuery: Sendable, Hashable {
  /// Words that stand in the question, its options, its topic, its course or its tags; of each the beginning will do.
  public var text: String
  /// Only those of a course.
  public var course: String?
  /// Only those of a topic.
  public var topic: String?
  /// Only those of a format.
  public var format: QuestionFormat?
  /// Only those of a difficulty.
  public var difficulty: Difficulty?
  /// Only those that a model or the built-in writer wrote.
  public var origin: Provenance.Origin?
  /// Only those whose key a model confirmed; where it is false, only the others.
  public var isVerified: Bool?
  /// Only those with a tag.
  public var tag: String?

  /// Makes a query; without arguments, for all questions.
  public init(
    text: String = "", course: String? = nil, topic: String? = nil, format: QuestionFormat? = nil,
    difficulty: Difficulty? = nil, origin: Provenance.Origin? = nil, isVerified: Bool? = nil, tag: String? = nil
  ) {
    self.text = text
    self.course = course
    self.topic = topic
    self.format = format
    self.difficulty = difficulty
    self.origin = origin
    self.isVerified = isVerified
    self.tag = tag
  }

  /// The words that are looked for.
  var words: [Substring] { Array(text.split { !$0.isLetter && !$0.isNumber }.prefix(Self.mostWords)) }

  /// Words as the index wants them; `nil` where there are none. Quoted, so that nothing typed is taken for the index's
  /// own language.
  static func match(_ words: [Substring]) -> String? {
    words.isEmpty ? nil : words.map { "\"\($0)\"*" }.joined(separator: " ")
  }

  private static let mostWords = 20
}

/// A question as the library lists it.
public struct BankEntry: Sendable, Hashable, Identifiable {
  /// The question.
  public var id: String
  /// Counted up as questions come in.
  public var number: Int
  /// The topic.
  public var topic: String
  /// Who wrote it.
  public var origin: Provenance.Origin
  /// Whether a model confirmed its key; `nil` when nobody was asked or could tell.
  public var verified: Bool?
  /// The stem.
  public var prompt: String
  /// The student's own words for it.
  public var tags: [String]
}

/// Where a page of questions ended.
public enum BankPlace: Sendable, Hashable {
  /// At the question of this number: the newest come first.
  case before(Int)
  /// At so many from the beginning: those that fit best come first, by these of the words.
  case after(Int, by: [Substring])
}

/// Some of the questions that were wanted.
public struct BankPage: Sendable, Hashable {
  /// Those that fit the words best first; without words, or where very many fit, the newest.
  public var entries: [BankEntry]
  /// How many there are in all; of those that words find, ``mostCounted`` and one stand for all that are more.
  public var total: Int
  /// Where the next page begins; `nil` where none comes after it.
  public var next: BankPlace?

  /// Words that most questions have would take long to count whole, and to rank.
  public static let mostCounted = 1_000

  /// Makes a page.
  public init(entries: [BankEntry], total: Int, next: BankPlace? = nil) {
    self.entries = entries
    self.total = total
    self.next = next
  }
}

/// What questions of the library can be told apart by.
public struct BankFacets: Sendable, Hashable {
  /// The courses that have some.
  public var courses: [String]
  /// The topics of each course.
  public var topics: [String: [String]]
  /// The tags.
  public var tags: [String]

  /// Makes facets.
  public init(courses: [String], topics: [String: [String]] = [:], tags: [String]) {
    self.courses = courses
    self.topics = topics
    self.tags = tags
  }
}
