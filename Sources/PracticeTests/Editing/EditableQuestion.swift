import LanguageModels

/// A question as a text that a person changes in an editor: JSON, with the names of `testlet show --json`.
public enum EditableQuestion {
  /// The text, one field a line.
  public static func text(_ item: Item) -> String {
    let fields = fields(of: item).map { name, value in
      guard let elements = value.elements, !elements.isEmpty else { return "  \"\(name)\": \(value.text)" }
      return "  \"\(name)\": [\n\(elements.map { "    \($0.text)" }.joined(separator: ",\n"))\n  ]"
    }
    return "{\n\(fields.joined(separator: ",\n"))\n}\n"
  }

  private static func fields(of item: Item) -> [(String, JSONValue)] {
    var fields: [(String, JSONValue)] = [("prompt", .string(item.prompt))]
    if item.format == .multipleChoice { fields.append(("choices", .strings(item.choices))) }
    fields.append(("correctAnswer", .string(item.correctAnswer)))
    switch item.format {
    case .cloze, .shortAnswer: fields.append(("acceptedAnswers", .strings(item.acceptedAnswers)))
    case .explanation: fields.append(("keyPoints", .strings(item.keyPoints)))
    case .multipleChoice, .trueFalse: break
    }
    return fields + [
      ("rationale", .string(item.rationale ?? "")), ("evidence", .string(item.evidence ?? "")),
    ]
  }

  /// The item that a changed text of it says.
  ///
  /// - Throws: ``EditError/refused(_:)`` where the text can't be read.
  public static func item(_ text: String, changing old: Item) throws(EditError) -> Item {
    guard let members = TolerantJSON.read(text).values.first?.members else {
      throw .refused([
        Violation(gate: .schema, field: "json", action: .reject, message: "The text is not one JSON object any more.")
      ])
    }
    var fields = DraftFields(members)
    var item = old
    item.prompt = fields.text("prompt")
    item.correctAnswer = fields.text("correctAnswer")
    // A question that was brought in may have neither; the gates ask for both elsewhere.
    item.rationale = fields.optionalText("rationale")
    item.evidence = fields.optionalText("evidence")
    switch old.format {
    case .multipleChoice: item.choices = fields.texts("choices", mayBeEmpty: false)
    case .cloze, .shortAnswer: item.acceptedAnswers = fields.texts("acceptedAnswers", mayBeEmpty: true)
    case .explanation: item.keyPoints = fields.texts("keyPoints", mayBeEmpty: false)
    case .trueFalse: break
    }
    guard fields.violations.isEmpty else { throw .refused(fields.violations) }
    if !item.choices.isEmpty { item.correctIndex = item.choices.firstIndex(of: item.correctAnswer) }
    return item
  }
}
