import LanguageModels

/// Reads a quiz as people write it in plain text and Markdown.
struct QuizText {
  private var drafts: [QuizDraft] = []
  private var current: QuizDraft?
  private var unread: [QuestionReading.Unread] = []
  /// The paragraph before the line, which is the question where none is numbered.
  private var paragraph: (line: Int, text: QuizPrompt)?
  private var key = AnswerList()
  /// Whether the line before was blank.
  private var isAfterBlank = true
  private var fences: QuizFences
  private var tables: QuizTables
  /// Whether backslashes may be there to keep signs from being markup.
  private let isMarkdown: Bool

  /// What stands below each line.
  private let below: [QuizStem.Below]

  private init(_ lines: [Substring], _ kinds: [QuizLine]) {
    below = QuizStem.below(kinds, lines)
    fences = QuizFences(lines)
    tables = QuizTables(lines)
    isMarkdown = lines.contains(where: QuizEscapes.isMarkdown)
  }

  /// Reads every question of a text.
  static func read(_ text: String) -> WrittenQuestions {
    // A tab keeps columns apart.
    let text = Reasoning.removed(SafeText.text(text.replacing("\t", with: "    ")))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let kinds = lines.map { QuizLine($0) }
    var reader = QuizText(lines, kinds)
    for (index, line) in lines.enumerated() { reader.take(kinds[index], line, index + 1) }
    return reader.finish()
  }

  private mutating func take(_ kind: QuizLine, _ line: Substring, _ number: Int) {
    switch fences.take(line, number, isAsked: isAsking, isRightBelow: current != nil && !isAfterBlank) {
    case .code(let line): return takeCode(line)
    case .edgeOfQuiz: return divide()
    case .line: break
    }
    switch tables.take(number, tablePlace(number)) {
    case .begin:
      divide()
      key.close()
      isAfterBlank = true
      return
    case .row: return
    case .asked: isAfterBlank = false
    case .line: break
    }
    if key.isOpen {
      let text = QuizMarkup.plain(line)
      if key.isEmpty, isNextQuestion(kind) {
        // "Answer:" was left blank.
        key.close()
      } else if key.take(kind, text, number) {
        // The last question can't go on behind the answers.
        if !text.isEmpty { close() }
        return
      } else if key.isEmpty, current?.isAnswered == false {
        // "Answer:" alone, with the answer on the next line.
        current?.answer(String(text))
        paragraph = nil
        isAfterBlank = false
        return
      }
    }
    if isInStem(kind, line, number) {
      takeOther(String(QuizMarkup.plain(line)), number)
      isAfterBlank = false
      return
    }
    switch kind {
    case .blank:
      isAfterBlank = true
      return
    case .divider: divide()
    case .question(let name, let style, let text):
      takeQuestion(name, style, text, line, number)
    case .option(let label, let text, let isMarked): takeOption(label, text, isMarked, line, number)
    case .answer(let text):
      current?.answer(text)
      paragraph = nil
    case .explanation(let text):
      current?.explain(text)
      paragraph = nil
    case .answersBelow(let entries):
      key.open()
      if !entries.isEmpty { _ = key.take(kind, entries[...], number) }
      // What stands below goes on with nothing above.
      isAfterBlank = true
      return
    case .other(let text): takeOther(text, number, indent: Self.indent(line))
    }
    isAfterBlank = false
  }

  /// What a table that begins on a line belongs to.
  private func tablePlace(_ number: Int) -> QuizTables.Place {
    if key.isOpen { return key.isEmpty ? .doubtful(.begin) : .itself }
    if let paragraph {
      if below[number - 1].areOptions, paragraph.text.asks || !isAfterBlank { return .question }
      if paragraph.text.asks { return .doubtful(.begin) }
    } else if let current {
      if current.isOpen { return .question }
      if !isAfterBlank { return .doubtful(.line) }
    }
    return current?.isAnswered == false ? .doubtful(.row) : .itself
  }

  /// Whether a line belongs to the text of a question, whatever it looks like: the question's options are below it.
  private func isInStem(_ kind: QuizLine, _ line: Substring, _ number: Int) -> Bool {
    let asks = paragraph?.text.asks ?? current?.asks ?? false
    guard QuizStem.goesOn(with: kind, line, below[number - 1], isAfterBlank: isAfterBlank, asks: asks) else {
      return false
    }
    if paragraph != nil { return !isAfterBlank }
    return current.map { $0.isOpen && $0.options.isEmpty } ?? false
  }

