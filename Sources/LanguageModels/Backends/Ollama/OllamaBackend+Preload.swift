extension OllamaBackend: ModelPreloading {
  /// Has the server load the model, where it is not in memory, with the context that requests are likely to want: another
  /// size would make it load the model anew. Until then the backend says that it is loading.
  ///
  /// - Throws: ``LLMError``, or `CancellationError`; leaving early aborts the loading.
  @concurrent
  func preload() async throws {
    let number = beginWaiting()
    defer { endWaiting(number) }
    try await backendKey.lookUp()
    let model = try requireModel()
    let details = try await details(of: model)
    // One that runs elsewhere has no memory here to be loaded into.
    guard details.remoteHost == nil, try await !loadedModels().contains(where: { $0.isNamed(model) }) else { return }
    let context = min(memory.withLock { $0.contextSize }, details.contextLimit ?? .max)
    let body = JSONValue.members([
      ("model", .string(model)), ("messages", .array([])), ("stream", .bool(false)),
      ("keep_alive", .string(OllamaRequestBody.keepAlive)),
      ("options", .members([("num_ctx", .number(context))])),
    ])
    try await transport.exchange(httpRequest("chat", body: body, limits: limits)) { [self] head, answer in
      let text = try await answer.text()
      let refusal =
        head.status == 200
        ? OllamaLine.object(text).flatMap { ServerRefusal(insideSuccess: $0, key: key) }
        : ServerRefusal(status: head.status, body: text, key: key)
      if let refusal { throw refusal.failure(url: base, model: model, sentSchema: false) }
    }
  }
}
