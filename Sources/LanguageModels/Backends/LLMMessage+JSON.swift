extension LLMMessage {
  /// The turn as OpenAI-compatible servers and Ollama take it.
  var json: JSONValue {
    .members([("role", .string(role.rawValue)), ("content", .string(content))])
  }
}

extension LLMRequest {
  /// The conversation with the schema said in words, for a server that does not enforce it; at its end, so that its
  /// beginning stays the same for every request.
  var messagesWithSchema: [LLMMessage] {
    guard let schema else { return messages }
    let demand = "Answer with one JSON object that follows this JSON Schema, and nothing else:\n\(schema.json.text)"
    var messages = messages
    if let last = messages.indices.last, messages[last].role == .user {
      messages[last].content += "\n\n\(demand)"
    } else {
      messages.append(LLMMessage(.user, demand))
    }
    return messages
  }
}