  /// Whether a line has the number behind that of the question that is read.
  private func isNextQuestion(_ kind: QuizLine) -> Bool {
    guard case .question(let number?, _, _) = kind, let last = current?.number else { return false }
    return number == last + 1
  }

  private var isAsking: Bool {
    if let current { return current.isOpen && (current.asks || !isAfterBlank) }
    return paragraph?.text.asks ?? false
  }

  /// Takes a line of code as it is.
  private mutating func takeCode(_ line: Substring) {
    if paragraph != nil {
      paragraph?.text.add(String(line))
    } else {
      current?.goOnWithCode(String(line))
    }
    isAfterBlank = false
  }

  private mutating func divide() {
    close()
    paragraph = nil
  }

  private mutating func takeQuestion(_ name: Int?, _ style: String, _ text: String, _ line: Substring, _ number: Int) {
    let indent = Self.indent(line)
    if current?.takesNumberedOption(name, style: style, indent: indent, text: text) == true {
      current?.add(.init(label: name.map(String.init), text: text), indent: indent)
      return
    }
    close()
    current = QuizDraft(
      line: number, number: name, style: style, prompt: QuizPrompt(text), indent: indent,
      isUnderOwnHeading: style == "." && line.hasPrefix("## "))
    paragraph = nil
  }

  private mutating func takeOption(
    _ label: String?, _ text: String, _ isMarked: Bool?, _ line: Substring, _ number: Int
  ) {
    let isListed = label != nil || isMarked != nil
    let plain = String(QuizMarkup.plain(line))
    if !isListed, paragraph == nil, current?.goOnWithBullet(plain, isAfterBlank: isAfterBlank) == true { return }
    if let label, paragraph == nil, !isAfterBlank, current?.takeAnswer(labelled: label, text, plain) == true { return }
    if !isListed, let draft = current, !draft.asks, draft.options.isEmpty {
      // A list in the question, before it asks.
      return takeOther(plain, number)
    }
    if !isListed, let asked = paragraph, !asked.text.asks, !isAfterBlank {
      // The same, in one without a number.
      current?.meetOptions()
      close()
      return takeOther(plain, number)
    }
    let startsAnew =
      current == nil || current?.isAnswered == true || label == "A" && current?.options.isEmpty == false
    if startsAnew, let asked = paragraph, isListed || asked.text.asks {
      close()
      current = QuizDraft(line: asked.line, number: nil, style: "", prompt: asked.text)
    } else if startsAnew {
      // A list that belongs to no question, or options that lost theirs.
      current?.meetOptions()
      if label == "A" { unread.append(.init(line: number, reason: "These options have no question above them.")) }
      close()
      paragraph = nil
      return
    }
    paragraph = nil
    current?.add(
      .init(label: label, text: text, isMarked: isMarked), isAnswer: plain.hasPrefix("A:"), indent: Self.indent(line))
  }

  private static func indent(_ line: Substring) -> Int { line.prefix(while: \.isWhitespace).count }

  private mutating func takeOther(_ text: String, _ number: Int, indent: Int = 0) {
    if paragraph == nil, !isAfterBlank, let note = QuizNote(text[...]), current?.take(note, indent: indent) == true {
      return
    }
    if paragraph == nil, current?.goOn(text, isAfterBlank: isAfterBlank) == true { return }
    if isAfterBlank || paragraph == nil { paragraph = (number, QuizPrompt()) }
    paragraph?.text.add(text)
  }

  private mutating func close() {
    if let draft = current { drafts.append(draft) }
    current = nil
  }

  private mutating func finish() -> WrittenQuestions {
    close()
    key.answer(&drafts)
    let questions = drafts.map { $0.question(isMarkdown: isMarkdown) }
    // A numbered list of something else is no quiz.
    let isQuiz =
      drafts.contains(where: \.answers.haveGap) || !tables.questions.isEmpty
      || questions.contains { !$0.options.isEmpty || !$0.answers.isEmpty }
    var result = WrittenQuestions(unread: unread + tables.unread, isCertain: isQuiz)
    guard isQuiz else {
      result.unread += tables.asked
      return result
    }
    result.questions = (questions + tables.questions).sorted { $0.line < $1.line }
    result.unread += key.strays
    return result
  }
}
