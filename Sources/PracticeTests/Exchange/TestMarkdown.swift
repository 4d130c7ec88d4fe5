/// A test as a Markdown document, for reading and printing.
public enum TestMarkdown {
  /// The document; with `answers`, each question is followed by its key, the rationale and the quoted evidence.
  public static func document(_ test: StoredTest, answers: Bool) -> String {
    var parts = ["# \(escaped(test.title))"]
    for (number, question) in test.questions.enumerated() {
      parts.append("## \(number + 1). \(escaped(question.item.prompt))")
      let options = zip("ABCDE", question.item.choices).map { letter, option in "- \(letter). \(escaped(option))" }
      if !options.isEmpty { parts.append(options.joined(separator: "\n")) }
      if answers { parts.append(answer(question)) }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func answer(_ question: Question) -> String {
    var lines = ["**Answer:** \(escaped(key(question.item)))"]
    if let rationale = question.item.rationale { lines.append(escaped(rationale)) }
    if let grounding = question.grounding {
      lines.append("> \(escaped(grounding.quote))\n>\n> \(escaped(grounding.source)), line \(grounding.line)")
    }
    lines.append("*\(origin(question.provenance))*")
    return lines.joined(separator: "\n\n")
  }

  private static func key(_ item: Item) -> String {
    guard let index = item.correctIndex, index < 5 else { return item.correctAnswer }
    return "\(Array("ABCDE")[index]). \(item.correctAnswer)"
  }

  /// Who wrote a question and whether its key was verified, in words.
  public static func origin(_ provenance: Provenance) -> String {
    guard provenance.origin == .model else { return "Built in, without a model" }
    switch provenance.verified {
    case true: return "Written by \(provenance.model), verified"
    case false: return "Written by \(provenance.model), not confirmed"
    case nil: return "Written by \(provenance.model), not verified"
    }
  }

  /// One line, with the characters that mean something in Markdown escaped; a blank stays a blank.
  private static func escaped(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.reduce(into: "") { result, character in
      if "\\`*_[]<>#|".contains(character) { result.append("\\") }
      result.append(character)
    }
  }
}
