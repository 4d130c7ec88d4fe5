import Logging

/// The backends of the program: which there are, which one is selected, how each of them is, and requests to them.
///
/// A request goes to the selected backend or to the one named, never silently to another. A request in flight stays with
/// its backend, whichever is selected meanwhile.
public actor LocalLLMService {
  private var configurations: [LLMBackendConfig]
  private var selectedID: String
  private var fallback: [String]
  private var standIns = StandIns()
  private var made: [String: any LLMBackend] = [:]
  private var preloading: Task<Void, Never>?
  private var egress: EgressPolicy
  private var factory: LLMBackendFactory
  private let save: @Sendable (String) throws -> Void
  private nonisolated let broadcast = ChangeBroadcast()
  nonisolated let log: ServiceLog

  /// Makes a service that continues with the saved choice.
  ///
  /// - Parameters:
  ///   - logger: told of requests and of changes; of prompts and answers only at the level `trace`.
  ///   - save: keeps the id of the selected backend for the next start.
  public init(
    settings: BackendSettings, factory: LLMBackendFactory, logger: Logger = .silent,
    save: @escaping @Sendable (String) throws -> Void
  ) {
    configurations = settings.backends
    selectedID = settings.selected
    fallback = settings.fallback
    egress = settings.egress
    self.factory = factory
    self.save = save
    log = ServiceLog(logger)
  }

  /// Where what happens is logged.
  public nonisolated var logger: Logger { log.logger }

  /// Every configured backend.
  public var backends: [LLMBackendConfig] { configurations }

  /// The selected backend.
  public var selected: LLMBackendConfig {
    configurations.first { $0.id == selectedID } ?? .mock
  }

  /// Selects a backend: saved, and in effect from the next request on.
  ///
  /// - Throws: ``LLMError/unknownBackend(_:known:)``, or why it could not be saved; then nothing changes.
  public func select(_ id: String) throws {
    _ = try configuration(of: id)
    try save(id)
    use(id)
  }

  /// On a first start, uses the best backend that answers within a second, else the mock, without saving it.
  ///
  /// - Returns: the id that is selected now.
  @discardableResult
  public func useBestAvailable() async -> String {
    let candidates = [LLMBackendConfig.ollamaDefault.id, LLMBackendConfig.mlxDefault.id]
    let found = await availabilities(of: candidates, within: .seconds(1))
    let best = candidates.first { found[$0]?.isAvailable == true } ?? LLMBackendConfig.mock.id
    use(best)
    return best
  }

  /// Takes over changed settings; backends whose configuration is the same keep what they learnt, unless what may leave
  /// the machine has changed.
  ///
  /// - Parameter factory: makes backends under these settings.
  public func reload(_ settings: BackendSettings, factory: LLMBackendFactory) {
    let unchanged =
      settings.egress == egress ? Set(configurations).intersection(settings.backends).map(\.id) : []
    let before = selected
    configurations = settings.backends
    fallback = settings.fallback
    egress = settings.egress
    self.factory = factory
    standIns.clear().forEach(announceReturn)
    made = made.filter { unchanged.contains($0.key) }
    if settings.selected != selectedID { use(settings.selected) }
    broadcast.send(.configured(configurations, selected: selectedID))
    if selected != before { preload() }
  }

  /// Has the selected backend get its model ready in the background, where that takes a while; it says so meanwhile, and
  /// what fails is told by its availability. Selecting another gives it up.
  public func preload() {
    preloading?.cancel()
    preloading = nil
    guard let backend = try? backend(nil) as? any ModelPreloading else { return }
    let id = selectedID
    preloading = Task { [weak self] in
      async let loading: Void = backend.preload()
      _ = await self?.availability(of: id)
      try? await loading
      if !Task.isCancelled { _ = await self?.availability(of: id) }
    }
  }

  /// Changes from now on, for a screen that shows them.
  public nonisolated func changes() -> AsyncStream<ServiceChange> {
    broadcast.stream()
  }

  private func use(_ id: String) {
    if id != selectedID { preloading?.cancel() }
    selectedID = id
    log.selected(id)
    broadcast.send(.selected(id: id))
  }

  /// The configuration of this id, or the selected one.
  ///
  /// - Throws: ``LLMError/unknownBackend(_:known:)``.
  func configuration(of id: String?) throws(LLMError) -> LLMBackendConfig {
    let id = id ?? selectedID
    guard let configuration = configurations.first(where: { $0.id == id }) else {
      throw .unknownBackend(SafeText.line(id, limit: 60), known: configurations.map(\.id))
    }
    return configuration
  }

  /// The backend of this id, or the selected one; made at its first use.
  func backend(_ id: String?) throws(LLMError) -> any LLMBackend {
    let id = id ?? selectedID
    if let backend = made[id] { return backend }
    let backend = try factory.make(try configuration(of: id))
    made[id] = backend
    return backend
  }
}

// MARK: - Fallback

extension LocalLLMService {
  /// Who answers in the place of the selected backend, or of the one named, until it is back; `nil` when it is there.
  public func standIn(for id: String? = nil) -> String? { standIns[id ?? selectedID] }

  /// The backends that may answer for another, in their order: none off this machine for one that is on it.
  func fallbacks(for wanted: LLMBackendConfig) -> [String] {
    fallback.filter { id in
      guard id != wanted.id, let other = configurations.first(where: { $0.id == id }) else { return false }
      return other.isOnThisMachine || !wanted.isOnThisMachine
    }
  }

  func isDueToBeAsked(_ id: String) -> Bool { standIns.isDue(id, now: .now) }

  /// Notes that another has answered for a backend that is gone, unless its settings have changed meanwhile.
  func noteAbsence(of backend: LLMBackendConfig, standIn: String, because error: LLMError) {
    let id = backend.id
    guard configurations.contains(backend), standIns.begin(id, by: standIn, now: .now) else { return }
    log.fellBack(from: id, to: standIn, error)
    broadcast.send(.standIn(for: id, by: standIn, reason: error.sentence))
  }

  func noteAnswer(of backend: LLMBackendConfig) {
    if configurations.contains(backend), standIns.noteAnswer(backend.id) { announceReturn(of: backend.id) }
  }

  /// Tells how a backend is, unless its settings have changed since it was asked: then the answer is about another.
  func note(_ availability: BackendAvailability, of backend: LLMBackendConfig) {
    let id = backend.id
    guard configurations.contains(backend) else { return }
    log.found(id, availability)
    broadcast.send(.availability(id: id, availability))
    if availability.isAvailable { noteReturn(of: id) }
  }

  private func noteReturn(of id: String) {
    if standIns.end(id, now: .now) { announceReturn(of: id) }
  }

  private func announceReturn(of id: String) {
    log.isBack(id)
    broadcast.send(.isBack(id: id))
  }
}
