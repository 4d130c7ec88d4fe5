/// Finds what a name means among the notes, topics and courses that are known.
struct NameFinder: Sendable {
  /// A thing that has a name.
  enum Known: Hashable, Sendable {
    case note(path: String)
    case topic(String)
    case course(String)
  }

  /// What is meant first where one name fits several kinds of thing, by the word before it.
  enum Role: Sendable {
    /// "about", "on": a topic.
    case subject
    /// "from": a file.
    case source
    /// "in", "for": a course.
    case place
    /// A course and nothing else.
    case course
    /// A topic and nothing else.
    case topic
    /// A file and nothing else.
    case file

    fileprivate var order: [Kind] {
      switch self {
      case .subject: [.topic, .course, .note, .title]
      case .source: [.note, .course, .topic, .title]
      case .place: [.course, .topic, .note, .title]
      case .course: [.course]
      case .topic: [.topic]
      case .file: [.note, .title]
      }
    }
  }

  /// What a name is the name of; a note has one as a file, and another that its text gives it.
  fileprivate enum Kind { case note, title, topic, course }

  private struct Entry: Sendable {
    var known: Known
    var kind: Kind
    var names: [PlainName]
    /// What a person is shown where it has to be told from others.
    var shown: String
  }

  private let entries: [Entry]
  /// The names that a person may be told of.
  let known: [String]

  /// Names what is known.
  ///
  /// - Parameter subjects: more topics and courses that can be meant.
  init(_ knowledge: PlainKnowledge, and subjects: [StatsSubject] = []) {
    var (courseNames, topicNames) = (knowledge.courses, knowledge.topics)
    let (knownCourses, knownTopics) = (Set(courseNames), Set(topicNames))
    for subject in subjects {
      switch subject {
      case .course(let name): if !knownCourses.contains(name) { courseNames.append(name) }
      case .topic(let name): if !knownTopics.contains(name) { topicNames.append(name) }
      }
    }
    let notes = knowledge.notes.flatMap { note in
      let names = [note.name, NoteName(note.name).stem].map(PlainName.init)
      let known = Known.note(path: note.path)
      return [
        Entry(known: known, kind: .note, names: names, shown: note.path),
        Entry(known: known, kind: .title, names: [PlainName(note.title)], shown: note.path),
      ]
    }
    let topics = topicNames.map {
      Entry(known: .topic($0), kind: .topic, names: [PlainName($0)], shown: $0)
    }
    let courses = courseNames.map {
      Entry(known: .course($0), kind: .course, names: [PlainName($0)], shown: $0)
    }
    entries = notes + topics + courses
    known = courseNames + topicNames + knowledge.notes.map(\.name)
  }

  /// What words mean, at least so well; `nil` where they mean nothing. A name that is said whole can be of several kinds of
  /// things, of which the role decides; a part of one must fit one thing only.
  ///
  /// - Throws: ``PlainWordsError/ambiguousName(_:candidates:)`` where they mean several things equally well.
  func find(_ words: String, as role: Role, atLeast least: PlainName.Match = .part) throws(PlainWordsError) -> Known? {
    let said = PlainName(words)
    for match in PlainName.Match.allCases.reversed() where match >= least {
      let found = entries.filter { entry in
        role.order.contains(entry.kind) && entry.names.contains { $0.match(said) == match }
      }
      let kinds = match == .part ? [role.order] : role.order.map { [$0] }
      for kinds in kinds {
        let meant = found.filter { kinds.contains($0.kind) }
        guard let first = meant.first else { continue }
        if meant.contains(where: { $0.known != first.known }) {
          throw .ambiguousName(words, candidates: Self.shown(meant))
        }
        return first.known
      }
    }
    return nil
  }

  private static func shown(_ entries: [Entry]) -> [String] {
    var seen = Set<Known>()
    return entries.filter { seen.insert($0.known).inserted }.map(\.shown)
  }

  /// The file that a path, the end of one or a file's name means.
  func file(_ name: String) throws(PlainWordsError) -> Known? {
    let wanted =
      "/"
      + Words.fold(name).split(separator: "/").filter { $0 != "." && $0 != "~" && $0 != ".." }
      .joined(separator: "/")
    let ends = entries.filter { $0.kind == .note && ("/" + Words.fold($0.shown)).hasSuffix(wanted) }
    if ends.count > 1 { throw .ambiguousName(name, candidates: ends.map(\.shown)) }
    if let only = ends.first { return only.known }
    return try find(name, as: .file, atLeast: .nearly)
  }
}
