extension MLXBackend {
  /// The worker with its model, started if there is none.
  func readyWorker() async throws -> (MLXWorker, MLXModel) {
    if case .ready(let worker, let loaded) = current.phase { return (worker, loaded) }
    let isHere = store.folder(of: model) != nil
    if !isHere { _ = try permittedHub() }
    let worker = MLXWorker(try await pythons.python(), program: program, isOffline: isHere, limits: limits)
    setPhase(.loading(worker, isHere ? "it loads the model" : "it downloads the model"))
    let command = MLXCommand.load(model: model, mayDownload: !isHere)
    let loaded = try await worker.ask(command, limits: Self.loading, into: MLXModel?.none) { [self] loaded, event in
      switch event {
      case .progress(let done, let total): setPhase(.loading(worker, Self.progress(done, of: total)))
      case .ready(let model): loaded = model
      default: break
      }
      return loaded != nil
    }
    guard let loaded else { throw LLMError.workerFailed(detail: "") }
    setPhase(.ready(worker, loaded))
    return (worker, loaded)
  }

  /// Does something with the worker, and gives it up where it can't be trusted to go on.
  func watchingWorker<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
      return try await body()
    } catch {
      state.withLock { state in
        var isReady = false
        if case .ready = state.phase { isReady = true }
        switch error {
        case let error as LLMError where error.condemnsWorker:
          state.failures.note(error, at: .now)
          state.phase = .stopped
        // Given up while it loaded: what it would answer is for nobody.
        default: if !isReady { state.phase = .stopped }
        }
      }
      throw error
    }
  }

  private func setPhase(_ phase: Phase) {
    state.withLock { $0.phase = phase }
  }

  /// How far a download has come, in words.
  private static func progress(_ done: Int64, of total: Int64) -> String {
    guard total > 0 else { return "it downloads the model" }
    let size = total < 1_000_000_000 ? "\(total / 1_000_000) MB" : "\((Double(total) / 1e8).rounded() / 10) GB"
    return "it downloads the model, \(Percentage.text(Double(done) / Double(total))) of \(size)"
  }
}

extension LLMError {
  /// Whether a worker that caused this can't be trusted to serve another request.
  fileprivate var condemnsWorker: Bool {
    switch self {
    case .workerFailed, .firstByteTimeout, .idleTimeout, .overallTimeout, .responseTooLarge: true
    default: false
    }
  }
}
