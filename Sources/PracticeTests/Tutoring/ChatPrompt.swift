import Assets
import LanguageModels

/// The requests of a conversation. What all of them share comes first, byte for byte: the rules, the passage, the
/// question; then what was said.
struct ChatPrompt {
  /// The conversation.
  var chat: QuestionChat
  /// What the question is grounded in.
  var passage: Passage?

  /// Turns that a model is told of.
  var turns: Int { exchanges.count }

  /// Asks the next question.
  ///
  /// - Parameter count: the earliest turns that are left out.
  func messages(asking question: String, forgetting count: Int) -> [LLMMessage] {
    let said = exchanges.dropFirst(count).flatMap { exchange in
      [LLMMessage(.user, exchange.asked), LLMMessage(.assistant, exchange.said)]
    }
    var turns = said + [LLMMessage(.user, question)]
    for index in turns.indices { turns[index].content = PromptFence.withoutTurnMarks(turns[index].content) }
    // Models want a user's turn after the rules, and no two in a row.
    turns[0].content = "\(material)\n\nThe student asks: \(turns[0].content)"
    return [LLMMessage(.system, Assets.Prompt.chat)] + turns
  }

  private var exchanges: [(asked: String, said: String)] {
    chat.turns.compactMap { turn -> (asked: String, said: String)? in
      switch turn {
      case .answer(let answer): (answer.question, answer.text)
      case .simplification(let simplification):
        simplification.fault == nil ? ("Say that in simpler words.", simplification.text) : nil
      }
    }
  }

  // MARK: - Material

  private var material: String {
    var parts = options
    parts.insert("Question: \(PromptFence.line(item.prompt))", at: 0)
    if let passageText { parts.insert(passageText, at: 0) }
    parts.append("Right answer: \(PromptFence.line(OptionLetter.key(of: item)))")
    if let rationale = item.rationale { parts.append("Why it is right:\n\(PromptFence.around(rationale))") }
    return (parts + [given]).joined(separator: "\n")
  }

  private var item: Item { chat.question.item }

  /// Without the notes, the words that were quoted from them.
  private var passageText: String? {
    if let passage { return "Passage:\n\(PromptFence.around("Topic: \(passage.topic)\n\n\(passage.text)"))" }
    return (chat.question.grounding?.quote ?? item.evidence).map { "Passage:\n\(PromptFence.around($0))" }
  }

  private var options: [String] {
    item.choices.enumerated().map { "\(OptionLetter.letter($0)). \(PromptFence.line($1))" }
  }

  private var given: String {
    switch chat.response.answer {
    case .choice(let index) where item.choices.indices.contains(index):
      "The student's answer: \(OptionLetter.letter(index)). \(PromptFence.line(item.choices[index]))"
    case .text(let text): "The student's answer:\n\(PromptFence.around(text))"
    case .choice, nil: "The student gave no answer."
    }
  }
}
