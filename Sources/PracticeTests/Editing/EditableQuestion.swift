/// A question as a text that a person changes in an editor: a form that is read at once, without markup.
public enum EditableQuestion {
  /// The text: how to change it, and what the question says. Characters that can't be seen are not in it.
  public static func text(_ item: Item) -> String {
    let parts = parts(of: item).map { $0.map(\.written).joined(separator: "\n") }
    return ([help(item.format)] + parts).joined(separator: "\n\n") + "\n"
  }

  private static func help(_ format: QuestionFormat) -> String {
    let answers =
      switch format {
      case .multipleChoice: ["Answer: the letter of the right option."]
      case .trueFalse: ["Answer: True or False."]
      case .cloze, .shortAnswer: ["Also right: another right answer. Write one in each such line, or none."]
      case .explanation: ["Key point: what a full answer mentions. Write one in each such line."]
      }
    let lines =
      ["Change the question, save it and close the editor. It is checked before it is kept."] + answers + [
        "Quote: the sentence of the notes that shows the answer, word for word.",
        "A text of several lines stands below its name, each line behind two spaces.",
        "These lines with a # above the question are left out.",
      ]
    return lines.map { "# \($0)" }.joined(separator: "\n")
  }

  /// The entries, between which no empty line stands within a part.
  private static func parts(of item: Item) -> [[QuestionForm.Entry]] {
    typealias Entry = QuestionForm.Entry
    // An empty entry shows where one can be written.
    func list(_ name: QuestionForm.Name, _ texts: [String]) -> [Entry] {
      (texts.isEmpty ? [""] : texts).map { Entry(name: name, text: $0) }
    }
    let answers =
      switch item.format {
      case .multipleChoice:
        item.choices.enumerated().map { Entry(name: .option($0.offset), text: $0.element) } + [
          Entry(name: .answer, text: item.correctIndex.map(OptionLetter.letter) ?? "")
        ]
      case .trueFalse: [Entry(name: .answer, text: item.correctAnswer)]
      case .cloze, .shortAnswer:
        [Entry(name: .answer, text: item.correctAnswer)] + list(.alsoRight, item.acceptedAnswers)
      case .explanation: [Entry(name: .answer, text: item.correctAnswer)] + list(.keyPoint, item.keyPoints)
      }
    return [
      [Entry(name: .question, text: item.prompt)], answers, [Entry(name: .explanation, text: item.rationale ?? "")],
      [Entry(name: .quote, text: item.evidence ?? "")],
    ]
  }

  /// The item that a changed text of it says.
  ///
  /// - Throws: ``EditError/refused(_:)`` where anything in the text can't be read.
  public static func item(_ text: String, changing old: Item) throws(EditError) -> Item {
    let form = try QuestionForm(text, of: old.format)
    var item = old
    item.prompt = try form.text(.question, changing: old.prompt)
    // A question that was brought in may have neither; the gates ask for both elsewhere.
    item.rationale = try form.optionalText(.explanation, changing: old.rationale)
    item.evidence = try form.optionalText(.quote, changing: old.evidence)
    switch old.format {
    case .multipleChoice:
      item.choices = try form.options(changing: old.choices)
      item.choose(try form.place(of: item.choices.indices.map(OptionLetter.letter)))
    case .trueFalse: item.choose(try form.place(of: old.choices))
    case .cloze, .shortAnswer:
      item.correctAnswer = try form.text(.answer, changing: old.correctAnswer)
      item.acceptedAnswers = try form.texts(.alsoRight, changing: old.acceptedAnswers)
    case .explanation:
      item.correctAnswer = try form.text(.answer, changing: old.correctAnswer)
      item.keyPoints = try form.texts(.keyPoint, changing: old.keyPoints)
    }
    return item
  }
}

extension Item {
  /// Makes an option the key.
  fileprivate mutating func choose(_ index: Int) {
    (correctIndex, correctAnswer) = (index, choices[index])
  }
}
