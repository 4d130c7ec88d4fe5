/// One question of a quiz in plain text, while it is read.
struct QuizDraft {
  let line: Int
  let number: Int?
  private let style: String
  /// How far it is set in.
  private let indent: Int
  /// Whether it stands under a heading as our own Markdown has them.
  private let isUnderOwnHeading: Bool
  private var prompt: QuizPrompt
  private(set) var options: [WrittenQuestion.Option] = []
  private var answers: [String] = []
  private var rationale: String?
  private var doubt: Doubt?
  /// That of a line below the last option so far, which is at an end where another option follows.
  private var noteDoubt: Doubt?
  private var optionIndent = 0
  private var last = Part.prompt
  /// Whether a written answer has more lines than one.
  private var goesOn = false
  private var notes: [QuizNote] = []
  private var isPair = false

  /// What was read last, and may go on in the next line.
  private enum Part {
    case prompt
    case option
    case answer
    case rationale
    /// A line about the question, which ends what stands before it.
    case note
  }

  init(
    line: Int, number: Int?, style: String, prompt: QuizPrompt, indent: Int = 0, isUnderOwnHeading: Bool = false
  ) {
    (self.line, self.number, self.style, self.prompt) = (line, number, style, prompt)
    self.indent = indent
    self.isUnderOwnHeading = isUnderOwnHeading
  }

  /// Whether the text says which option is right, or what the answer is.
  var isAnswered: Bool { !answers.isEmpty || rationale != nil }

  /// Whether a place for the answer is left open, as in "Answer: ____".
  var hasGap: Bool { answers.contains(where: Self.isGap) }

  private static func isGap(_ answer: String) -> Bool {
    answer.count > 2 && answer.contains { $0 != "\\" && $0 != " " } && answer.allSatisfy { "_\\ \u{2026}".contains($0) }
  }

  /// Whether nothing but its text was read yet.
  var isOpen: Bool { last == .prompt }

  /// Whether the question is plainly one, so that a list without labels below it holds its options.
  var asks: Bool { prompt.asks }

  /// Whether a numbered line is an option: it has another style than the question's own number, or is set in below what
  /// asks, and is the next one.
  func takesNumberedOption(_ number: Int?, style: String, indent: Int, text: String) -> Bool {
    guard let number, !isAnswered else { return false }
    let isNested = indent > self.indent && (prompt.asks || prompt.text.hasSuffix(":")) && !text.hasSuffix("?")
    guard style != self.style || isNested else { return false }
    return number == options.count + 1 && options.allSatisfy { $0.label.flatMap(Int.init) != nil }
  }

  /// "A: ..." below "Q: ..." may be the answer: it is one where no other option follows.
  mutating func add(_ option: WrittenQuestion.Option, isAnswer: Bool = false, indent: Int = 0) {
    isPair = isAnswer && style == "q" && options.isEmpty
    if last == .note { doubt = Doubt("Whether the lines between the options belong to them can't be told.") }
    options.append(option)
    (last, noteDoubt, optionIndent) = (.option, nil, indent)
  }

  mutating func answer(_ text: String) {
    answers.append(text)
    last = .answer
  }

  mutating func explain(_ text: String) {
    if rationale?.isEmpty == false { doubt = Doubt("Two explanations are given.") }
    addToRationale(text)
    last = .rationale
  }

  /// Takes a line that is nothing of its own; false when it can't belong to this question.
  mutating func goOn(_ text: String, isAfterBlank: Bool) -> Bool {
    switch last {
    case .prompt: prompt.add(text)
    case .option:
      guard !isAfterBlank, let index = options.indices.last else { return false }
      if ["The answer is ", "The correct answer is "].contains(where: text.hasPrefix) {
        doubt = Doubt("Whether a sentence about the answer belongs to the last option can't be told.")
      }
      let mark = options[index].text.isEmpty ? "" : options[index].text.hasSuffix("```") ? "\n" : " "
      options[index].text += mark + text
    case .answer: return goOnWithAnswer(text, isAfterBlank: isAfterBlank)
    case .rationale:
      guard !isAfterBlank || rationale?.isEmpty == true else { return false }
      addToRationale(text)
    case .note: return false
    }
    return true
  }

  /// Takes a line right below the options or the answer that tells something about the question; false where it is
  /// none. A line that is set in below an option belongs to that.
  mutating func take(_ note: QuizNote, indent: Int) -> Bool {
    guard last == .option || last == .answer || last == .note, last != .option || indent <= optionIndent else {
      return false
    }
    if note.isKnown, last != .option || note.isTelling {
      notes.append(note)
      last = .note
      return true
    }
    if last == .option { noteDoubt = Doubt("Whether \"\(note.name): ...\" belongs to the last option can't be told.") }
    return false
  }

  /// A written answer goes on where it is not at its end yet, up to a blank line or to a question; that of a question
  /// with options has one line.
  private mutating func goOnWithAnswer(_ text: String, isAfterBlank: Bool) -> Bool {
    guard let index = answers.indices.last else { return false }
    if answers[index].isEmpty {
      answers[index] = text
      return true
    }
    guard options.isEmpty, !isAfterBlank, !text.hasSuffix("?"), Self.isUnfinished(answers[index], before: text) else {
      return false
    }
    answers[index] += " \(text)"
    goesOn = true
    return true
  }

