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
    let said = PlainText(request)
    let hidesAnswers = said.holds(PlainPhrases.withoutAnswers, exactly: false)
    let isClear = hidesAnswers ? format.canOmitAnswers : !Self.isInDoubt(said, format)
    // A handout with the key would be worse than none.
    guard isClear else { throw .answersUnclear }
    answers = !hidesAnswers
    file = try Self.file(in: request, besides: PlainName(test))
  }

  /// Whether something is said about the answers in words that are not known, or of those who are to find them.
  private static func isInDoubt(_ said: PlainText, _ format: ExportFormat) -> Bool {
    said.holds(PlainPhrases.answerWords, exactly: false)
      || format.canOmitAnswers && said.holds(PlainPhrases.handoutWords, exactly: false)
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
