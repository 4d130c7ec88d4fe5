/// Which test is to be written, in which format, and to which file.
extension PlainGrammar {
  /// A test in another format.
  func export(_ reader: PlainReader) throws(PlainWordsError) -> PlainAction {
    if let order = try exportOfLatest(reader) { return order }
    var name = reader
    var format: ExportFormat?
    var after = reader
    while !after.isAtEnd, format == nil {
      name.end = after.position
      if after.take(PlainPhrases.exportWords) != nil { format = after.take(PlainPhrases.exports) }
      if format == nil { after.position = name.end + 1 }
    }
    guard let format else { throw .missing("in which format", example: "export my last test as anki") }
    // The other formats hold the whole test: there the words are left over.
    var hidesAnswers = format.canOmitAnswers && after.take(PlainPhrases.withoutAnswers) != nil
    let file = after.takeExportFile()
    if !hidesAnswers { hidesAnswers = format.canOmitAnswers && after.take(PlainPhrases.withoutAnswers) != nil }
    try after.finish()
    let meant = try file != nil && name.isAtEnd ? latest() : test(in: name)
    return .exportTest(meant, format, answers: !hidesAnswers, file: file)
  }

  /// "anki ~/cards.txt", as it is typed in the app, where no test is named and the latest is meant; or "anki latest".
  private func exportOfLatest(_ reader: PlainReader) throws(PlainWordsError) -> PlainAction? {
    var after = reader
    guard let format = after.take(PlainPhrases.exports) else { return nil }
    var file = after.takeExportFile(isAnnounced: false)
    var name = after
    let isNamed = file == nil && after.takeLatestTest()
    name.end = after.position
    if isNamed { file = after.takeExportFile(isAnnounced: false) }
    let hidesAnswers = format.canOmitAnswers && after.take(PlainPhrases.withoutAnswers) != nil
    after.skip(PlainPhrases.courtesies)
    guard file != nil || isNamed && after.isAtEnd else { return nil }
    try after.finish()
    return .exportTest(try isNamed ? test(in: name) : latest(), format, answers: !hidesAnswers, file: file)
  }

  private func latest() throws(PlainWordsError) -> NamedTest {
    guard let newest = knowledge.tests.first else { throw .noTests }
    return newest
  }
}

extension PlainReader {
  /// What is left as it was typed, with the marks around it.
  private var restText: Substring {
    let start = position > 0 ? text.tokens[position - 1].range.upperBound : text.source.startIndex
    return text.source[start...].drop(while: \.isWhitespace)
  }

  /// Takes words that name the latest test and nothing else: "latest", "of my last test".
  fileprivate mutating func takeLatestTest() -> Bool {
    var reader = self
    reader.skip(PlainPhrases.testWords)
    guard reader.take(PlainPhrases.latest) != nil else { return false }
    _ = reader.take(PlainPhrases.testNouns)
    position = reader.position
    return true
  }

  /// Takes the path of a file, as a shell or a terminal writes it, after "to" or the like. Its name may have any
  /// ending, but has to look like one: something else may stand there.
  ///
  /// - Parameter isAnnounced: only after such a word.
  mutating func takeExportFile(isAnnounced: Bool = true) -> String? {
    var reader = self
    guard reader.take(PlainPhrases.fileWords) != nil || !isAnnounced else { return nil }
    let typed = reader.restText
    guard let end = Self.endOfPath(typed) else { return nil }
    var word = typed[..<end]
    while let last = word.last, ",;:!?.".contains(last) { word.removeLast() }
    let path = TypedPath(String(word)).path
    guard ExportWords.looksLikeFile(word), !path.isEmpty else { return nil }
    position = text.tokens[reader.position..<self.end].firstIndex { $0.range.lowerBound >= end } ?? self.end
    return path
  }

  /// Where a path ends: at the mark that closes it, else at a blank without a backslash.
  private static func endOfPath(_ typed: Substring) -> String.Index? {
    guard let first = typed.first else { return nil }
    if TypedPath.isMark(first) { return PlainScanner.endOfMarkedPath(typed) }
    var isEscaped = false
    return typed.indices.first { index in
      defer { isEscaped = typed[index] == "\\" }
      return typed[index].isWhitespace && !isEscaped
    } ?? typed.endIndex
  }
}
