import LanguageModels

/// Reads questions in GIFT, the text format of Moodle's question bank: one a paragraph, its answers in braces.
struct GIFTText {
  private var written = WrittenQuestions(isCertain: true)
  private var topic: String?

  /// The questions; `nil` where no paragraph has braces as GIFT writes them.
  static func read(_ text: String) -> WrittenQuestions? {
    guard text.contains("{") else { return nil }
    let paragraphs = paragraphs(of: text)
    var isTelling = false
    for paragraph in paragraphs where !paragraph.text.hasPrefix(categoryMark) {
      guard let parts = GIFTParagraph(paragraph.text) else { continue }
      if parts.isObject { return nil }
      isTelling = isTelling || parts.isTelling
    }
    guard isTelling else { return nil }
    var reader = GIFTText()
    for paragraph in paragraphs { reader.take(paragraph) }
    return reader.written
  }

  private struct Paragraph {
    var line: Int
    var text: String
    var tags: [String] = []
  }

  /// What stands between blank lines, with the tags of its comments; a category is a paragraph of its own.
  private static func paragraphs(of text: String) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var isOpen = false
    var tags: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let start = line.trimming(\.isWhitespace)
      if start.hasPrefix("//") {
        tags += GIFTTags.read(start)
        continue
      }
      if start.isEmpty {
        (isOpen, tags) = (false, [])
      } else if isOpen, !start.hasPrefix(categoryMark) {
        paragraphs[paragraphs.count - 1].text += "\n\(line)"
      } else {
        paragraphs.append(Paragraph(line: index + 1, text: String(line), tags: tags))
        tags = []
        isOpen = !start.hasPrefix(categoryMark)
      }
    }
    return paragraphs
  }

  private static let categoryMark = "$CATEGORY:"

  private mutating func take(_ paragraph: Paragraph) {
    let start = paragraph.text[...].trimming(\.isWhitespace)
    if start.hasPrefix(Self.categoryMark) {
      topic = MoodleCategory.topic(of: String(start.dropFirst(Self.categoryMark.count)))
      return
    }
    guard let parts = GIFTParagraph(paragraph.text) else {
      written.unread.append(.init(line: paragraph.line, reason: "No answer in braces is given."))
      return
    }
    var question = WrittenQuestion(line: paragraph.line, prompt: parts.prompt)
    question.topic = topic
    question.tags = LevelTags.read(paragraph.tags, into: &question)
    do throws(Doubt) {
      try GIFTAnswers(parts.answers).fill(&question)
    } catch {
      question.doubt = error
    }
    written.questions.append(question)
  }
}
