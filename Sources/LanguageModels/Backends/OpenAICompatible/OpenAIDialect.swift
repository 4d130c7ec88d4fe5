/// OpenAI's chat completions, which most servers speak.
struct OpenAIDialect: ChatDialect {
  let base: ServerURL
  let chat: ServerURL
  let models: ServerURL
  var keyHeader = "authorization"
  let headers: [HTTPHeader] = []
  let schemaForms: [SchemaSupport] = [.jsonSchema, .jsonObject, .promptOnly]
  var needsModel = false
  var listsWhatItServes = true

  /// The usual paths beneath a base URL.
  init(_ url: ServerURL) {
    base = url.openAIBase
    chat = base.appending("chat/completions")
    models = base.appending("models")
  }

  /// Azure's paths: those of its version 1, or, where the address names an `api-version`, the dated ones with the
  /// deployment among them. Azure lists the models that it knows, not the deployments that are asked for.
  static func azure(_ url: ServerURL, deployment: String?) -> OpenAIDialect {
    let parts = url.path.split(separator: "/").map(String.init)
    let isDated = url.query?.contains("api-version=") == true && !parts.contains("v1")
    var dialect: OpenAIDialect
    if isDated {
      let named = parts.firstIndex(of: "deployments").map { parts[($0 + 1)...] }?.first
      dialect = OpenAIDialect(dated: url, deployment: named ?? ServerURL.component(deployment ?? ""))
      dialect.needsModel = named == nil
    } else {
      dialect = OpenAIDialect(parts.contains("v1") ? url : url.at("/openai/v1", keepingQuery: true))
      dialect.needsModel = true
    }
    dialect.keyHeader = "api-key"
    dialect.listsWhatItServes = false
    return dialect
  }

  private init(dated url: ServerURL, deployment: String) {
    base = url.at("/openai", keepingQuery: true)
    chat = base.appending("deployments/\(deployment)/chat/completions")
    models = base.appending("models")
  }

  /// A server may list the path of the file that it was started with.
  func serves(_ name: String, _ models: [ModelInfo]) -> Bool {
    models.contains { model in
      let file = model.name.split(separator: "/").last ?? ""
      return model.name == name || file == name || file == name + ".gguf"
    }
  }
}

extension OpenAIDialect {
  func tokenCount(of text: String, model: String?) -> TokenCount? { nil }

  func read(_ json: JSONValue, isWhole: Bool) -> ChatPiece {
    var piece = ChatPiece()
    piece.model = json["model"]?.string
    piece.version = json["system_fingerprint"]?.string
    Self.readUsage(json, &piece)
    guard let choice = json["choices"]?.elements?.first else { return piece }
    piece.isAnswer = true
    let message = choice[isWhole ? "message" : "delta"]
    let thoughts = ["reasoning_content", "reasoning", "thinking"].lazy.compactMap { message?[$0]?.string }
    if let thought = thoughts.first(where: { !$0.isEmpty }) { piece.deltas.append(.reasoning(thought)) }
    if let content = message?["content"]?.string { piece.deltas.append(.text(content)) }
    piece.finishReason = choice["finish_reason"]?.string.map(Self.finishReason)
    return piece
  }

  private static func readUsage(_ json: JSONValue, _ piece: inout ChatPiece) {
    if let usage = json["usage"] {
      piece.promptTokens = usage["prompt_tokens"]?.count
      piece.outputTokens = usage["completion_tokens"]?.count
      piece.cachedPromptTokens = usage["prompt_tokens_details"]?["cached_tokens"]?.count
    }
    if let timings = json["timings"], let cached = timings["cache_n"]?.count, let read = timings["prompt_n"]?.count {
      piece.cachedPromptTokens = cached
      piece.promptTokens = cached.addingReportingOverflow(read).partialValue
      piece.outputTokens = timings["predicted_n"]?.count ?? piece.outputTokens
    }
  }

  private static func finishReason(_ name: String) -> LLMResponse.FinishReason {
    switch name {
    case "stop", "eos", "end_turn": .stop
    case "length", "max_tokens": .length
    default: .other(SafeText.line(name, limit: 40))
    }
  }
}
