import LanguageModels

/// A test as a Markdown document, for reading and printing. Whatever stands in a question stays text: it is no markup,
/// and holds nothing that a terminal would take as a command.
public enum TestMarkdown {
  /// The document; with `answers`, each question is followed by its key, the rationale and the quoted evidence.
  public static func document(_ test: StoredTest, answers: Bool) -> String {
    var parts = ["# \(escaped(test.title))"]
    for (number, question) in test.inReadingOrder.enumerated() {
      parts.append(self.question(question, number: number + 1, answers: answers))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The document, and the questions whose lines it joins.
  static func exported(_ test: StoredTest, answers: Bool) -> ExportedTest {
    let losses = test.inReadingOrder.enumerated().filter { $0.element.item.hasLines(withAnswers: answers) }.map {
      ExportLoss(question: $0.offset + 1, reason: Loss.lines)
    }
    return ExportedTest(text: document(test, answers: answers), losses: losses)
  }

  /// One question with its number.
  public static func question(_ question: Question, number: Int, answers: Bool) -> String {
    var parts = ["## \(number). \(escaped(question.item.prompt))"]
    let options = question.item.choices.enumerated().map {
      "- \(OptionLetter.letter($0.offset)). \(escaped($0.element))"
    }
    if !options.isEmpty { parts.append(options.joined(separator: "\n")) }
    if answers { parts.append(answer(question)) }
    return parts.joined(separator: "\n\n")
  }

  private static func answer(_ question: Question) -> String {
    var lines = ["**Answer:** \(key(question.item))"]
    if !question.item.keyPoints.isEmpty {
      lines.append(question.item.keyPoints.map { "- \(escaped($0))" }.joined(separator: "\n"))
    }
    if let rationale = question.item.rationale { lines.append(escaped(rationale)) }
    if let grounding = question.grounding {
      lines.append("> \(escaped(grounding.quote))\n>\n> \(escaped(grounding.source)), line \(grounding.line)")
    } else if let evidence = question.item.evidence {
      lines.append("> \(escaped(evidence))")
    }
    lines.append("*\(escaped(origin(of: question)))*")
    return lines.joined(separator: "\n\n")
  }

  private static func key(_ item: Item) -> String {
    let answer = escaped(item.correctAnswer)
    return item.correctIndex.map { "\(OptionLetter.letter($0)). \(answer)" } ?? answer
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

  /// One line, with the characters that mean something in Markdown escaped; a blank stays a blank.
  private static func escaped(_ text: String) -> String {
    let line = SafeText.oneLine(text)
    var result = ""
    for (place, character) in line.enumerated() {
      if "\\`*_[]<>#|~&$".contains(character) || place == 0 && "-+=:".contains(character) { result.append("\\") }
      result.append(character)
    }
    return escapingListNumber(result)
  }

  /// "1. x" at the beginning of a line would be a list.
  private static func escapingListNumber(_ line: String) -> String {
    let rest = line.drop { $0.isASCII && $0.isNumber }
    guard rest.count < line.count, let mark = rest.first, mark == "." || mark == ")" else { return line }
    return line.prefix(line.count - rest.count) + "\\" + rest
  }
}

extension Item {
  /// Whether what is shown of it stands on more lines than one.
  fileprivate func hasLines(withAnswers answers: Bool) -> Bool {
    let texts = [prompt] + choices + (answers ? [correctAnswer, rationale ?? ""] + keyPoints : [])
    return texts.contains { $0.contains("\n") }
  }
}
