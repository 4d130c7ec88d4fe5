import LanguageModels

/// Reads questions that somebody or some model wrote, in whatever shape. Nothing is invented: where a question, an
/// option or the key can be taken in two ways, it is named as unread.
public enum QuestionReader {
  /// Reads a text. Any text can be given: the result says what could not be read.
  public static func read(_ text: String) -> QuestionReading {
    let lines = text.utf8.contains(UInt8(ascii: "\r")) ? text.replacing("\r\n", with: "\n") : text
    if let whole = reading(lines, in: declared) { return whole }
    let parts = CodeFence.parted(lines)
    // Where the text around the fences is a quiz, they hold code, which may look like GIFT: `if (x) { TRUE }`.
    if !(parts.map { isQuiz($0.outside) } ?? false) {
      if let inside = parts?.inside, var fenced = reading(inside, in: declared + [gift]) {
        fenced.isFenced = true
        return fenced
      }
      if let whole = reading(lines, in: [gift]) { return whole }
    }
    let json = JSONQuestions.read(text)
    if json.isCertain { return naming(questionsBeside: lines, in: reading(.json, json)) }
    // Lines such as `question: "..."` in JSON that can't be mended are no quiz in plain text.
    if !json.unread.isEmpty, isBracketed(text) { return reading(.json, json) }
    let quiz = QuizText.read(text)
    if quiz.isCertain || json.unread.isEmpty { return reading(.text, quiz) }
    return reading(.json, json)
  }

  /// A format, and what reads a text in it, or knows that the text is of another format.
  private typealias Format = (name: QuestionFileFormat, read: @Sendable (String) -> WrittenQuestions?)

  private static func reading(_ text: String, in formats: [Format]) -> QuestionReading? {
    for format in formats {
      if let written = format.read(text) { return reading(format.name, written) }
    }
    return nil
  }

  /// The formats that tell themselves by how a text begins, the plainest marks first.
  private static let declared: [Format] = [
    (.moodleXML, MoodleXML.read), (.anki, AnkiText.read), (.csv, CSVQuestions.read), (.aiken, AikenText.read),
  ]

  /// GIFT tells itself by braces anywhere.
  private static let gift: Format = (.gift, GIFTText.read)

  /// Whether a text is a quiz in plain text, with at least one question that has its answer.
  private static func isQuiz(_ text: String) -> Bool {
    !reading(.text, QuizText.read(text)).questions.isEmpty
  }

  /// A reading of JSON that names the questions of a quiz in plain text above or below it: they are not read.
  private static func naming(questionsBeside text: String, in reading: QuestionReading) -> QuestionReading {
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { "{[".utf8.contains($0) }),
      let last = bytes.lastIndex(where: { "}]".utf8.contains($0) }), first < last
    else { return reading }
    let (above, below) = (text[..<first], text[bytes.index(after: last)...])
    guard !String(above).isBlank || !String(below).isBlank else { return reading }
    let lines = bytes[first...last].count(where: { $0 == UInt8(ascii: "\n") })
    let quiz = "\(above)\(String(repeating: "\n", count: lines))\(below)"
    let beside = Self.reading(.text, QuizText.read(quiz)).questions
    var reading = reading
    reading.unread += beside.map {
      .init(line: $0.line, reason: "This question stands beside the JSON, and is not read.")
    }
    reading.unread.sort { ($0.line, $0.reason) < ($1.line, $1.reason) }
    return reading
  }

  /// Whether a line begins or ends a JSON object or list.
  private static func isBracketed(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      let line = line.trimming { $0.isWhitespace || $0 == "," }
      return line.hasPrefix("{") || line.hasPrefix("[{") || !line.isEmpty && line.allSatisfy { "[]}".contains($0) }
    }
  }

  private static func reading(_ format: QuestionFileFormat, _ written: WrittenQuestions) -> QuestionReading {
    let base = IndexBase(written.questions)
    var reading = QuestionReading(
      format: format, questions: [], unread: written.unread, title: written.title.flatMap(name),
      course: written.course.flatMap(name))
    for question in written.questions {
      do throws(Doubt) {
        let item = try question.item(base)
        reading.questions.append(
          .init(
            item: item, line: question.line, repaired: question.repaired, topic: question.topic.flatMap(name),
            bloom: question.bloom, difficulty: question.difficulty, template: question.template,
            tags: Array(question.tags.compactMap(name).prefix(mostTags)), hasRecord: question.hasRecord))
      } catch {
        reading.unread.append(.init(line: question.line, reason: error.reason))
      }
    }
    reading.unread.sort { ($0.line, $0.reason) < ($1.line, $1.reason) }
    return reading
  }

  private static let mostTags = 50

  /// A topic, title, course or tag in one line that is no longer than a name; `nil` where it is blank.
  private static func name(_ written: String) -> String? {
    let name = String(SafeText.oneLine(String(written.prefix(400))).prefix(200))
    return name.isBlank ? nil : name
  }
}

/// Questions as they stand in a text, before their keys are found.
struct WrittenQuestions {
  var questions: [WrittenQuestion] = []
  var unread: [QuestionReading.Unread] = []
  /// Whether the text is certainly in the format.
  var isCertain = false
  /// The title of the test that they are.
  var title: String?
  /// The course that they belong to.
  var course: String?
}

/// Why a question can't be read without guessing, in a sentence.
struct Doubt: Error {
  var reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
