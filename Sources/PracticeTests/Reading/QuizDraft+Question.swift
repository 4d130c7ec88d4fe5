/// What the lines of a question come to.
extension QuizDraft {
  /// The question as it was written, in a text that is Markdown or not.
  func question(isMarkdown: Bool) -> WrittenQuestion {
    var (prompt, options, answers) = (prompt.text, options, answers.texts)
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
    Self.take(answers, to: prompt, options, &question)
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

  /// Takes the answers that are given to a prompt and options.
  private static func take(
    _ answers: [String], to prompt: String, _ options: [WrittenQuestion.Option], _ question: inout WrittenQuestion
  ) {
    let given = answers.filter { !$0.isBlank && !QuizAnswers.isGap($0) }
    // Each answer is held against the whole question, and what is as long as this is refused in any case.
    let isTooMuch =
      max(given.count, options.count) > WrittenQuestion.mostOptions || prompt.count > DraftFields.longestText
    if isTooMuch, !given.isEmpty {
      question.answers = [.several]
      return
    }
    for answer in given {
      do throws(Doubt) {
        let read = try QuizAnswer(answer, to: prompt, options)
        question.answers.append(.text(read.answer))
        question.rationale = question.rationale ?? read.explanation
      } catch {
        question.answers.append(.several)
        question.doubt = question.doubt ?? error
      }
    }
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
    guard options.count <= WrittenQuestion.mostOptions, labels.contains(where: { $0 != nil }),
      !WrittenQuestion.areInSequence(labels)
    else { return nil }
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
