/// Reads questions in Moodle's own XML.
struct MoodleXML {
  private var written = WrittenQuestions(isCertain: true)
  private var topic: String?

  /// The questions; `nil` where the text is no XML of Moodle's.
  static func read(_ text: String) -> WrittenQuestions? {
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard start.hasPrefix("<?xml") || start.hasPrefix("<quiz"), text.contains("<quiz") else { return nil }
    var reader = MoodleXML()
    do throws(XMLFault) {
      for element in try XMLTree.read(text).all("question") { reader.take(element) }
    } catch {
      reader.written.unread.append(.init(line: error.line, reason: error.reason))
    }
    return reader.written
  }

  private mutating func take(_ element: XMLTree.Element) {
    let type = element.attributes["type"] ?? ""
    if type == "category" {
      topic = element.first("category")?.first("text").map { MoodleCategory.topic(of: $0.text) }
      return
    }
    // A heading is no question.
    if type == "description" { return }
    let asked = element.first("questiontext").map(MoodleText.init)
    var question = WrittenQuestion(line: element.line, prompt: asked?.text ?? "")
    question.topic = topic
    let tags = element.first("tags")?.all("tag").map { $0.first("text")?.text ?? "" } ?? []
    question.tags = LevelTags.read(tags, into: &question)
    let (answers, told) = (MoodleAnswers(element), element.first("generalfeedback").map { MoodleText($0).text })
    question.rationale = told.flatMap { $0.isEmpty ? nil : $0 } ?? answers.explanation
    do throws(Doubt) {
      if asked?.hasMedia == true { throw Doubt("The question shows more than text.") }
      try answers.fill(&question, type: type)
    } catch {
      question.doubt = error
    }
    written.questions.append(question)
  }
}

/// A text of Moodle's, which may be HTML.
struct MoodleText {
  let text: String
  let hasMedia: Bool

  init(_ element: XMLTree.Element) {
    let written = element.first("text")?.text ?? element.text
    let format = element.attributes["format"] ?? "html"
    let isHTML = format == "html" || format == "moodle_auto_format"
    text = isHTML ? HTMLText.plain(written) : DraftFields.clean(written)
    hasMedia = element.first("file") != nil || isHTML && HTMLText.hasMedia(written)
  }
}
