extension OpenAIDialect {
  func body(
    _ request: LLMRequest, configuration: LLMBackendConfig, adaptations: ServerAdaptations
  ) -> JSONValue {
    let form = adaptations.schemaForm(among: schemaForms)
    let messages = form == .jsonSchema ? request.messages : request.messagesWithSchema
    var members: [JSONMember] = []
    if let model = configuration.model { members.append(JSONMember("model", .string(model))) }
    members.append(JSONMember("messages", .array(messages.map(\.json))))
    members.append(JSONMember("stream", .bool(true)))
    if !adaptations.refusesStreamOptions {
      members.append(JSONMember("stream_options", .members([("include_usage", .bool(true))])))
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
    if let format = Self.responseFormat(request.schema, form) {
      members.append(JSONMember("response_format", format))
    }
    return .object(members)
  }

  private static func responseFormat(_ schema: JSONSchema?, _ support: SchemaSupport) -> JSONValue? {
    guard let schema else { return nil }
    switch support {
    case .promptOnly, .tool: return nil
    case .jsonObject: return .members([("type", .string("json_object"))])
    case .jsonSchema:
      let named = JSONValue.members([
        ("name", .string("answer")), ("strict", .bool(true)), ("schema", schema.json),
      ])
      return .members([("type", .string("json_schema")), ("json_schema", named)])
    }
  }
}
