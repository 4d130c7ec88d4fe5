/// What the worker is asked for.
enum MLXCommand: Sendable {
  /// Loads a model, downloaded if that is allowed and it has to be.
  case load(model: String, mayDownload: Bool)
  /// Brings a model to the hub's cache.
  case download(model: String)
  /// Completes messages.
  case generate(messages: [LLMMessage], schema: JSONSchema?, maxTokens: Int, temperature: Double, seed: UInt64?)
  /// Counts the tokens of a text.
  case count(String)
  /// Stops another command.
  case cancel(Int)
  /// Asks for a sign of life.
  case ping

  /// The command as a line for the worker.
  func line(id: Int) -> String {
    JSONValue.object([JSONMember("id", .number(id))] + members).text + "\n"
  }

  private var members: [JSONMember] {
    switch self {
    case .load(let model, let mayDownload):
      Self.operation("load") + [JSONMember("model", .string(model)), JSONMember("download", .bool(mayDownload))]
    case .download(let model): Self.operation("download") + [JSONMember("model", .string(model))]
    case .generate(let messages, let schema, let maxTokens, let temperature, let seed):
      Self.operation("generate") + [
        JSONMember("messages", .array(messages.map(\.json))), JSONMember("schema", schema?.json ?? .null),
        JSONMember("max_tokens", .number(maxTokens)), JSONMember("temperature", .number(temperature)),
        JSONMember("seed", seed.map { .number(String($0)) } ?? .null),
      ]
    case .count(let text): Self.operation("count") + [JSONMember("text", .string(text))]
    case .cancel(let target): Self.operation("cancel") + [JSONMember("target", .number(target))]
    case .ping: Self.operation("ping")
    }
  }

  private static func operation(_ name: String) -> [JSONMember] { [JSONMember("op", .string(name))] }
}

/// What the worker answers.
enum MLXEvent: Sendable, Hashable {
  /// Bytes of a download.
  case progress(done: Int64, total: Int64)
  /// The model is loaded.
  case ready(MLXModel)
  /// A piece of the answer.
  case delta(String)
  /// The command is done.
  case done(LLMResponse.FinishReason, LLMUsage)
  /// The tokens of a text.
  case counted(Int)
  /// The worker lives.
  case pong
  /// The command failed.
  case failure(LLMError)

  /// Reads an answer; `nil` for one that is not known.
  init?(_ json: JSONValue) {
    func count(_ name: String) -> Int { max(0, json[name]?.int ?? 0) }
    switch json["event"]?.string {
    case "progress": self = .progress(done: Int64(count("done")), total: Int64(count("total")))
    case "ready":
      let context = count("context")
      self = .ready(
        MLXModel(contextTokens: context > 0 ? context : nil, constrains: json["constrains"]?.bool ?? false))
    case "delta": self = .delta(json["text"]?.string ?? "")
    case "done":
      let usage = LLMUsage(
        promptTokens: count("prompt"), cachedPromptTokens: count("cached"), outputTokens: count("output"))
      self = .done(json["finish"]?.string == "length" ? .length : .stop, usage)
    case "counted": self = .counted(count("tokens"))
    case "pong": self = .pong
    case "error": self = .failure(Self.failure(json))
    default: return nil
    }
  }

  private static func failure(_ json: JSONValue) -> LLMError {
    let detail = SafeText.line(json["detail"]?.string ?? "")
    switch json["kind"]?.string {
    case "missing": return .modelMissing(model: SafeText.line(json["model"]?.string ?? "", limit: 300))
    case "context":
      return .contextExceeded(promptTokens: json["prompt"]?.int ?? 0, limit: json["limit"]?.int ?? 0)
    case "schema": return .schemaRefused(detail: detail)
    default: return .workerFailed(detail: detail)
    }
  }
}

/// What the worker says of the model that it loaded.
struct MLXModel: Sendable, Hashable {
  /// Tokens that its window holds.
  var contextTokens: Int?
  /// Whether a schema is enforced while it writes.
  var constrains: Bool
}
