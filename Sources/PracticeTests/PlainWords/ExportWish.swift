/// What a request says about an export beside the test and the format. A model's answer does not hold it: it is read in
/// the request itself, so that nothing of it is lost or made up.
struct ExportWish: Hashable, Sendable {
  /// Whether the answers go with it.
  let answers: Bool
  /// The path of its file; `nil` where none is named.
  let file: String?

  /// Reads a request.
  ///
  /// - Parameter test: the words of it that name the test.
  /// - Throws: ``PlainWordsError`` where it can't be told.
  init(in request: String, test: String, _ format: ExportFormat) throws(PlainWordsError) {
    let hidesAnswers = PlainText(request).holds(PlainPhrases.withoutAnswers, exactly: false)
    guard !hidesAnswers || format.canOmitAnswers else { throw .answersKept(format) }
    // A handout with the key would be worse than none.
    guard hidesAnswers || !Self.isInDoubt(request, besides: test, format) else { throw .answersUnclear }
    answers = !hidesAnswers
    file = try Self.file(in: request, besides: PlainName(test))
  }

  /// Whether something is said about the answers in words that are not known, or of those who are to find them.
  private static func isInDoubt(_ request: String, besides test: String, _ format: ExportFormat) -> Bool {
    var reader = PlainReader(request)
    let name = place(of: test, in: reader.text)
    var (areWanted, isHandout) = (false, false)
    while !reader.isAtEnd {
      if let name, reader.position == name.lowerBound {
        reader.position = name.upperBound
      } else if reader.take(PlainPhrases.withAnswers) != nil {
        guard isWhole(before: reader) else { return true }
        areWanted = true
      } else if reader.take(PlainPhrases.answerWords) != nil {
        return true
      } else if reader.take(PlainPhrases.handoutWords) != nil {
        isHandout = true
      } else {
        reader.position += 1
      }
    }
    return isHandout && !areWanted && format.canOmitAnswers
  }

  /// Where the words stand that name the test: a title may speak of keys or of students.
  private static func place(of test: String, in said: PlainText) -> Range<Int>? {
    var name = PlainReader(test)
    name.skip(PlainPhrases.testWords)
    let words = name.rest.map(\.text)
    guard !words.isEmpty else { return nil }
    let start = said.tokens.indices.first { start in
      said.tokens[start...].prefix(words.count).map(\.text).elementsEqual(words, by: PlainSpelling.areNear)
    }
    return start.map { $0..<$0 + words.count }
  }

  /// Whether "with answers" means that before what is left: "with answers left out" does not.
  private static func isWhole(before rest: PlainReader) -> Bool {
    var rest = rest
    rest.skip(PlainPhrases.courtesies)
    if rest.isAtEnd || rest.comes(PlainPhrases.receivers) || rest.takeExportFile() != nil { return true }
    return rest.take(PlainPhrases.exportWords) != nil && rest.comes(PlainPhrases.exports)
  }

  /// The only file that is named, but for what names the test.
  private static func file(in request: String, besides test: PlainName) throws(PlainWordsError) -> String? {
    var reader = PlainReader(request)
    var files: [String] = []
    while let next = reader.next {
      if let file = reader.takeExportFile() {
        if !PlainName(file).occurs(in: test) { files.append(file) }
      } else if next.kind == .file, !PlainName(next.text).occurs(in: test) {
        throw .notUnderstood(request)
      } else {
        reader.position += 1
      }
    }
    guard files.count < 2 else { throw .notUnderstood(request) }
    return files.first
  }
}
