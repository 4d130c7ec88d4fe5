/// The names that plain words can mean: what a library and a folder hold.
public struct PlainKnowledge: Sendable, Hashable {
  /// A file of notes.
  public struct Note: Sendable, Hashable {
    /// Its path.
    public var path: String
    /// What its text calls itself; empty where that is not known.
    public var title: String
    /// Its course; `nil` where it was brought to none yet.
    public var course: String?
    /// Its topics; empty where they are not known.
    public var topics: [String]

    /// The name without folders.
    var name: String { path.fileName }

    /// Makes a description.
    public init(path: String, title: String = "", course: String? = nil, topics: [String] = []) {
      (self.path, self.title, self.course, self.topics) = (path, title, course, topics)
    }
  }

  /// The files of notes.
  public var notes: [Note]
  /// The tests, the newest first.
  public var tests: [NamedTest]
  /// What questions are about: figures are kept of it, also where no notes hold it.
  public var subjects: [StatsSubject]

  /// Makes knowledge.
  public init(notes: [Note], tests: [NamedTest], subjects: [StatsSubject] = []) {
    (self.notes, self.tests, self.subjects) = (notes, tests, subjects)
  }

  /// The courses, by name.
  var courses: [String] { Set(notes.compactMap(\.course) + tests.map(\.course)).sorted() }

  /// The topics, each once, in the order of the notes.
  var topics: [String] {
    var seen = Set<String>()
    return notes.flatMap(\.topics).filter { seen.insert($0).inserted }
  }

  /// The paths of the notes that a test is to be made from: those named, or those of its course that hold its topics.
  public func paths(for wanted: WantedTest) -> [String] {
    guard wanted.notes.isEmpty, let course = wanted.course else { return wanted.notes }
    return notes.filter { note in
      note.course == course && (wanted.topics.isEmpty || !Set(note.topics).isDisjoint(with: wanted.topics))
    }.map(\.path)
  }
}
