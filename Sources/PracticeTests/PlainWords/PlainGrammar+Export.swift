/// Which test is to be written, in which format, and to which file.
extension PlainGrammar {
  /// A test in another format.
  func export(_ reader: PlainReader) throws(PlainWordsError) -> PlainAction {
    if let order = try exportOfLatest(reader) { return order }
    if let order = try exportInFormat(reader) { return order }
    let isTitle = try test(titled: Self.parted(reader).name) != nil
    throw reader.namesPDF && !isTitle ? .noPDF : .missing("in which format", example: "export my last test as anki")
  }

  /// A test for paper: as a web page, which a browser prints, where no format is said.
  func printing(_ reader: PlainReader) throws(PlainWordsError) -> PlainAction {
    let (name, hidesAnswers, file) = Self.parted(reader)
    // A title may itself name a format, or say "pdf".
    if let exact = try test(titled: name) { return .exportTest(exact, .html, answers: !hidesAnswers, file: file) }
    if let order = try exportOfLatest(reader) { return order }
    if let order = try exportInFormat(reader) { return order }
    if reader.namesPDF { throw .noPDF }
    return .exportTest(try test(in: name, file: file), .html, answers: !hidesAnswers, file: file)
  }

  /// The name of a test that is to be written, and what is said after it.
  private static func parted(_ reader: PlainReader) -> (name: PlainReader, hidesAnswers: Bool, file: String?) {
    var (name, after) = (reader, reader)
    while !after.isAtEnd {
      name.end = after.position
      if let (hidesAnswers, file) = ending(after) { return (name, hidesAnswers, file) }
      after.position += 1
    }
    return (reader, false, nil)
  }

  /// What stands after the name of a test that is to be written; `nil` where that is something else.
  private static func ending(_ reader: PlainReader) -> (hidesAnswers: Bool, file: String?)? {
    var reader = reader
    let hidesAnswers = reader.take(PlainPhrases.withoutAnswers) != nil
    reader.skip(PlainPhrases.withAnswers)
    let file = reader.takeExportFile()
    reader.skip(PlainPhrases.courtesies)
    return reader.isAtEnd ? (hidesAnswers, file) : nil
  }

  /// A test in a format that is said after "as" or the like; `nil` where none is.
  private func exportInFormat(_ reader: PlainReader) throws(PlainWordsError) -> PlainAction? {
    var (name, after) = (reader, reader)
    var format: ExportFormat?
    while !after.isAtEnd, format == nil {
      name.end = after.position
      if after.take(PlainPhrases.exportWords) != nil { format = after.take(PlainPhrases.exports) }
      if format == nil { after.position = name.end + 1 }
    }
    guard let format else { return nil }
    var hidesAnswers = after.take(PlainPhrases.withoutAnswers) != nil
    after.skip(PlainPhrases.withAnswers)
    let file = after.takeExportFile()
    if !hidesAnswers { hidesAnswers = after.take(PlainPhrases.withoutAnswers) != nil }
    after.skip(PlainPhrases.withAnswers)
    try after.finish()
    guard !hidesAnswers || format.canOmitAnswers else { throw .answersKept(format) }
    return .exportTest(try test(in: name, file: file), format, answers: !hidesAnswers, file: file)
  }

  /// The test that words name, or the latest where they name its answers alone, or only a file is said; but a test may
  /// be called "Solutions".
  private func test(in name: PlainReader, file: String?) throws(PlainWordsError) -> NamedTest {
    if let exact = try test(titled: name) { return exact }
    var name = name
    let isOfAnswers = name.takeAnswers()
    return try name.isAtEnd && (isOfAnswers || file != nil) ? latest() : test(in: name)
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
    let hidesAnswers = after.take(PlainPhrases.withoutAnswers) != nil
    after.skip(PlainPhrases.courtesies)
    guard file != nil || isNamed && after.isAtEnd else { return nil }
    try after.finish()
    guard !hidesAnswers || format.canOmitAnswers else { throw .answersKept(format) }
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

  /// Whether the words left speak of a PDF, which is no format of ours.
  fileprivate var namesPDF: Bool { rest.contains { $0.text == "pdf" || $0.text.hasSuffix(".pdf") } }

  /// Takes words for the answers of a test that may be named after them: "the answers", "the answers of".
  fileprivate mutating func takeAnswers() -> Bool {
    var reader = self
    reader.skip(PlainPhrases.articles)
    guard reader.take(PlainPhrases.answers) != nil else { return false }
    position = reader.position
    return true
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
