import Assets
import LanguageModels

/// One small request of staged drafting: instructions with worked examples that are the same every time, so that a
/// server computes them once, then the material.
enum DraftStage: Sendable, Hashable {
  /// A question whose answer is given.
  case ask
  /// A sentence that holds given words.
  case restate
  /// An answer out of some phrases of a sentence, and a question for it.
  case choose(among: [String])
  /// Wrong answers to a question.
  case wrongAnswers
  /// A question that asks for an explanation, and its answer.
  case explain

  /// The instructions, with examples.
  var instructions: String {
    switch self {
    case .ask: Assets.Prompt.stageAsk
    case .restate: Assets.Prompt.stageRestate
    case .choose: Assets.Prompt.stageChoose
    case .wrongAnswers: Assets.Prompt.stageWrongAnswers
    case .explain: Assets.Prompt.stageExplain
    }
  }

  /// The form of the answer.
  var schema: JSONSchema {
    switch self {
    case .ask: .object([.init("question", .string)])
    case .restate: .object([.init("sentence", .string)])
    case .choose(let phrases): .object([.init("answer", .oneOf(phrases)), .init("question", .string)])
    case .wrongAnswers: .object([.init("wrong", .array(.string))])
    case .explain:
      .object([.init("question", .string), .init("answer", .string), .init("points", .array(.string))])
    }
  }

  /// The most tokens of the answer: twice what the instructions ask for.
  var maxTokens: Int {
    switch self {
    case .ask, .restate: 160
    case .choose, .wrongAnswers: 200
    case .explain: 500
    }
  }

  /// The request for some material, each piece with its name, and with what was wrong with the answer before.
  func request(_ material: [(name: String, text: String)], attempt: Int, violations: [Violation]) -> LLMRequest {
    var lines = material.map { "\($0.name): \(PromptFence.line($0.text))" }
    if !violations.isEmpty {
      lines.append("\nYour last answer could not be used. Write a new one and mend this:")
      lines += violations.map { "- \(PromptFence.line($0.message))" }
    }
    return LLMRequest(
      messages: [LLMMessage(.system, instructions), LLMMessage(.user, lines.joined(separator: "\n"))], schema: schema,
      maxTokens: maxTokens, temperature: Self.temperature(attempt: attempt), seed: UInt64(attempt))
  }

  /// Later tries are warmer, so that a model does not make the same fault again. A guess, not yet measured.
  static func temperature(attempt: Int) -> Double {
    min(0.3 + 0.2 * Double(attempt), 1.0)
  }
}
