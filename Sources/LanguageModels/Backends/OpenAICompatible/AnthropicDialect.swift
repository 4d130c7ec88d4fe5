/// Anthropic's Messages API. Its OpenAI-compatible layer is not used: it ignores schemas in silence.
struct AnthropicDialect: ChatDialect {
  let base: ServerURL
  let chat: ServerURL
  let models: ServerURL
  let keyHeader = "x-api-key"
  let headers = [HTTPHeader(name: "anthropic-version", value: "2023-06-01")]
  let schemaForms: [SchemaSupport] = [.jsonSchema, .tool, .promptOnly]
  let needsModel = true
  let listsWhatItServes = true

  /// The one tool whose input is the answer, for models that do not take a schema.
  private static let tool = "answer"

  /// The paths beneath a base URL, with or without `/v1`.
  init(_ url: ServerURL) {
    base = url.openAIBase
    chat = base.appending("messages")
    models = base.appending("models").adding(query: "limit=1000")
  }

  /// An alias such as `claude-x-latest` or `claude-x` stands for a dated name that begins with it.
  func serves(_ name: String, _ models: [ModelInfo]) -> Bool {
    let stem = name.hasSuffix("-latest") ? String(name.dropLast("-latest".count)) : name
    return models.contains { $0.name == name || $0.name.hasPrefix("\(stem)-") }
  }
}

extension AnthropicDialect {
  /// The few tokens around a turn are counted as well.
  func tokenCount(of text: String, model: String?) -> TokenCount? {
    // An empty turn is refused.
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    let body = JSONValue.members([
      ("model", .string(model ?? "")), ("messages", .array([LLMMessage(.user, text).json])),
    ])
    return TokenCount(url: chat.appending("count_tokens"), body: body) { $0["input_tokens"]?.count }
  }

  func body(
    _ request: LLMRequest, configuration: LLMBackendConfig, adaptations: ServerAdaptations
  ) -> JSONValue {
    let form = adaptations.schemaForm(among: schemaForms)
    let messages = form == .promptOnly ? request.messagesWithSchema : request.messages
    let system = messages.filter { $0.role == .system }.map(\.content).joined(separator: "\n\n")
    var turns = messages.filter { $0.role != .system }
    // A conversation begins with the user's turn.
    if turns.first?.role != .user { turns.insert(LLMMessage(.user, "Go on."), at: 0) }
    var members = [
      JSONMember("model", .string(configuration.model ?? "")),
      JSONMember("max_tokens", .number(min(request.maxTokens, configuration.maxTokens))),
      JSONMember("stream", .bool(true)),
    ]
    if !system.isEmpty { members.append(JSONMember("system", .string(system))) }
    members.append(JSONMember("messages", .array(turns.map(\.json))))
    if !adaptations.refusesTemperature {
      // The scale ends at 1 here.
      members.append(JSONMember("temperature", .number(min(request.temperature ?? configuration.temperature, 1))))
    }
    if let schema = request.schema { members += Self.members(for: schema.json, form) }
    return .object(members)
  }

  private static func members(for schema: JSONValue, _ form: SchemaSupport) -> [JSONMember] {
    switch form {
    case .jsonSchema:
      let format = JSONValue.members([("type", .string("json_schema")), ("schema", schema)])
      return [JSONMember("output_config", .members([("format", format)]))]
    case .tool:
      let tool = JSONValue.members([
        ("name", .string(Self.tool)), ("description", .string("Takes the answer.")),
        ("input_schema", schema),
      ])
      let choice = JSONValue.members([("type", .string("tool")), ("name", .string(Self.tool))])
      return [JSONMember("tools", .array([tool])), JSONMember("tool_choice", choice)]
    case .jsonObject, .promptOnly: return []
    }
  }
}

extension AnthropicDialect {
  func read(_ json: JSONValue, isWhole: Bool) -> ChatPiece {
    var piece = ChatPiece()
    if isWhole {
      guard json["type"]?.string == "message" else { return piece }
      Self.readMessage(json, &piece)
      for block in json["content"]?.elements ?? [] { Self.readBlock(block, &piece) }
      return piece
    }
    switch json["type"]?.string {
    case "message_start": if let message = json["message"] { Self.readMessage(message, &piece) }
    case "content_block_start": if let block = json["content_block"] { Self.readBlock(block, &piece) }
    case "content_block_delta":
      if let delta = json["delta"] { Self.readDelta(delta, &piece) }
    case "message_delta":
      piece.finishReason = json["delta"]?["stop_reason"]?.string.map(Self.finishReason)
      Self.readUsage(json["usage"], &piece)
    case "message_stop": piece.isLast = true
    default: break
    }
    return piece
  }

  private static func readMessage(_ message: JSONValue, _ piece: inout ChatPiece) {
    piece.isAnswer = true
    piece.model = message["model"]?.string
    piece.finishReason = message["stop_reason"]?.string.map(finishReason)
    readUsage(message["usage"], &piece)
  }

  /// The beginning of a block in a stream, which is mostly empty, or the whole of one.
  private static func readBlock(_ block: JSONValue, _ piece: inout ChatPiece) {
    switch block["type"]?.string {
    case "text": note(block["text"]?.string, as: LLMDelta.text, &piece)
    case "thinking": note(block["thinking"]?.string, as: LLMDelta.reasoning, &piece)
    // In a stream, the input comes in the pieces that follow.
    case "tool_use": if let input = block["input"], input.members != [] { note(input.text, as: LLMDelta.text, &piece) }
    default: break
    }
  }

  private static func readDelta(_ delta: JSONValue, _ piece: inout ChatPiece) {
    switch delta["type"]?.string {
    case "text_delta": note(delta["text"]?.string, as: LLMDelta.text, &piece)
    case "input_json_delta": note(delta["partial_json"]?.string, as: LLMDelta.text, &piece)
    case "thinking_delta": note(delta["thinking"]?.string, as: LLMDelta.reasoning, &piece)
    default: break
    }
  }

  private static func note(_ text: String?, as delta: (String) -> LLMDelta, _ piece: inout ChatPiece) {
    if let text, !text.isEmpty { piece.deltas.append(delta(text)) }
  }

  /// What was read is counted in three parts: anew, into the cache, and out of the cache.
  private static func readUsage(_ usage: JSONValue?, _ piece: inout ChatPiece) {
    piece.outputTokens = usage?["output_tokens"]?.count
    guard let fresh = usage?["input_tokens"]?.count else { return }
    let cached = usage?["cache_read_input_tokens"]?.count ?? 0
    let written = usage?["cache_creation_input_tokens"]?.count ?? 0
    piece.cachedPromptTokens = cached
    piece.promptTokens = [cached, written].reduce(fresh) { $0.addingReportingOverflow($1).partialValue }
  }

  private static func finishReason(_ name: String) -> LLMResponse.FinishReason {
    switch name {
    // The tool is only there to take the answer.
    case "end_turn", "stop_sequence", "tool_use": .stop
    case "max_tokens", "model_context_window_exceeded": .length
    default: .other(SafeText.line(name, limit: 40))
    }
  }
}
