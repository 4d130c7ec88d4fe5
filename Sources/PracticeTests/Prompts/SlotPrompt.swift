import Assets
import LanguageModels

/// The request that asks a model to write the question of one slot.
///
/// What is the same for all slots of a format comes first, byte for byte, then the passage, then the slot, so that a
/// server pays for the shared part once; what a retry adds comes last.
struct SlotPrompt {
  /// What is to be written.
  var slot: QuestionSlot
  /// What it is grounded in.
  var passage: Passage
  /// What the notes say elsewhere of its terms.
  var neighbours: [String] = []
  /// What was wrong with the draft before, if there was one.
  var violations: [Violation] = []

  /// The conversation that is sent.
  var messages: [LLMMessage] {
    [LLMMessage(.system, shared), LLMMessage(.user, "\(passageText)\(neighboursText)\n\n\(slotText)")]
  }

  /// Our own words, without the passage: what a draft must not echo.
  var ownWords: String {
    "\(shared)\n\(slotText)"
  }

  private var shared: String {
    "\(Assets.Prompt.rules)\n\(format)"
  }

  /// Headings are notes too: the topic stands inside the fence.
  private var passageText: String {
    "Passage:\n\(PromptFence.around("Topic: \(passage.topic)\n\n\(passage.text)"))"
  }

  private var neighboursText: String {
    guard !neighbours.isEmpty else { return "" }
    let sentences = neighbours.map { "- \($0)" }.joined(separator: "\n")
    let purpose = "Elsewhere in the notes, only to understand the passage; never quote it:"
    return "\n\n\(purpose)\n\(PromptFence.around(sentences))"
  }

  private var slotText: String {
    var lines = ["Task: \(slot.template.instruction)", "Level: \(slot.bloom.instruction)"]
    if slot.format == .trueFalse { lines.append("The statement must be \(slot.truth ? "true" : "false").") }
    lines.append(
      "The question is meant to be \(slot.difficulty.rawValue) and has at most \(slot.maxPromptWords) words.")
    if !violations.isEmpty {
      lines.append("Your last draft could not be used. Write a new one and mend this:")
      lines += violations.map { "- \(PromptFence.line($0.message))" }
    }
    return lines.joined(separator: "\n")
  }

  private var format: String {
    switch slot.format {
    case .multipleChoice:
      Assets.Prompt.multipleChoice.replacing("{distractors}", with: String(slot.choices - 1))
    case .trueFalse: Assets.Prompt.trueFalse
    case .cloze: Assets.Prompt.cloze
    case .shortAnswer: Assets.Prompt.shortAnswer
    case .explanation: Assets.Prompt.explanation
    }
  }
}

extension QuestionTemplate {
  /// The task in words that a model follows.
  var instruction: String {
    switch self {
    case .conceptIdentification: "ask for the concept that fits a description."
    case .causeAndEffect: "ask for the cause or the effect of something in the passage."
    case .scenarioChange: "ask what follows when something in a situation changes."
    case .dataInterpretation: "ask what a figure, a result or an observation in the passage means."
    case .compareAndContrast: "ask for what two things in the passage share or how they differ."
    }
  }
}

extension BloomLevel {
  /// The level in words that a model follows.
  var instruction: String {
    switch self {
    case .remember: "the student recalls a fact or a term."
    case .understand: "the student shows that an idea is understood."
    case .apply: "the student uses an idea in a new situation."
    case .analyze: "the student sees how parts of an idea hang together."
    case .evaluate: "the student judges by a criterion that the passage gives."
    }
  }
}
