/// How one family of servers wants to be asked for a completion, and how it answers.
protocol ChatDialect: Sendable {
  /// The address under which the server's paths are, as it is shown.
  var base: ServerURL { get }
  /// Where completions are asked for.
  var chat: ServerURL { get }
  /// Where the models are listed.
  var models: ServerURL { get }
  /// The header that carries the key.
  var keyHeader: String { get }
  /// What else every request says.
  var headers: [HTTPHeader] { get }
  /// The forms in which the server may take a schema, best first; the last needs nothing of it.
  var schemaForms: [SchemaSupport] { get }
  /// Whether a request has to name its model.
  var needsModel: Bool { get }
  /// Whether the models that it lists are the names to ask for.
  var listsWhatItServes: Bool { get }

  /// The body of a request, in the form that the server is known to take.
  func body(
    _ request: LLMRequest, configuration: LLMBackendConfig, adaptations: ServerAdaptations
  ) -> JSONValue

  /// What one event of a stream says, or the whole body of an answer that was not streamed.
  func read(_ json: JSONValue, isWhole: Bool) -> ChatPiece

  /// Whether one of the models that the server lists answers to a name.
  func serves(_ name: String, _ models: [ModelInfo]) -> Bool

  /// How the tokens of a text are asked for; `nil` where the servers of this dialect have no counter.
  func tokenCount(of text: String, model: String?) -> TokenCount?
}

/// A question for the tokens of a text.
struct TokenCount: Sendable {
  var url: ServerURL
  var body: JSONValue
  /// Finds the number in the answer.
  var read: @Sendable (JSONValue) -> Int?
}

/// What one event, or one whole body, adds to an answer.
struct ChatPiece: Sendable {
  /// Pieces of the answer and of the reasoning, in order.
  var deltas: [LLMDelta] = []
  /// Why the model stopped, once it has.
  var finishReason: LLMResponse.FinishReason?
  /// The model that answers, as the server names it.
  var model: String?
  /// The server's version of itself, where it names one.
  var version: String?
  /// What the server has counted.
  var promptTokens: Int?
  var cachedPromptTokens: Int?
  var outputTokens: Int?
  /// Whether this belongs to an answer at all.
  var isAnswer = false
  /// Whether nothing more will come.
  var isLast = false
}

extension LLMBackendConfig {
  /// The dialect of the configured profile.
  ///
  /// - Throws: ``LLMError/badURL(_:)``.
  var dialect: any ChatDialect {
    get throws(LLMError) {
      let url = try ServerURL(url ?? "")
      return switch profile {
      case .anthropic: AnthropicDialect(url)
      case .azure: OpenAIDialect.azure(url, deployment: model)
      default: OpenAIDialect(url)
      }
    }
  }
}

extension JSONValue {
  /// A count of tokens; `nil` for anything else.
  var count: Int? { int.map { max(0, $0) } }
}
