import LanguageModels

/// What a model made of plain words, held against the same knowledge and the same limits as what the grammar reads.
///
/// A name or a number that does not stand in the request was made up, and the answer is not taken; nor is an action
/// without either that the request does not speak of.
struct PlainAnswer {
  private let fields: JSONValue
  private let request: String
  private let grammar: PlainGrammar

  /// Reads an answer; `nil` where it does not follow the schema.
  init?(_ text: String, to request: String, _ grammar: PlainGrammar) {
    let object = TolerantJSON.read(text).values.first { PlainPrompt.schema.accepts($0) }
    guard let object else { return nil }
    (fields, self.request, self.grammar) = (object, request, grammar)
  }

  /// The action that it names.
  ///
  /// - Throws: ``PlainWordsError`` where it is none that can be done.
  func action() throws(PlainWordsError) -> PlainAction {
    let action = try named()
    if let words = PlainPhrases.telling(action), !PlainText(request).holds(words) { throw failure }
    return action
  }

  private func named() throws(PlainWordsError) -> PlainAction {
    switch PlainPrompt.ActionName(rawValue: text("action")) ?? .nothing {
    case .makeTest: return .makeTest(try wish().resolved(by: grammar.knowledge))
    case .review: return .review
    case .stats: return .showStats(try subject())
    case .search: return .search(try said("words"))
    case .openTest: return .openTest(try test())
    case .deleteTest: return .deleteTest(try test())
    case .exportTest:
      guard let format = ExportFormat(rawValue: text("export")) else { throw failure }
      let wish = try ExportWish(in: request, test: text("test"), format)
      return .exportTest(try test(), format, answers: wish.answers, file: wish.file)
    case .summarize: return .summarise(try paths())
    case .listTests: return .open(.tests)
    case .settings: return .open(.settings)
    case .nothing: throw failure
    }
  }

  private var failure: PlainWordsError { .notUnderstood(request) }

  private func text(_ name: String) -> String { fields[name]?.string ?? "" }

  private func texts(_ name: String) -> [String] { fields[name]?.elements?.compactMap(\.string) ?? [] }

  /// A text that stands in the request, word by word.
  private func checked(_ text: String) throws(PlainWordsError) -> String {
    guard PlainName(text).occurs(in: PlainName(request)) else { throw failure }
    return text
  }

  private func said(_ name: String) throws(PlainWordsError) -> String { try checked(text(name)) }

  // MARK: - Actions

  private func wish() throws(PlainWordsError) -> TestWish {
    var wish = TestWish()
    wish.count = try count()
    wish.difficulty = Difficulty(rawValue: text("difficulty"))
    wish.wanted = Set(texts("formats").compactMap(QuestionFormat.init))
    for name in texts("notes") { wish.add(try known(name, as: .source)) }
    for name in texts("topics") { wish.add(try known(name, as: .subject)) }
    if !text("course").isEmpty { wish.add(try known(text("course"), as: .place)) }
    return wish
  }

  private func count() throws(PlainWordsError) -> Int? {
    guard !text("count").isEmpty else { return nil }
    let words = PlainText(request).tokens.map(\.text)
    let numbers = words.indices.compactMap { PlainNumber.read(Array(words[$0...]))?.value }
    guard let count = Int(text("count")), numbers.contains(count) else { throw failure }
    return count
  }

  private func known(
    _ name: String, as role: NameFinder.Role, among finder: NameFinder? = nil
  ) throws(PlainWordsError) -> NameFinder.Known {
    let finder = finder ?? grammar.finder
    guard let known = try finder.find(checked(name), as: role) else {
      throw .unknownName(name, known: finder.known)
    }
    return known
  }

  private func subject() throws(PlainWordsError) -> StatsSubject? {
    guard let name = ([text("course")] + texts("topics")).first(where: { !$0.isEmpty }) else { return nil }
    switch try known(name, as: .place, among: grammar.subjectFinder) {
    case .course(let name): return .course(name)
    case .topic(let name): return .topic(name)
    case .note: throw failure
    }
  }

  private func test() throws(PlainWordsError) -> NamedTest {
    try grammar.test(in: PlainReader(said("test")))
  }

  private func paths() throws(PlainWordsError) -> [String] {
    var paths: [String] = []
    for name in texts("notes") {
      guard case .note(let path) = try known(name, as: .file) else { throw failure }
      paths.append(path)
    }
    guard !paths.isEmpty else { throw failure }
    return paths
  }
}
