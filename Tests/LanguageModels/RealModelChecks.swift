import Testing

@testable import LanguageModels

/// What holds of a real model behind any kind of server.
enum RealModelChecks {
  static let story = LLMRequest(
    messages: [LLMMessage(.user, "Tell me a long story about the sea.")], maxTokens: 40, temperature: 0, seed: 1)

  static let schema = JSONSchema.object([
    .init("zone", .oneOf(["polar", "tropical"])), .init("answer", .oneOf(["yes", "no"])),
    .init("animal", .oneOf(["whale", "bear", "ant"])),
  ])

  /// A story comes in pieces, ends at the limit and is counted; gives the whole response.
  static func streams(
    _ backend: some LLMBackend, place: SourceLocation = #_sourceLocation
  ) async throws -> LLMResponse {
    let pieces = Pieces()
    let response = try await backend.generate(story, onDelta: pieces.add)
    #expect(pieces.all.count > 20, sourceLocation: place)
    #expect(pieces.text == response.text, sourceLocation: place)
    #expect(response.finishReason == .length, sourceLocation: place)
    #expect(response.usage.outputTokens == 40, sourceLocation: place)
    #expect(response.usage.promptTokens > 5, sourceLocation: place)
    return response
  }

  /// An answer has the properties of its schema in their order, which proves the server; gives the answer.
  static func followsSchema(
    _ backend: some LLMBackend, place: SourceLocation = #_sourceLocation
  ) async throws -> JSONValue {
    let request = LLMRequest(
      messages: [LLMMessage(.user, "Where do penguins live?")], schema: schema, maxTokens: 200, temperature: 0, seed: 1)
    let response = try await backend.generate(request) { _ in }
    let value = try JSONValue(parsing: response.text)
    #expect(value.members?.map(\.name) == ["zone", "answer", "animal"], sourceLocation: place)
    guard case .available(_, proven: true) = await backend.availability() else {
      Issue.record("it should be available and proven", sourceLocation: place)
      return value
    }
    return value
  }
}
