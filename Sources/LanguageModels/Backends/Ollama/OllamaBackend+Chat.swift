extension OllamaBackend {
  /// Sends a request in the form that the server is known to take, and again after a while where it is busy.
  ///
  /// - Throws: ``LLMError``, also for a prompt that the model can't have read whole, or `CancellationError`.
  func send(
    _ request: LLMRequest, to model: String, _ details: OllamaModelDetails,
    onDelta: @escaping @Sendable (LLMDelta) -> Void
  ) async throws -> SendAttempt.Outcome {
    let messages = memory.withLock { $0.ignoresSchema } ? request.messagesWithSchema : request.messages
    let estimate = PromptEstimate(messages)
    if let limit = details.contextLimit, estimate.least > limit {
      throw LLMError.contextExceeded(promptTokens: estimate.least, limit: limit)
    }
    let body = memory.withLock { memory in
      let maxTokens = memory.maxTokens(min(request.maxTokens, configuration.maxTokens))
      let needed = ContextSize.step(for: estimate.most + maxTokens, limit: details.contextLimit)
      memory.contextSize = min(max(memory.contextSize, needed), details.contextLimit ?? .max)
      return OllamaRequestBody(
        request: request, messages: messages, model: model, contextSize: memory.contextSize, maxTokens: maxTokens,
        temperature: request.temperature ?? configuration.temperature, forbidsReasoning: memory.forbidsReasoning)
    }
    let outcome = try await retry.patiently { try await send(body, onDelta: onDelta) }
    if case .answered(let response) = outcome {
      try await checkPrompt(estimate, contextSize: body.contextSize, response.usage, model: model)
    }
    return outcome
  }

  private func send(
    _ body: OllamaRequestBody, onDelta: @escaping @Sendable (LLMDelta) -> Void
  ) async throws -> SendAttempt {
    let start = ContinuousClock.now
    let number = beginWaiting()
    defer { endWaiting(number) }
    let request = httpRequest("chat", body: body.json, limits: limits)
    return try await transport.exchange(request) { [self] head, answer in
      endWaiting(number)
      guard head.status == 200 else {
        let refusal = ServerRefusal(status: head.status, body: try await answer.text(), key: key)
        return SendAttempt(outcome: .refused(refusal), retryAfter: head.retryAfter)
      }
      var reader = OllamaStreamReader(url: base, key: key, limits: limits)
      defer { memory.withLock { $0.learn(from: reader, to: body) } }
      try await answer.read { chunk in
        try reader.feed(chunk).forEach(onDelta)
        return !reader.isComplete
      }
      try reader.finish().forEach(onDelta)
      return SendAttempt(outcome: .answered(response(from: reader, model: body.model, since: start)))
    }
  }

  /// Fails where the server cut the prompt, or dropped its beginning to write on: neither is said in an answer.
  ///
  /// Some versions leave what they still had computed out of their count, so a count that is too small is only believed
  /// where the model is not loaded with the context that was asked for.
  private func checkPrompt(
    _ estimate: PromptEstimate, contextSize: Int, _ usage: LLMUsage, model: String
  ) async throws {
    if usage.promptTokens + usage.outputTokens > contextSize {
      throw LLMError.contextExceeded(promptTokens: usage.promptTokens, limit: contextSize)
    }
    guard usage.promptTokens > 0, usage.promptTokens < estimate.least else { return }
    let loaded = try? await loadedModels().first { $0.isNamed(model) }?.loadedContext
    if let loaded, loaded >= estimate.most { return }
    throw LLMError.contextExceeded(promptTokens: estimate.least, limit: loaded ?? usage.promptTokens)
  }

  private func response(
    from reader: OllamaStreamReader, model: String, since start: ContinuousClock.Instant
  ) -> LLMResponse {
    var usage = reader.usage
    usage.seconds = (ContinuousClock.now - start).inSeconds
    return LLMResponse(
      text: reader.text, finishReason: reader.finishReason ?? .stop, usage: usage, backend: configuration.id,
      kind: configuration.kind, model: reader.model ?? model)
  }

  func beginWaiting() -> Int {
    memory.withLock { memory in
      memory.requests += 1
      memory.waiting.insert(memory.requests)
      return memory.requests
    }
  }

  func endWaiting(_ number: Int) {
    memory.withLock { memory in
      _ = memory.waiting.remove(number)
    }
  }
}
