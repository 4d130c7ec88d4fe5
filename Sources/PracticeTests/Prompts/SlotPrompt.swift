import Assets
import LanguageModels

/// The request that asks a model to write the question of one slot.
///
/// What is the same for all slots comes first, then the passage, then the slot, so that a server pays for the shared
/// part once; what a retry adds comes last.
struct SlotPrompt {
  /// What is to be written.
  var slot: QuestionSlot
  /// What it is grounded in.
  var passage: Passage
  /// What was wrong with the draft before, if there was one.
  var violations: [Violation] = []

  /// The conversation that is sent.
  var messages: [LLMMessage] {
    [LLMMessage(.system, Assets.Prompt.rules), LLMMessage(.user, "\(passageText)\n\n\(slotText)")]
  }

  /// Our own words, without the passage: what a draft must not echo.
  var ownWords: String {
    "\(Assets.Prompt.rules)\n\(slotText)"
  }

  private var passageText: String {
    "Topic: \(passage.topic)\n\nPassage:\n\(passage.text)"
  }

  private var slotText: String {
    var lines = [instruction, "Task: \(slot.template.instruction)", "Level: \(slot.bloom.instruction)"]
    lines.append(
      "The question is meant to be \(slot.difficulty.rawValue) and has at most \(slot.maxPromptWords) words.")
    if !violations.isEmpty {
      lines.append("Your last draft could not be used. Write a new one and mend this:")
      lines += violations.map { "- \($0.message)" }
    }
    return lines.joined(separator: "\n")
  }

  private var instruction: String {
    switch slot.format {
    case .multipleChoice:
      Assets.Prompt.multipleChoice.replacing("{distractors}", with: String(slot.choices - 1))
    case .trueFalse: Assets.Prompt.trueFalse.replacing("{truth}", with: slot.truth ? "true" : "false")
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
