/// Finds who does a task, under the student's mode and privacy, and notes every choice.
///
/// Questions are not its business: those are written by the selected backend, through the service.
public struct AIRouter: Sendable {
  private let service: LocalLLMService
  private let mode: BackendSettings.Mode
  private let privacy: EgressPolicy.Mode
  private let log: ChoiceLog?

  /// Makes a router over the backends of a service, under the mode and the privacy of settings.
  public init(service: LocalLLMService, settings: BackendSettings, log: ChoiceLog?) {
    self.init(service: service, mode: settings.mode, privacy: settings.privacy, log: log)
  }

  package init(
    service: LocalLLMService, mode: BackendSettings.Mode, privacy: EgressPolicy.Mode, log: ChoiceLog? = nil
  ) {
    self.service = service
    self.mode = mode
    self.privacy = privacy
    self.log = log
  }

  /// Asks every provider how it is, or the one that is named, and chooses.
  ///
  /// - Throws: ``NoProvider``, with what keeps each of them.
  public func assign(_ task: AITask, backend id: String? = nil) async throws(NoProvider) -> AIAssignment {
    let selected = await service.selected.id
    let providers = await service.backends.filter { id == nil || $0.id == id }.map { configuration in
      AIProvider(configuration: configuration, service: service)
    }
    let candidates = await withTaskGroup(of: (Int, AICandidate).self) { group in
      for (index, provider) in providers.enumerated() {
        let isBarred = AIChoice.bar(to: provider.configuration.place, mode: mode, privacy: privacy) != nil
        let isSelected = provider.configuration.id == (id ?? selected)
        group.addTask { (index, await provider.candidate(isSelected: isSelected, isBarred: isBarred)) }
      }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
    let choice = AIChoice.make(for: task, among: candidates, mode: mode, privacy: privacy)
    log?.note(choice, for: task.kind, mode: mode, privacy: privacy)
    guard let provider = providers.first(where: { $0.configuration.id == choice.chosen?.id }) else {
      throw NoProvider(choice: choice)
    }
    return AIAssignment(task: task, provider: provider, choice: choice)
  }
}

/// A task with the one who does it.
public struct AIAssignment: Sendable {
  /// What is to be done.
  public let task: AITask
  /// Who does it.
  public let provider: AIProvider
  /// Why.
  public let choice: AIChoice

  /// Tokens that one request may hold; `nil` where nobody says.
  public var contextTokens: Int? { choice.chosen?.capabilities.contextTokens }

  /// Completes one request of the task, at its temperature.
  ///
  /// - Throws: ``LLMError``, or `CancellationError`.
  public func complete(
    _ messages: [LLMMessage], schema: JSONSchema? = nil, maxTokens: Int,
    onDelta: @escaping @Sendable (LLMDelta) -> Void = { _ in }
  ) async throws -> LLMResponse {
    let request = LLMRequest(
      messages: messages, schema: schema, maxTokens: maxTokens, temperature: task.kind.temperature)
    return try await provider.complete(request, onDelta: onDelta)
  }
}

/// Nobody can do a task.
public struct NoProvider: ReportableError {
  /// What keeps each of them.
  public var choice: AIChoice

  /// What is said to a person.
  public var sentence: String { sentence(\.reason) }

  /// The same without what servers said.
  public var loggedSentence: String { sentence(\.loggedReason) }

  private func sentence(_ reason: KeyPath<AIChoice.PassedOver, String>) -> String {
    let reasons = choice.passedOver.map { "\($0.id): \($0[keyPath: reason])" }.joined(separator: "; ")
    return "No model can be used for this\(reasons.isEmpty ? "" : " (\(reasons))"): choose one with `testlet backends`."
  }

  /// What kind of failure it is.
  public var category: FailureCategory { .unavailable }
}
