import Assets
import LanguageModels

/// How a model is asked what plain words mean. No name that is known is told to it: it copies names from the request, and
/// they are looked up here.
enum PlainPrompt {
  /// Actions that a model can name.
  enum ActionName: String, CaseIterable {
    case makeTest = "make-test"
    case review, stats, search
    case openTest = "open-test"
    case deleteTest = "delete-test"
    case exportTest = "export-test"
    case summarize
    case listTests = "list-tests"
    case settings
    case nothing = "none"
  }

  /// The most tokens of an answer.
  static let maxTokens = 300
  /// Longer requests are none of a sentence or two.
  static let mostCharacters = 500

  /// What the answer must look like. A field that the request says nothing of is empty.
  static var schema: JSONSchema {
    func oneOf(_ values: [String]) -> JSONSchema { .oneOf(values + [""]) }
    let fields: [(String, JSONSchema)] = [
      ("action", .oneOf(ActionName.allCases.map(\.rawValue))), ("count", .string),
      ("difficulty", oneOf(Difficulty.allCases.map(\.rawValue))),
      ("formats", .array(.oneOf(QuestionFormat.allCases.map(\.rawValue)))), ("topics", .array(.string)),
      ("notes", .array(.string)), ("course", .string), ("test", .string),
      ("export", oneOf(ExportFormat.allCases.map(\.rawValue))), ("words", .string),
    ]
    return .object(fields.map { JSONSchema.Property($0.0, $0.1) })
  }

  /// Asks what a request means.
  static func messages(_ request: String) -> [LLMMessage] {
    let words = String(request.prefix(mostCharacters))
    return [LLMMessage(.system, Assets.Prompt.plainWords), LLMMessage(.user, "Request:\n\(PromptFence.around(words))")]
  }

  /// The tokens that a request and its answer need at the least.
  static var leastTokens: Int { maxTokens + Assets.Prompt.plainWords.utf8.count / 4 }
}
