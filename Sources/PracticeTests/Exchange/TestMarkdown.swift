import LanguageModels

/// A test as a Markdown document, for reading and printing. Whatever stands in a question stays text: it is no markup,
/// and holds nothing that a terminal would take as a command.
public enum TestMarkdown {
  /// How code that stands in a question is set apart.
  public enum CodeStyle: Sendable {
    /// Between fences, for a file.
    case fenced
    /// Set in, for a reader at a terminal.
    case indented
  }

  /// The document; with `answers`, each question is followed by its key, the rationale and the quoted evidence.
  public static func document(_ test: StoredTest, answers: Bool, code: CodeStyle = .fenced) -> String {
    var parts = ["# \(MarkdownText.escaped(test.title))"]
    for (number, question) in test.questionsInReadingOrder.enumerated() {
      parts.append(self.question(question, number: number + 1, answers: answers, code: code))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The document, and the questions whose lines it joins or whose tags it leaves out.
  static func exported(_ test: StoredTest, answers: Bool) -> ExportedTest {
    let losses = test.questionsInReadingOrder.enumerated()
      .filter { $0.element.item.hasLines(withAnswers: answers) }
      .map { ExportLoss(question: $0.offset + 1, reason: Loss.lines) }
    return ExportedTest(text: document(test, answers: answers), losses: losses + tagLosses(test))
  }

  /// What is to be read or printed shows no tags.
  static func tagLosses(_ test: StoredTest) -> [ExportLoss] {
    test.inReadingOrder.enumerated().filter { !$0.element.tags.isEmpty }
      .map { ExportLoss(question: $0.offset + 1, reason: Loss.tags) }
  }

  /// One question with its number.
  public static func question(
    _ question: Question, number: Int, answers: Bool, code: CodeStyle = .fenced
  ) -> String {
    let writer = MarkdownText(code: code)
    var parts = [writer.text(question.item.prompt, behind: "## \(number).")]
    let options = question.item.choices.enumerated().map {
      writer.text($0.element, behind: "- \(OptionLetter.letter($0.offset)).", indent: "  ")
    }
    if !options.isEmpty { parts.append(options.joined(separator: "\n")) }
    if answers { parts.append(answer(question, writer)) }
    return parts.joined(separator: "\n\n")
  }

  private static func answer(_ question: Question, _ writer: MarkdownText) -> String {
    var parts = [key(question.item, writer)]
    if !question.item.keyPoints.isEmpty {
      let points = question.item.keyPoints.map { writer.text($0, behind: "-", indent: "  ") }
      parts.append(points.joined(separator: "\n"))
    }
    if let rationale = question.item.rationale { parts.append(writer.text(rationale)) }
    if let grounding = question.grounding {
      let place = "\(MarkdownText.escaped(grounding.source)), line \(grounding.line)"
      parts.append("> \(MarkdownText.escaped(grounding.quote))\n>\n> \(place)")
    } else if let evidence = question.item.evidence {
      parts.append("> \(MarkdownText.escaped(evidence))")
    }
    parts.append("*\(MarkdownText.escaped(origin(of: question)))*")
    return parts.joined(separator: "\n\n")
  }

  /// The answer. Of an option that holds code the letter is enough: the code stands above.
  private static func key(_ item: Item, _ writer: MarkdownText) -> String {
    guard let letter = item.correctIndex.map(OptionLetter.letter) else {
      return writer.text(item.correctAnswer, behind: "**Answer:**")
    }
    if TextBlock.hasCode(item.correctAnswer) { return "**Answer:** \(letter)" }
    return writer.text(item.correctAnswer, behind: "**Answer:** \(letter).")
  }

  /// Who wrote a question, whether the student changed it since, and whether its key was verified, in words.
  public static func origin(of question: Question) -> String {
    let provenance = question.provenance
    let edited = question.revision > 1 ? ", edited by you" : ""
    let writer: String
    switch provenance.origin {
    case .builtin: return "Built in, without a model\(edited)"
    case .imported: return "Brought from a file\(edited), not verified"
    case .model: writer = "Written by \(SafeText.line(provenance.model))\(edited)"
    }
    return switch provenance.verified {
    case true: "\(writer), verified"
    case false: "\(writer), not confirmed"
    case nil: "\(writer), not verified"
    }
  }
}

extension Item {
  /// Whether prose in what is shown of it stands on more lines than one.
  fileprivate func hasLines(withAnswers answers: Bool) -> Bool {
    let texts = [prompt] + choices + (answers ? [correctAnswer, rationale ?? ""] + keyPoints : [])
    return texts.flatMap(TextBlock.blocks).contains { block in
      if case .prose(let prose) = block { prose.trimming(\.isWhitespace).contains("\n") } else { false }
    }
  }
}
