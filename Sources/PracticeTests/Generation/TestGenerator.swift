import Foundation
import LanguageModels

/// Fills the open slots of a test, several at once, and keeps each question as it is accepted.
public struct TestGenerator: Sendable {
  private let library: Library
  private let service: LocalLLMService
  private let newID: @Sendable () -> String

  /// Seconds after which another process may take over a generation whose own has died.
  private static let leaseSeconds = 20.0

  /// Makes a generator. `newID` gives each question its id.
  public init(library: Library, service: LocalLLMService, newID: @escaping @Sendable () -> String) {
    self.library = library
    self.service = service
    self.newID = newID
  }

  /// Generates what is open of a test. The stream ends with ``GenerationEvent/ended(_:)`` or
  /// ``GenerationEvent/stopped(_:)``; ending the iteration early cancels the requests, and what was accepted is kept.
  public func run(_ testID: String) -> AsyncStream<GenerationEvent> {
    AsyncStream { continuation in
      let task = Task {
        do {
          let status = try await generate(testID) { continuation.yield($0) }
          continuation.yield(.ended(status))
        } catch let error as any ReportableError {
          continuation.yield(.stopped(error))
        } catch is CancellationError {
          // Nobody is left to be told.
        } catch {
          continuation.yield(.stopped(GenerationError.unexpected("\(error)")))
        }
        continuation.finish()
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  private func generate(
    _ testID: String, report: @escaping @Sendable (GenerationEvent) -> Void
  ) async throws -> TestStatus {
    let owner = newID()
    guard let lease = try library.acquireLease(test: testID, owner: owner, seconds: Self.leaseSeconds) else {
      throw GenerationError.busy
    }
    let renewal = Task { [library] in
      while true {
        try await Task.sleep(for: .seconds(Self.leaseSeconds / 4))
        try library.renew(lease, seconds: Self.leaseSeconds)
      }
    }
    defer {
      renewal.cancel()
      // A lease that can't be released ends by itself.
      try? library.release(lease)
    }
    let test = try library.test(testID)
    let desk = try AcceptanceDesk(library: library, test: test, lease: lease, newID: newID, report: report)
    try await fillSlots(of: test, desk: desk, report: report)
    return try library.finish(test: testID)
  }

  private func fillSlots(
    of test: StoredTest, desk: AcceptanceDesk, report: @escaping @Sendable (GenerationEvent) -> Void
  ) async throws {
    let material = try TestMaterial(library.documents(ofTest: test.id))
    let pipeline = SlotPipeline(
      service: service,
      builtIn: BuiltInWriter(
        lexicon: material.lexicon, passages: material.passages, slots: test.blueprint.slots,
        seed: test.blueprint.request.seed),
      passages: material.grounded, allowsFallback: test.allowsFallback,
      offer: { slot, candidate in try await desk.offer(candidate, for: slot) }, report: report)
    let open = test.slots.filter { $0.state == .open }.map(\.slot)
    let width = await max(1, service.parallelism())
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (started, slot) in open.enumerated() {
        if started >= width { try await group.next() }
        group.addTask {
          let outcome = try await pipeline.fill(slot)
          try await desk.close(slot, outcome)
        }
      }
      try await group.waitForAll()
    }
  }
}

/// Why a generation could not go on.
public enum GenerationError: ReportableError, Hashable {
  /// Another process is at it.
  case busy
  /// Something that should not happen.
  case unexpected(String)

  /// What is said to a person.
  public var sentence: String {
    switch self {
    case .busy: "Another testlet is generating this test: wait for it, or stop it and try again."
    case .unexpected(let what): "The generation stopped (\(what)): try again with --verbose and report what it says."
    }
  }

  /// What kind of failure it is.
  public var category: FailureCategory {
    switch self {
    case .busy: .tryLater
    case .unexpected: .internalFault
    }
  }
}
