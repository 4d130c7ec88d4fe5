/// Which questions of the library are wanted.
public struct BankQuery: Sendable, Hashable {
  /// Words that stand in the question, its options, its topic, its course or its tags; of each the beginning will do.
  public var text: String
  /// Only those of a course.
  public var course: String?
  /// Only those of a format.
  public var format: QuestionFormat?
  /// Only those that a model or the built-in writer wrote.
  public var origin: Provenance.Origin?
  /// Only those with a tag.
  public var tag: String?

  /// Makes a query; without arguments, for all questions.
  public init(
    text: String = "", course: String? = nil, format: QuestionFormat? = nil, origin: Provenance.Origin? = nil,
    tag: String? = nil
  ) {
    self.text = text
    self.course = course
    self.format = format
    self.origin = origin
    self.tag = tag
  }

  /// The words as the index wants them; `nil` where there are none. Quoted, so that nothing typed is taken for the
  /// index's own language.
  var match: String? {
    let words = text.split { !$0.isLetter && !$0.isNumber }.prefix(Self.mostWords)
    return words.isEmpty ? nil : words.map { "\"\($0)\"*" }.joined(separator: " ")
  }

  private static let mostWords = 20
}

/// A question as the library lists it.
public struct BankEntry: Sendable, Hashable, Identifiable {
  /// The question.
  public var id: String
  /// Counted up as questions come in.
  public var number: Int
  /// The course.
  public var course: String
  /// The topic.
  public var topic: String
  /// The format.
  public var format: QuestionFormat
  /// Who wrote it.
  public var origin: Provenance.Origin
  /// Whether a model confirmed its key; `nil` when nobody was asked or could tell.
  public var verified: Bool?
  /// The stem.
  public var prompt: String
  /// The student's own words for it.
  public var tags: [String]
}

/// Some of the questions that were wanted.
public struct BankPage: Sendable, Hashable {
  /// The newest first.
  public var entries: [BankEntry]
  /// How many there are in all; of those that words find, ``mostCounted`` and one stand for all that are more.
  public var total: Int
  /// Whether none comes after them.
  public var isLast: Bool

  /// Words that most questions have would take long to count whole.
  public static let mostCounted = 1_000

  /// Makes a page.
  public init(entries: [BankEntry], total: Int, isLast: Bool = false) {
    self.entries = entries
    self.total = total
    self.isLast = isLast
  }
}

/// What questions of the library can be told apart by.
public struct BankFacets: Sendable, Hashable {
  /// The courses that have some.
  public var courses: [String]
  /// The tags.
  public var tags: [String]

  /// Makes facets.
  public init(courses: [String], tags: [String]) {
    self.courses = courses
    self.tags = tags
  }
}
