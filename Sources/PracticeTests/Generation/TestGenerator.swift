import Foundation
import LanguageModels
import Logging

/// Fills the open slots of a test, several at once, and keeps each question as it is accepted.
public struct TestGenerator: Sendable {
  let library: Library
  let service: LocalLLMService
  let settings: GenerationSettings
  let newID: @Sendable () -> String

  /// Makes a generator. `newID` gives each question its id.
  public init(
    library: Library, service: LocalLLMService, settings: GenerationSettings, newID: @escaping @Sendable () -> String
  ) {
    self.library = library
    self.service = service
    self.settings = settings
    self.newID = newID
  }

  /// Generates what is open of a test; returns where it stands then. Whether it returns or throws, its last write is
  /// done, the test can be generated again at once, and what was accepted is kept. Cancelling the task cancels the
  /// requests.
  ///
  /// - Parameters:
  ///   - material: the notes that the test was planned on, where they are read already; else they are read from the
  ///     library, with others of the course.
  ///   - reopensMissing: whether slots that could not be filled are tried again.
  ///   - allowsFallback: whether the backends of `backend.fallback` stand in for one that is gone, in their order, also
  ///     in a test that was not made so.
  ///   - report: told what happens, in order; called from any thread.
  /// - Throws: ``GenerationError``, ``LibraryError``, `LLMError`, or `CancellationError`.
  public func run(
    _ testID: String, material: TestMaterial? = nil, reopensMissing: Bool = false, allowsFallback: Bool = false,
    report: @escaping @Sendable (GenerationEvent) -> Void
  ) async throws -> TestStatus {
    let log = service.logger
    log.info("generation started", metadata: ["test": "\(testID)"])
    do {
      let status = try await generate(
        testID, material, reopensMissing: reopensMissing, allowsFallback: allowsFallback, report: report)
      log.info("generation ended", metadata: ["test": "\(testID)", "status": "\(status)"])
      return status
    } catch {
      log.warning("generation stopped", metadata: ["test": "\(testID)", "reason": "\(error.loggedReason)"])
      throw error
    }
  }

  private func generate(
    _ testID: String, _ material: TestMaterial?, reopensMissing: Bool, allowsFallback: Bool,
    report: @escaping @Sendable (GenerationEvent) -> Void
  ) async throws -> TestStatus {
    let status = try await library.withLease(test: testID) { lease in
      if reopensMissing { try library.reopenMissing(lease) }
      var test = try library.test(testID)
      test.allowsFallback = test.allowsFallback || allowsFallback
      report(.began(test))
      let desk = AcceptanceDesk(library: library, test: test, lease: lease, newID: newID, report: report)
      let material = try material ?? library.material(of: test)
      try await fillSlots(of: test, material, desk: desk, report: report)
      return try library.finish(lease)
    }
    guard let status else { throw GenerationError.busy }
    return status
  }

  /// The built-in writer for some slots of a test. It asks first what no older test of the notes asks.
  func builtInWriter(
    for test: StoredTest, _ material: TestMaterial, slots: [QuestionSlot], besides excluded: Set<String> = []
  ) async throws -> BuiltInWriter {
    try await BuiltInWriter(
      lexicon: material.lexicon, passages: test.blueprint.passages(among: material.passages), slots: slots,
      seed: test.blueprint.request.seed, besides: excluded, preferablyBesides: library.evidence(besidesTest: test.id),
      hasModel: service.selected.kind != .mock, findsSentences: settings.drafting == .open)
  }

  private func fillSlots(
    of test: StoredTest, _ material: TestMaterial, desk: AcceptanceDesk,
    report: @escaping @Sendable (GenerationEvent) -> Void
  ) async throws {
    let builtIn = try await builtInWriter(for: test, material, slots: test.blueprint.slots)
    let pipeline = pipeline(of: test, material, builtIn, desk, report)
    let open = test.slots.filter { $0.state == .open }.map(\.slot)
    var writer = await service.selected
    var learner = WidthLearner(await service.capabilities(of: writer.id))
    try await withThrowingTaskGroup(of: GenerationStats.self) { group in
      var running = 0
      for slot in open {
        let selected = await service.selected
        if selected != writer {
          (writer, learner) = (selected, WidthLearner(await service.capabilities(of: selected.id)))
        }
        while running >= learner.width, let stats = try await group.next() {
          running -= 1
          learner.note(stats)
        }
        running += 1
        group.addTask {
          let outcome = try await service.followingSelection { try await pipeline.fill(slot) }
          try await desk.close(slot, outcome)
          return outcome.stats
        }
      }
      try await group.waitForAll()
    }
  }

  /// What fills the slots of a test.
  func pipeline(
    of test: StoredTest, _ material: TestMaterial, _ builtIn: BuiltInWriter, _ desk: AcceptanceDesk,
    _ report: @escaping @Sendable (GenerationEvent) -> Void
  ) -> SlotPipeline {
    let windows = ModelWindows(service)
    return SlotPipeline(
      service: service, builtIn: builtIn, passages: material.grounded, settings: settings,
      allowsFallback: test.allowsFallback, desk: desk,
      verification: VerificationDesk(
        library: library, service: service, settings: settings, windows: windows, report: report),
      drafting: DraftingDesk(library: library, service: service, settings: settings, report: report),
      neighbours: Neighbours(material.lexicon), windows: windows, report: report)
  }
}
