import LanguageModels

/// Knows how models are asked for drafts.
///
/// A model is measured once, after the first question that it wrote and verified was kept: so a student who waits has
/// something to answer before. Where a model can't verify its questions, nothing can be measured, and it drafts in
/// stages.
actor DraftingDesk {
  private let library: Library
  private let service: LocalLLMService
  private let settings: GenerationSettings
  private let report: @Sendable (GenerationEvent) -> Void
  /// Who answered last, of the answers that were verified, by how its backend is configured.
  private var seen: [LLMBackendConfig: ModelIdentity] = [:]
  private var measuring: [ModelIdentity: Task<DraftingCalibration, any Error>] = [:]

  init(
    library: Library, service: LocalLLMService, settings: GenerationSettings,
    report: @escaping @Sendable (GenerationEvent) -> Void
  ) {
    (self.library, self.service, self.settings, self.report) = (library, service, settings, report)
  }

  /// Takes note of an answer that became a verified question.
  func note(_ answer: LLMResponse) async {
    guard let backend = await service.backends.first(where: { $0.id == answer.backend }) else { return }
    seen[backend] = await service.identity(of: answer)
  }

  /// How the selected backend is asked for the next draft.
  ///
  /// - Throws: ``LibraryError``, or `CancellationError`; a model that fails while it is measured drafts in stages.
  func method() async throws -> DraftingMethod {
    if let chosen = settings.drafting.method { return chosen }
    let selected = await service.selected
    guard let model = seen[selected] else {
      let configured = selected.model.map { ModelIdentity(selected, model: $0) }
      return try configured.flatMap { try library.draftingCalibration(of: key($0)) }?.method ?? .staged
    }
    if let known = try library.draftingCalibration(of: key(model)) { return known.method }
    do {
      return try await measured(model, selected.id).method
    } catch  where error is LLMError || error is ModelChanged {
      return .staged
    }
  }

  private func key(_ model: ModelIdentity) -> String { model.draftingKey(votes: settings.votes) }

  private func measured(_ model: ModelIdentity, _ backend: String) async throws -> DraftingCalibration {
    let key = key(model)
    let task =
      measuring[model]
      ?? Task { [library, service, settings, report] in
        var verifier = Verifier(service: service, backend: backend, votes: settings.votes)
        verifier.measured = model
        let measured = try await DraftingCalibrator(verifier: verifier)
          .run { report(.measuringDrafting(done: $0, of: $1)) }
        try library.keep(measured, of: key)
        report(.draftingMeasured(model: model.model, measured))
        return measured
      }
    measuring[model] = task
    return try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      task.cancel()
    }
  }
}
