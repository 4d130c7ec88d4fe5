import LanguageModels
import PracticeTests

/// What `testlet backends test` says.
enum TrialReport {
  /// The whole way of one question.
  static func text(_ trial: QuestionTrial) -> String {
    let prompt = trial.prompt.map { "[\($0.role.rawValue)]\n\($0.content)" }.joined(separator: "\n\n")
    let gates =
      trial.violations.isEmpty
      ? ["every gate passed"]
      : trial.violations.map { "\($0.gate.rawValue) (\($0.action.rawValue)): \(SafeText.line($0.message, limit: 500))" }
    let verdict = trial.isKept ? "It would be kept." : "It would not be kept as it is."
    return """
      Prompt
      \(prompt)

      Answer
      \(trial.response.text)

      Gates
      \(gates.map { "- \($0)" }.joined(separator: "\n"))
      \(verdict)
      """
  }

  /// Who answered, and what it took.
  static func accounting(_ response: LLMResponse) -> String {
    let usage = response.usage
    let seconds = (usage.seconds * 10).rounded() / 10
    return Output.plain(
      "\(response.backend), \(response.model): read \(usage.promptTokens) tokens (\(usage.cachedPromptTokens) of them "
        + "kept from before), wrote \(usage.outputTokens) in \(seconds) s")
  }

  static func object(_ trial: QuestionTrial) -> JSONValue {
    let messages = trial.prompt.map { message in
      JSONValue.members([("role", .string(message.role.rawValue)), ("content", .string(message.content))])
    }
    let violations = trial.violations.map { violation in
      JSONValue.members([
        ("gate", .string(violation.gate.rawValue)), ("field", .string(violation.field)),
        ("action", .string(violation.action.rawValue)), ("message", .string(violation.message)),
      ])
    }
    return .object(
      [JSONMember("prompt", .array(messages))] + (object(trial.response).members ?? [])
        + [JSONMember("kept", .bool(trial.isKept)), JSONMember("violations", .array(violations))])
  }

  static func object(_ response: LLMResponse) -> JSONValue {
    .members([
      ("answer", .string(response.text)), ("backend", .string(response.backend)), ("model", .string(response.model)),
      ("seconds", .number(response.usage.seconds)), ("promptTokens", .number(response.usage.promptTokens)),
      ("cachedPromptTokens", .number(response.usage.cachedPromptTokens)),
      ("outputTokens", .number(response.usage.outputTokens)),
    ])
  }
}
