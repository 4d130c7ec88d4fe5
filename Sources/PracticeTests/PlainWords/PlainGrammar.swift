/// Turns plain words into an action by fixed rules: the same words and knowledge give the same action, at once and without
/// a model. What it does not understand it says; it never guesses.
public struct PlainGrammar: Sendable {
  let knowledge: PlainKnowledge
  let finder: NameFinder

  /// Makes a grammar over the names that can be meant.
  public init(_ knowledge: PlainKnowledge) {
    self.knowledge = knowledge
    finder = NameFinder(knowledge)
  }

  /// Finds what figures can be wanted about: questions that were brought in have topics that no notes have.
  var subjectFinder: NameFinder { NameFinder(knowledge, and: knowledge.subjects) }

  /// What words ask for.
  ///
  /// - Throws: ``PlainWordsError``.
  public func action(for words: String) throws(PlainWordsError) -> PlainAction {
    var reader = PlainReader(words)
    reader.skip(PlainPhrases.courtesies)
    let start = reader
    guard !start.isAtEnd else {
      // Some courtesies are also commands ("again"); alone they ask for nothing.
      throw words.allSatisfy(\.isWhitespace) ? .nothingSaid : .notUnderstood(words)
    }
    if let place = place(start) { return .open(place) }
    guard let intent = reader.take(PlainPhrases.intents) else { return try makeTest(start) }
    switch intent {
    case .reviewWhatIsDue: return try finished(.review, reader)
    case .review: return try review(reader)
    case .stats: return try stats(reader)
    case .delete: return .deleteTest(try test(in: reader))
    case .export: return try export(reader)
    case .print: return try printing(reader)
    case .pdf: throw .noPDF
    case .summarise: return try summarise(reader)
    case .search: return try search(reader)
    case .open: return try open(reader)
    case .take:
      let makesNew = reader.comes(PlainPhrases.indefinite) || PlainNumber.read(reader.rest.map(\.text)) != nil
      return makesNew ? try makeTest(reader, isAsked: true) : .openTest(try test(in: reader))
    case .goTo(let place): return try finished(.open(place), reader)
    }
  }

  /// The place that the words name, all of them.
  private func place(_ reader: PlainReader) -> PlainAction.Place? {
    var reader = reader
    reader.skip(PlainPhrases.articles)
    let place = reader.take(PlainPhrases.places)
    reader.skip(PlainPhrases.courtesies)
    return reader.isAtEnd ? place : nil
  }

  private func makeTest(_ reader: PlainReader, isAsked: Bool = false) throws(PlainWordsError) -> PlainAction {
    var wish = TestWishReader(reader, finder, isAsked: isAsked)
    return .makeTest(try wish.read().resolved(by: knowledge))
  }

  /// The action, where nothing else was said.
  private func finished(_ action: PlainAction, _ reader: PlainReader) throws(PlainWordsError) -> PlainAction {
    var reader = reader
    try reader.finish()
    return action
  }

  private func review(_ reader: PlainReader) throws(PlainWordsError) -> PlainAction {
    var reader = reader
    let isDue = reader.take(PlainPhrases.due) != nil
    reader.skip(PlainPhrases.courtesies)
    if reader.isAtEnd { return .review }
    return isDue ? try finished(.review, reader) : .openTest(try test(in: reader))
  }

  private func stats(_ reader: PlainReader) throws(PlainWordsError) -> PlainAction {
    var reader = reader
    reader.skip(PlainPhrases.courtesies)
    reader.skip(PlainPhrases.about)
    guard !reader.isAtEnd else { return .showStats(nil) }
    let named = reader.restSource
    let finder = subjectFinder
    let subject: StatsSubject? =
      switch try reader.takeName(finder, as: .place) {
      case .course(let name): .course(name)
      case .topic(let name): .topic(name)
      // Figures are kept by course, and not by file.
      case .note(let path): knowledge.notes.first { $0.path == path }?.course.map { .course($0) }
      case nil: nil
      }
    guard let subject else { throw .unknownName(named, known: finder.known) }
    reader.skip(PlainPhrases.about)
    return try finished(.showStats(subject), reader)
  }

  private func summarise(_ reader: PlainReader) throws(PlainWordsError) -> PlainAction {
    var reader = reader
    var paths: [String] = []
    reader.skip(PlainPhrases.noteWords)
    while !reader.isAtEnd, !reader.comes(PlainPhrases.courtesies) {
      var known = try reader.takeName(finder, as: .file)
      if known == nil { known = try reader.takeName(finder, as: .course) }
      switch known {
      case .note(let path): paths.append(path)
      case .course(let name): paths += knowledge.notes.filter { $0.course == name }.map(\.path)
      case .topic, nil: throw .unknownName(reader.restSource, known: knowledge.notes.map(\.name))
      }
      reader.skip(PlainPhrases.noteWords)
    }
    guard !paths.isEmpty else { throw .missing("from which notes", example: "summarise bio.md") }
    return try finished(.summarise(paths), reader)
  }

  private func search(_ reader: PlainReader) throws(PlainWordsError) -> PlainAction {
    var reader = reader
    _ = reader.take(PlainPhrases.questions)
    reader.skip(PlainPhrases.about)
    let start = reader
    while !reader.isAtEnd, !reader.comes(PlainPhrases.searchPlaces) { reader.position += 1 }
    let words = reader.text.source(of: start.position..<reader.position)
    guard !words.isEmpty else { throw .missing("what to search for", example: "search osmosis") }
    _ = reader.take(PlainPhrases.searchPlaces)
    return try finished(.search(words), reader)
  }

  private func open(_ reader: PlainReader) throws(PlainWordsError) -> PlainAction {
    var reader = reader
    if let place = place(reader) { return .open(place) }
    reader.skip(PlainPhrases.articles)
    let name = reader
    if reader.take(PlainPhrases.questions) != nil, reader.comes(PlainPhrases.about) { return try search(reader) }
    return .openTest(try test(in: name))
  }
}
