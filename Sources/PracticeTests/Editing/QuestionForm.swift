/// A question in an editor: names such as "Answer:" at the beginning of a line, each with its text behind it. A text of
/// several lines stands below its name, set in, so that nothing in it can be taken for a name.
struct QuestionForm {
  /// The entries, in their order.
  let entries: [Entry]

  /// What a text is in its question.
  enum Name: Hashable {
    case question
    /// An option, counted from 0.
    case option(Int)
    case answer
    case alsoRight
    case keyPoint
    case explanation
    case quote

    /// How a line with it begins.
    var mark: String {
      switch self {
      case .question: "Question:"
      case .option(let index): "\(OptionLetter.letter(index)))"
      case .answer: "Answer:"
      case .alsoRight: "Also right:"
      case .keyPoint: "Key point:"
      case .explanation: "Explanation:"
      case .quote: "Quote:"
      }
    }

    /// The names that questions of a format have.
    static func all(of format: QuestionFormat) -> [Name] {
      let ofFormat: [Name] =
        switch format {
        case .multipleChoice: OptionLetter.all.indices.map(Name.option)
        case .trueFalse: []
        case .cloze, .shortAnswer: [.alsoRight]
        case .explanation: [.keyPoint]
        }
      return [.question, .answer, .explanation, .quote] + ofFormat
    }
  }

  /// A name and its text.
  struct Entry {
    var name: Name
    var text: String
    /// The line of its name, counted from 1, where it was read.
    var line = 0

    /// How it is written.
    var written: String {
      let lines = DraftFields.clean(text).split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.count > 1 else { return lines[0].isEmpty ? name.mark : "\(name.mark) \(lines[0])" }
      return ([name.mark] + lines.map { $0.isEmpty ? "" : "  \($0)" }).joined(separator: "\n")
    }

    var isOption: Bool {
      if case .option = name { true } else { false }
    }
  }
}
