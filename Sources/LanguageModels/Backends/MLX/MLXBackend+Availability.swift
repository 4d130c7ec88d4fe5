extension MLXBackend {
  /// Looks at the worker; where there is none, for a Python with `mlx_lm` and for the model, without loading it.
  @concurrent
  func availability() async -> BackendAvailability {
    let start = ContinuousClock.now
    let current = current
    do {
      switch current.phase {
      case .loading(_, let detail): return .loading(detail)
      case .ready(let worker, _): try await worker.ask(.ping, limits: .probe, into: ()) { _, event in event == .pong }
      case .stopped:
        if let failure = current.failures.refusal(at: .now) { throw failure }
        _ = try await pythons.python()
        if let problem = try problemWithModel() { return .unavailable(problem) }
      }
    } catch {
      return Self.availability(error)
    }
    return .available(latencyMilliseconds: (ContinuousClock.now - start).inSeconds * 1000, proven: current.isProven)
  }

  /// The models of the hub's cache, and the configured one.
  @concurrent
  func models() async throws -> [ModelInfo] {
    let models = store.models()
    guard !models.contains(where: { $0.name == model }) else { return models }
    let context = store.folder(of: model).flatMap(store.contextLength)
    return [ModelInfo(name: model, contextLength: context)] + models
  }

  /// One request at a time; the window as the model says once it runs, else as its configuration says.
  @concurrent
  func capabilities() async -> BackendCapabilities {
    if case .ready(_, let loaded) = current.phase {
      return BackendCapabilities(contextTokens: loaded.contextTokens)
    }
    return BackendCapabilities(contextTokens: store.folder(of: model).flatMap(store.contextLength))
  }

  private func problemWithModel() throws(LLMError) -> UnavailableReason? {
    guard store.folder(of: model) == nil else { return nil }
    let name = SafeText.line(model, limit: 300)
    // A path that leads nowhere is not on the hub either.
    if model.hasPrefix("/") || model.hasPrefix("~") || model.hasPrefix(".") { return .modelMissing(model: name) }
    return .notDownloaded(model: name, host: try permittedHub().host)
  }

  private static func availability(_ error: any Error) -> BackendAvailability {
    switch error {
    case LLMError.notInstalled(let program, let command):
      .unavailable(.notInstalled(program: program, command: command))
    case LLMError.notPermitted(let host): .unavailable(.notPermitted(host: host))
    case LLMError.localOnly(let host): .unavailable(.localOnly(host: host))
    case LLMError.insecure(let host), LLMError.badURL(let host):
      .unavailable(.wrongAddress(url: host, detail: "HF_ENDPOINT must be an https address"))
    case LLMError.workerFailed(let detail): .unavailable(.workerFailed(detail: detail))
    case let error as LLMError: .unavailable(.workerFailed(detail: SafeText.line(error.sentence)))
    default: .unknown
    }
  }
}
