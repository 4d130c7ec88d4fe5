/// What was said of a test that is to be made, before it is held against what is known and allowed.
struct TestWish: Hashable, Sendable {
  var count: Int?
  var choices: Int?
  var difficulty: Difficulty?
  /// Formats that were asked for.
  var wanted: Set<QuestionFormat> = []
  /// Formats that were ruled out.
  var unwanted: Set<QuestionFormat> = []
  var notes: [String] = []
  var topics: [String] = []
  var courses: [String] = []
  var title: String?

  /// Adds what a name means.
  mutating func add(_ known: NameFinder.Known) {
    switch known {
    case .note(let path): if !notes.contains(path) { notes.append(path) }
    case .topic(let name): if !topics.contains(name) { topics.append(name) }
    case .course(let name): if !courses.contains(name) { courses.append(name) }
    }
  }

  /// The test, with the usual in the place of what was not said.
  ///
  /// - Throws: ``PlainWordsError`` where it is not allowed, or where the notes have no such topic.
  func resolved(by knowledge: PlainKnowledge) throws(PlainWordsError) -> WantedTest {
    var test = WantedTest(notes: notes, topics: topics, title: title)
    if let count {
      guard TestRequest.countRange.contains(count) else { throw .planning(.badCount(count)) }
      test.count = count
    }
    if let choices {
      guard TestRequest.choicesRange.contains(choices) else { throw .planning(.badChoices(choices)) }
      test.choices = choices
    }
    if let difficulty { test.difficulty = difficulty }
    test.formats = formats
    guard !test.formats.isEmpty else { throw .planning(.noFormat) }
    test.course = try course(by: knowledge)
    try check(test, by: knowledge)
    return test
  }

  /// Those asked for; where only some were ruled out, all others.
  private var formats: [QuestionFormat] {
    guard !wanted.isEmpty || !unwanted.isEmpty else { return [.multipleChoice] }
    return QuestionFormat.allCases.filter { (wanted.isEmpty || wanted.contains($0)) && !unwanted.contains($0) }
  }

  /// The course that was named, else the one that the notes belong to, else the only one with the topics.
  private func course(by knowledge: PlainKnowledge) throws(PlainWordsError) -> String? {
    if courses.count > 1 { throw .ambiguousName("the course", candidates: courses) }
    if let course = courses.first { return course }
    if !notes.isEmpty {
      let courses = Set(knowledge.notes.filter { notes.contains($0.path) }.map(\.course))
      return courses.count == 1 ? courses.first ?? nil : nil
    }
    guard !topics.isEmpty else { return nil }
    let holders = knowledge.courses.filter { course in
      Set(topics).isSubset(of: knowledge.notes.filter { $0.course == course }.flatMap(\.topics))
    }
    guard holders.count == 1 else {
      let all = knowledge.notes.filter { !Set($0.topics).isDisjoint(with: topics) }.compactMap(\.course)
      throw .ambiguousName("the course", candidates: Set(all).sorted())
    }
    return holders[0]
  }

  private func check(_ test: WantedTest, by knowledge: PlainKnowledge) throws(PlainWordsError) {
    guard test.hasSource else { return }
    let paths = knowledge.paths(for: WantedTest(notes: test.notes, course: test.course))
    if paths.isEmpty, let course = test.course { throw .planning(.noNotes(course: course)) }
    let known = knowledge.notes.filter { paths.contains($0.path) }.flatMap(\.topics)
    // Of a file that could not be read no topic is known: the sentence about that comes where it is used.
    if let strange = topics.first(where: { !known.contains($0) }), !known.isEmpty {
      throw .planning(.unknownTopic(strange, known: known))
    }
  }
}
