import LanguageModels

/// Knows which models may verify: each is measured once, before its first question is verified, and the result is kept.
actor VerificationDesk {
  private let library: Library
  private let service: LocalLLMService
  private let settings: GenerationSettings
  private let windows: ModelWindows
  private let report: @Sendable (GenerationEvent) -> Void
  private var measuring: [String: Task<Calibration, any Error>] = [:]

  init(
    library: Library, service: LocalLLMService, settings: GenerationSettings, windows: ModelWindows,
    report: @escaping @Sendable (GenerationEvent) -> Void
  ) {
    (self.library, self.service, self.settings) = (library, service, settings)
    (self.windows, self.report) = (windows, report)
  }

  /// The verifier with the backend and model that wrote a draft; `nil` where keys are not to be verified, or the model
  /// has not earned the right to.
  ///
  /// - Throws: `LLMError`, ``LibraryError``, or `CancellationError`.
  func verifier(for answer: LLMResponse) async throws -> Verifier? {
    guard settings.verifies, answer.kind != .mock else { return nil }
    let window = await windows.window(of: answer.backend)
    let verifier = Verifier(service: service, backend: answer.backend, votes: settings.votes, window: window)
    do {
      return try await calibration(of: answer, by: verifier).isEarned ? verifier : nil
    } catch is ModelChanged {
      return nil
    }
  }

  private func calibration(of answer: LLMResponse, by verifier: Verifier) async throws -> Calibration {
    let identity = await service.identity(of: answer)
    let model = identity.verificationKey(votes: settings.votes)
    var verifier = verifier
    verifier.measured = identity
    if let known = try library.calibration(of: model) { return known }
    let task =
      measuring[model]
      ?? Task { [library, service, report, verifier] in
        let width = await service.capabilities(of: answer.backend).parallelism
        let measured = try await Calibrator(verifier: verifier, width: width)
          .run { report(.calibrating(done: $0, of: $1)) }
        try library.keep(measured, of: model)
        report(.calibrated(model: answer.model, measured))
        return measured
      }
    measuring[model] = task
    do {
      return try await withTaskCancellationHandler {
        try await task.value
      } onCancel: {
        task.cancel()
      }
    } catch {
      if measuring[model] == task { measuring[model] = nil }
      throw error
    }
  }
}
