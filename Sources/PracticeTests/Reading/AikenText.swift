/// Reads a quiz in Aiken: a question on one line, options "A. ..." or "A) ...", and "ANSWER: A".
struct AikenText {
  private var questions: [WrittenQuestion] = []
  private var current: WrittenQuestion?

  /// The questions; `nil` where a line is out of place: then the text is no Aiken, and may be a quiz of another kind.
  static func read(_ text: String) -> WrittenQuestions? {
    var reader = AikenText()
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.trimming(\.isWhitespace)
      guard line.isEmpty || reader.take(line, index + 1) else { return nil }
    }
    guard reader.current == nil, !reader.questions.isEmpty else { return nil }
    return WrittenQuestions(questions: reader.questions, isCertain: true)
  }

  /// Whether a line would not be read as the text of a question, here or by Moodle.
  static func isStructure(_ line: String) -> Bool {
    let line = line[...].trimming(\.isWhitespace)
    return line.isEmpty || option(line) != nil || line.hasPrefix(answerMark) || isNumbered(line)
  }

  /// Takes a line; false where it can't stand here.
  private mutating func take(_ line: Substring, _ number: Int) -> Bool {
    guard var question = current else {
      guard !Self.isStructure(String(line)) else { return false }
      current = WrittenQuestion(line: number, prompt: DraftFields.clean(String(line)))
      return true
    }
    if let option = Self.option(line), option.label == OptionLetter.all.dropFirst(question.options.count).first {
      question.options.append(.init(label: String(option.label), text: DraftFields.clean(option.text)))
      current = question
      return true
    }
    guard let answer = Self.answer(line), let key = OptionLetter.all.firstIndex(of: answer), question.options.count > 1,
      question.options.indices.contains(key)
    else { return false }
    question.options[key].isMarked = true
    questions.append(question)
    current = nil
    return true
  }

  private static let answerMark = "ANSWER:"

  private static func option(_ line: Substring) -> (label: Character, text: String)? {
    guard let label = line.first, OptionLetter.all.contains(label) else { return nil }
    let rest = line.dropFirst()
    guard let mark = rest.first, mark == "." || mark == ")", rest.dropFirst().first == " " else { return nil }
    return (label, String(rest.dropFirst(2)))
  }

  private static func answer(_ line: Substring) -> Character? {
    guard line.hasPrefix(answerMark) else { return nil }
    let rest = line.dropFirst(answerMark.count).trimming(\.isWhitespace)
    return rest.count == 1 ? rest.first : nil
  }

  /// "3. ..." is the number of a question in a quiz as people write it.
  private static func isNumbered(_ line: Substring) -> Bool {
    let rest = line.drop { $0.isASCII && $0.isNumber }
    guard rest.count < line.count, let mark = rest.first, mark == "." || mark == ")" else { return false }
    return rest.dropFirst().first.map(\.isWhitespace) ?? true
  }
}
