/// Writes the body of `POST /api/chat`.
struct OllamaRequestBody: Sendable {
  /// How long the model stays loaded after an answer: a student reads and answers meanwhile.
  static let keepAlive = "10m"

  var request: LLMRequest
  /// The conversation, with the schema in words where the server does not enforce it.
  var messages: [LLMMessage]
  var model: String
  /// The size of the context, in tokens.
  var contextSize: Int
  /// The most tokens to write, reasoning included.
  var maxTokens: Int
  /// The sampling temperature.
  var temperature: Double
  /// Whether the model is told not to reason; else it is told nothing.
  var forbidsReasoning: Bool

  /// The body as JSON, with the properties of the schema in their order.
  var json: JSONValue {
    var members = [
      JSONMember("model", .string(model)), JSONMember("messages", .array(messages.map(\.json))),
      JSONMember("stream", .bool(true)), JSONMember("keep_alive", .string(Self.keepAlive)),
      // Not in the published description: newer versions refuse a prompt that is too long instead of cutting it.
      JSONMember("truncate", .bool(false)),
    ]
    if let schema = request.schema { members.append(JSONMember("format", schema.json)) }
    if forbidsReasoning { members.append(JSONMember("think", .bool(false))) }
    members.append(JSONMember("options", .object(options)))
    return .object(members)
  }

  private var options: [JSONMember] {
    var options = [
      JSONMember("num_ctx", .number(contextSize)), JSONMember("num_predict", .number(maxTokens)),
      JSONMember("temperature", .number(temperature)),
    ]
    // Kept in 32 bits with a sign.
    if let seed = request.seed { options.append(JSONMember("seed", .number(Int(seed & 0x7FFF_FFFF)))) }
    return options
  }
}