  /// Whether an answer goes on in a line: it ends in the middle, or is a sentence that another one follows. "Goethe"
  /// ends above "Good luck!".
  private static func isUnfinished(_ answer: String, before line: String) -> Bool {
    if line.first?.isLowercase == true || answer.last.map({ ",;:-\u{2013}".contains($0) }) == true { return true }
    return [answer, line].allSatisfy { $0.last.map { ".!".contains($0) } == true && Words.count($0) > 4 }
  }

  /// Options below: what was taken for more of the written answer may be a question.
  mutating func meetOptions() {
    if goesOn { doubt = Doubt("Where the answer ends can't be told.") }
  }

  /// Takes a labelled line below the answer, where an option has the label: as one more answer where it gives nothing
  /// but that option, else as a part of the explanation.
  mutating func takeAnswer(labelled label: String, _ text: String, _ line: String) -> Bool {
    guard last == .answer || last == .rationale, let named = options.first(where: { $0.label == label }) else {
      return false
    }
    if last == .answer, text.isBlank || Words.tokens(text) == Words.tokens(named.text) {
      answer(line)
    } else {
      addToRationale(line)
      last = .rationale
    }
    return true
  }

  /// Takes a line of code as one more of what was read last.
  mutating func goOnWithCode(_ line: String) {
    switch last {
    case .prompt: prompt.add(line)
    case .option: options[options.count - 1].text += options[options.count - 1].text.isEmpty ? line : "\n\(line)"
    case .answer: answers[answers.count - 1] += answers[answers.count - 1].isEmpty ? line : "\n\(line)"
    case .rationale: addToRationale(line)
    case .note: doubt = Doubt("What the code in it belongs to can't be told.")
    }
  }

  /// Takes a line of a list without labels as part of a written answer or of the explanation; false when neither is
  /// open.
  mutating func goOnWithBullet(_ text: String, isAfterBlank: Bool) -> Bool {
    if last == .answer, options.isEmpty, !isAfterBlank, let index = answers.indices.last, !answers[index].isEmpty {
      answers[index] += "\n\(text)"
      return true
    }
    guard last == .rationale else { return false }
    addToRationale(text)
    return true
  }

  private mutating func addToRationale(_ text: String) {
    let separator = rationale?.isEmpty == false ? "\n" : ""
    rationale = rationale ?? ""
    rationale? += separator + text
  }

  /// The question as it was written, in a text that is Markdown or not.
  func question(isMarkdown: Bool) -> WrittenQuestion {
    var (prompt, options, answers) = (prompt.text, options, answers)
    if let inline = inlineOptions {
      (prompt, options) = (inline.prompt, inline.options)
      if let answer = inline.answer { answers.append(answer) }
    }
    if isPair, options.count == 1 {
      answers.append(options[0].text)
      options = []
    }
    options = QuizTags.removed(from: QuizColumns.parted(options))
    var question = WrittenQuestion(line: line, prompt: Self.withoutTrueFalse(prompt))
    question.options = options
    question.rationale = rationale.flatMap { $0.isBlank ? nil : $0 }
    question.doubt = doubt ?? noteDoubt ?? Self.doubt(about: options)
    for note in notes { note.fill(&question) }
    for answer in answers where !answer.isBlank && !Self.isGap(answer) {
      do throws(Doubt) {
        let read = try QuizAnswer(answer, to: prompt, options)
        question.answers.append(.text(read.answer))
        question.rationale = question.rationale ?? read.explanation
      } catch {
        question.answers.append(.several)
        question.doubt = question.doubt ?? error
      }
    }
    if prompt.count > DraftFields.longestText { question.doubt = Doubt("The question is too long to be one.") }
    if (options.map(\.text) + answers).contains(where: { $0.count > DraftFields.longestAnswer }) {
      question.doubt = Doubt("An option or an answer is too long to be one.")
    }
    if let rationale, rationale.count > DraftFields.longestText {
      question.doubt = Doubt("The explanation is too long to be one.")
    }
    if question.doubt == nil, isMarkdown { question.removeEscapes(areOurs: isUnderOwnHeading) }
    return question
  }

  /// Options in one line: the question's own, or one below it that begins with "A".
  private var inlineOptions: InlineOptions? {
    if options.isEmpty { return InlineOptions(prompt.text) }
    guard options.count == 1, options[0].label == "A" else { return nil }
    return [")", "."].lazy.compactMap { InlineOptions("\(prompt.text)\nA\($0) \(options[0].text)") }.first {
      $0.prompt == prompt.text
    }
  }

  private static func doubt(about options: [WrittenQuestion.Option]) -> Doubt? {
    let labels = options.map(\.label)
    if QuizColumns.areHidden(in: options) { return Doubt("An option seems to hold another one.") }
    if options.count == 1 { return Doubt("There is only one option.") }
    guard labels.contains(where: { $0 != nil }), !WrittenQuestion.areInSequence(labels) else { return nil }
    return Doubt("The options are labelled \(labels.map { $0 ?? "-" }.joined(separator: ", ")).")
  }

  /// "True or False: ..." asks about the statement that follows.
  private static func withoutTrueFalse(_ prompt: String) -> String {
    for head in ["true or false", "true/false", "t/f"] where prompt.prefix(head.count).lowercased() == head {
      let rest = prompt.dropFirst(head.count).drop { " :?.-\u{2013}\u{2014})\n".contains($0) }
      if !rest.isEmpty { return String(rest) }
    }
    return prompt
  }
}
