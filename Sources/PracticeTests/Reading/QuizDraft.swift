/// One question of a quiz in plain text, while its lines are read.
struct QuizDraft {
  let line: Int
  let number: Int?
  private let style: String
  /// How far it is set in.
  private let indent: Int
  /// Whether it stands under a heading as our own Markdown has them.
  let isUnderOwnHeading: Bool
  private(set) var prompt: QuizPrompt
  private(set) var options: [WrittenQuestion.Option] = []
  private(set) var answers = QuizAnswers()
  private(set) var rationale: String?
  private(set) var doubt: Doubt?
  /// That of a line below the last option so far, which is at an end where another option follows.
  private(set) var noteDoubt: Doubt?
  private var optionIndent = 0
  private var last = Part.prompt
  private(set) var notes: [QuizNote] = []
  /// Whether its first option is the answer, unless another one follows.
  private(set) var isPair = false

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
    answers.add(text)
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
    case .answer: return answers.goOn(text, isWritten: options.isEmpty, isAfterBlank: isAfterBlank)
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

  /// Options below: what was taken for more of the written answer may be a question.
  mutating func meetOptions() {
    if answers.goesOn { doubt = Doubt("Where the answer ends can't be told.") }
  }

  /// Takes a labelled line below the answer, where an option has the label: as one more answer where it gives nothing
  /// but that option, else as a part of the explanation.
  mutating func takeAnswer(labelled label: String, _ text: String, _ line: String) -> Bool {
    guard last == .answer || last == .rationale,
      let named = options.prefix(WrittenQuestion.mostOptions).first(where: { $0.label == label })
    else { return false }
    if last == .answer, text.isBlank || Words.tokens(text) == Words.tokens(named.text) {
      answer(line)
    } else if last == .answer {
      explain(line)
    } else {
      addToRationale(line)
    }
    return true
  }

  /// Takes a line of code as one more of what was read last.
  mutating func goOnWithCode(_ line: String) {
    switch last {
    case .prompt: prompt.add(line)
    case .option: options[options.count - 1].text += options[options.count - 1].text.isEmpty ? line : "\n\(line)"
    case .answer: answers.addLine(line)
    case .rationale: addToRationale(line)
    case .note: doubt = Doubt("What the code in it belongs to can't be told.")
    }
  }

  /// Takes a line of a list without labels as part of a written answer or of the explanation; false when neither is
  /// open.
  mutating func goOnWithBullet(_ text: String, isAfterBlank: Bool) -> Bool {
    if last == .answer, options.isEmpty, !isAfterBlank, answers.isLastGiven {
      answers.addLine(text)
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
}
