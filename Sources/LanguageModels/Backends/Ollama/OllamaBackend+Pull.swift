extension OllamaBackend: ModelPulling {
  /// A model is gigabytes, and checking it takes minutes in which nothing is said.
  private static let pullLimits = HTTPLimits(
    firstByte: .seconds(120), idle: .seconds(900), whole: .seconds(48 * 3600), bodyBytes: 1 << 30, eventBytes: 1 << 16)

  /// Has the server bring a model; cancelling keeps what has come, and another call goes on from there.
  ///
  /// - Throws: ``LLMError``, or `CancellationError`.
  @concurrent
  func pull(_ model: String, onProgress: @escaping @Sendable (PullProgress) -> Void) async throws {
    try await backendKey.lookUp()
    let body = JSONValue.members([("model", .string(model)), ("stream", .bool(true))])
    try await transport.exchange(httpRequest("pull", body: body, limits: Self.pullLimits)) { [self] head, answer in
      guard head.status == 200 else {
        let refusal = ServerRefusal(status: head.status, body: try await answer.text(), key: key)
        throw LLMError.pullFailed(model: model, detail: refusal.detail)
      }
      var lines = LineReader(limit: Self.pullLimits.eventBytes)
      var tally = PullTally()
      func note(_ line: String) throws(LLMError) {
        guard let json = OllamaLine.object(line) else { throw OllamaLine.foreign(line, url: base) }
        if let refusal = ServerRefusal(insideSuccess: json, key: key) {
          throw .pullFailed(model: model, detail: refusal.detail)
        }
        onProgress(tally.note(json))
      }
      try await answer.read { chunk in
        for line in try lines.feed(chunk) where !tally.isComplete { try note(line) }
        return !tally.isComplete
      }
      // Half a line is what a broken connection leaves.
      if !tally.isComplete, let line = lines.finish(), OllamaLine.object(line) != nil { try note(line) }
      guard tally.isComplete else { throw LLMError.pullFailed(model: model, detail: "the connection broke") }
    }
    memory.withLock { $0.details = nil }
  }
}
