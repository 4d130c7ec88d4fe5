extension LocalLLMService {
  /// Asks one backend how it is, without holding up anything else.
  @concurrent
  public nonisolated func availability(of id: String) async -> BackendAvailability {
    let availability: BackendAvailability
    guard let asked = try? await configuration(of: id) else { return .unknown }
    do {
      availability = try await backend(id).availability()
    } catch {
      availability = .unavailable(.other(error.sentence))
    }
    // A probe that was given up says nothing.
    if availability != .unknown { await note(availability, of: asked) }
    return availability
  }

  /// Asks every backend how it is, all at once.
  @concurrent
  public nonisolated func refreshAll() async -> [String: BackendAvailability] {
    await availabilities(of: backends.map(\.id), within: .seconds(10))
  }

  /// Completes a request with the selected backend, or the one named. The response names the backend that answered.
  ///
  /// - Throws: ``LLMError``, or `CancellationError`.
  @concurrent
  public nonisolated func generate(
    _ request: LLMRequest, backend id: String? = nil, onDelta: @escaping @Sendable (LLMDelta) -> Void
  ) async throws -> LLMResponse {
    let backend = try await backend(id)
    let start = ContinuousClock.now
    log.asked(backend.configuration, request)
    do {
      let response = try await backend.generate(request, onDelta: onDelta)
      log.answered(backend.configuration, response)
      return response
    } catch {
      log.failed(backend.configuration, error, after: ContinuousClock.now - start)
      throw error
    }
  }

  /// What the selected backend, or the one named, can do with its model.
  @concurrent
  public nonisolated func capabilities(of id: String? = nil) async -> BackendCapabilities {
    guard let backend = try? await backend(id) else { return BackendCapabilities() }
    return await backend.capabilities()
  }

  /// The tokens of a text as the model counts them; `nil` where its backend has no counter to ask.
  @concurrent
  public nonisolated func countTokens(_ text: String, backend id: String? = nil) async -> Int? {
    try? await backend(id).countTokens(text)
  }

  /// Brings a model to the machine of a backend.
  ///
  /// - Throws: ``LLMError/pullUnsupported(_:)`` where it can't do so, another ``LLMError``, or `CancellationError`.
  @concurrent
  public nonisolated func pull(
    _ model: String, to id: String, onProgress: @escaping @Sendable (PullProgress) -> Void
  ) async throws {
    guard let backend = try await backend(id) as? any ModelPulling else { throw LLMError.pullUnsupported(id) }
    try await backend.pull(model, onProgress: onProgress)
  }

  /// The models that a backend offers.
  ///
  /// - Throws: ``LLMError``.
  @concurrent
  public nonisolated func models(of id: String) async throws -> [ModelInfo] {
    try await backend(id).models()
  }

  /// Asks several backends at once. Those that take longer than the limit stay ``BackendAvailability/unknown``.
  @concurrent
  nonisolated func availabilities(
    of ids: [String], within limit: Duration
  ) async -> [String: BackendAvailability] {
    await withTaskGroup(of: (String, BackendAvailability)?.self) { group in
      for id in ids { group.addTask { (id, await self.availability(of: id)) } }
      group.addTask {
        try? await Task.sleep(for: limit)
        return nil
      }
      var found = Dictionary(ids.map { ($0, BackendAvailability.unknown) }) { first, _ in first }
      var answered = 0
      while answered < ids.count, let next = await group.next(), let (id, availability) = next {
        found[id] = availability
        answered += 1
      }
      group.cancelAll()
      return found
    }
  }
}
