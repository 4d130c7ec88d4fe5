/// Which test is meant.
extension PlainGrammar {
  /// The test that the words of a reader name, all of them.
  ///
  /// - Throws: ``PlainWordsError`` where it is none, or not clear which.
  func test(in reader: PlainReader) throws(PlainWordsError) -> NamedTest {
    guard let newest = knowledge.tests.first else { throw .noTests }
    if let exact = try test(titled: reader) { return exact }
    var reader = reader
    let whole = reader.restSource
    var (isLatest, names) = (false, [String]())
    while let next = reader.next {
      if reader.take(PlainPhrases.latest) != nil {
        isLatest = true
      } else if next.kind == .comma || reader.take(PlainPhrases.testWords) == nil {
        if next.kind != .comma { names.append(reader.text.source(of: reader.position..<reader.position + 1)) }
        reader.position += 1
      }
    }
    let name = names.joined(separator: " ")
    if name.isEmpty {
      if isLatest || knowledge.tests.count == 1 { return newest }
      throw whole.isEmpty
        ? .missing("which test", example: "open my last test")
        : .ambiguousName(whole, candidates: knowledge.tests.map(\.title))
    }
    let found = tests(named: name)
    guard let first = found.first else { throw .unknownTest(name) }
    guard isLatest || found.count == 1 else { throw .ambiguousName(name, candidates: found.map(Self.shown)) }
    return first
  }

  /// The test that has the words for its title, though some of them could say something else ("the quiz"), or others
  /// have them in theirs.
  func test(titled reader: PlainReader) throws(PlainWordsError) -> NamedTest? {
    var reader = reader
    repeat {
      let words = reader.restSource
      let said = Words.fold(words)
      // A title may be blank.
      guard !said.isEmpty else { return nil }
      let found = knowledge.tests.filter { Words.fold($0.title) == said }
      if found.count > 1 { throw .ambiguousName(words, candidates: found.map(Self.shown)) }
      if let only = found.first { return only }
    } while reader.take(PlainPhrases.testWords) != nil
    return nil
  }

  /// The tests whose id, title or course a name fits best, the newest first.
  private func tests(named name: String) -> [NamedTest] {
    let said = PlainName(name)
    let ids = knowledge.tests.filter { name.count >= 4 && $0.id.hasPrefix(Words.fold(name)) }
    if !ids.isEmpty { return ids }
    // "Biology #2", as it is listed.
    let numbered = knowledge.tests.filter { test in
      test.number.map { PlainName("\(test.title) \($0)").match(said) == .whole } ?? false
    }
    if !numbered.isEmpty { return numbered }
    for match in PlainName.Match.allCases.reversed() {
      for field in [\NamedTest.title, \NamedTest.course] {
        let found = knowledge.tests.filter { PlainName($0[keyPath: field]).match(said) == match }
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  private static func shown(_ test: NamedTest) -> String {
    test.number.map { "\(test.title) #\($0)" } ?? "\(test.title) (\(test.id))"
  }
}
