import LanguageModels

/// A test in GIFT, the text format of Moodle's question bank.
enum TestGIFT {
  /// The file; a category line stands before the first question of each topic.
  static func document(_ test: StoredTest) -> ExportedTest {
    var topic: String?
    return .write(test, head: ["// \(SafeText.line(test.title))"], separator: "\n\n") { question, slot, losses in
      guard let body = body(question.item, &losses) else { return [] }
      if slot.tags.map(GIFTTags.held) != slot.tags { losses.append(Loss.tagWords) }
      if question.item.seemsCloze { losses.append(Loss.blank) }
      let category = question.topic == topic ? [] : ["$CATEGORY: \(MoodleCategory.path(test, question))"]
      topic = question.topic
      let tags = GIFTTags.comment(LevelTags.tags(question) + slot.tags)
      return category + ["\(tags)\n[plain]\(escaped(question.item.prompt)) {\(body)}"]
    }
  }

  /// What stands between the braces; `nil` where GIFT would take the question for something else.
  private static func body(_ item: Item, _ losses: inout [String]) -> String? {
    if item.evidence != nil { losses.append(Loss.evidence) }
    var feedback = item.rationale.map { [$0] } ?? []
    let answers: [String]
    switch item.format {
    case .multipleChoice:
      answers = item.choices.enumerated().map { option($0.element, isRight: $0.offset == item.correctIndex) }
    case .trueFalse: answers = [item.correctIndex == 0 ? "TRUE" : "FALSE"]
    case .cloze, .shortAnswer:
      let texts = [item.correctAnswer] + item.acceptedAnswers
      if texts.contains(where: { $0.contains("->") }) {
        losses = [Loss.whole("GIFT takes \"->\" in an answer for a pair to match")]
        return nil
      }
      answers = texts.map { option(MoodleWildcard.escaped($0), isRight: true) }
    case .explanation:
      // An essay has no answer of its own.
      answers = []
      feedback = [ModelAnswer.text(item)] + feedback
      losses.append("the model answer and the key points stand in the feedback, and are not read back")
    }
    let end = item.format == .trueFalse || answers.isEmpty ? "" : "\n"
    let general =
      feedback.isEmpty ? "" : "\(end.isEmpty ? "" : "\n\t")####\(escaped(feedback.joined(separator: "\n\n")))"
    return answers.joined() + general + end
  }

  /// An answer on a line of its own; one that begins like a weight ("%50%") is given its weight.
  private static func option(_ text: String, isRight: Bool) -> String {
    let weight = text.hasPrefix("%") ? "%\(isRight ? 100 : 0)%" : ""
    return "\n\t\(isRight ? "=" : "~")\(weight)\(escaped(text))"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in SafeText.text(text) {
      switch character {
      case "\n": result += "\\n"
      case "\\", "~", "=", "#", "{", "}", ":": result += "\\\(character)"
      default: result.append(character)
      }
    }
    return result
  }
}
