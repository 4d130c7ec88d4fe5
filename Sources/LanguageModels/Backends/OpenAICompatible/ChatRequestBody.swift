/// Writes the body of `POST /v1/chat/completions`.
enum ChatRequestBody {
  /// The body as JSON, in the form that the server is known to take.
  static func json(
    _ request: LLMRequest, configuration: LLMBackendConfig, adaptations: ServerAdaptations
  ) -> JSONValue {
    var members: [JSONMember] = []
    if let model = configuration.model { members.append(JSONMember("model", .string(model))) }
    members.append(JSONMember("messages", .array(messages(request, adaptations).map(\.json))))
    members.append(JSONMember("stream", .bool(true)))
    if !adaptations.refusesStreamOptions {
      members.append(JSONMember("stream_options", .object([JSONMember("include_usage", .bool(true))])))
    }
    let limit = min(request.maxTokens, configuration.maxTokens)
    members.append(
      JSONMember(adaptations.usesMaxCompletionTokens ? "max_completion_tokens" : "max_tokens", .number(limit)))
    if !adaptations.refusesTemperature {
      members.append(JSONMember("temperature", .number(request.temperature ?? configuration.temperature)))
    }
    if let seed = request.seed, !adaptations.refusesSeed {
      // Servers keep a seed in 32 bits, some with a sign.
      members.append(JSONMember("seed", .number(Int(seed & 0x7FFF_FFFF))))
    }
    if let format = responseFormat(request.schema, adaptations.schemaSupport) {
      members.append(JSONMember("response_format", format))
    }
    return .object(members)
  }

  private static func responseFormat(_ schema: JSONSchema?, _ support: SchemaSupport) -> JSONValue? {
    guard let schema else { return nil }
    switch support {
    case .promptOnly: return nil
    case .jsonObject: return .object([JSONMember("type", .string("json_object"))])
    case .jsonSchema:
      let named = JSONValue.object([
        JSONMember("name", .string("answer")), JSONMember("strict", .bool(true)), JSONMember("schema", schema.json),
      ])
      return .object([JSONMember("type", .string("json_schema")), JSONMember("json_schema", named)])
    }
  }

  /// The conversation; where the server does not enforce the schema, it says it.
  private static func messages(_ request: LLMRequest, _ adaptations: ServerAdaptations) -> [LLMMessage] {
    let isEnforced = adaptations.schemaSupport == .jsonSchema && !adaptations.ignoresSchema
    return isEnforced ? request.messages : request.messagesWithSchema
  }
}
