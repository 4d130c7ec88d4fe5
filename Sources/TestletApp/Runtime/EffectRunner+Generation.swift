import Foundation
import PracticeTests

extension EffectRunner {
  /// How often, and how long apart, a test is tried that another testlet holds: one that was killed lets go of it after
  /// some seconds.
  private static let patience = (tries: 30, gap: Duration.seconds(1))

  /// Generates what is open of a test, and tells of it.
  func generate(_ id: String, reopensMissing: Bool) {
    work(failed: { [environment] in .generation(testID: id, .stopped($0, at: environment.clock())) }) {
      [self] library in
      if reopensMissing { try library.reopenMissing(id) }
      let test = try library.test(id)
      // Told before the first slot moves on.
      send(.generation(testID: id, .began(test, at: environment.clock())))
      let task = Task { [self] in
        await follow(id, library)
        held.withLock { $0.generations[id] = nil }
      }
      held.withLock { $0.generations[id] = task }
      return []
    }
  }

  private func follow(_ id: String, _ library: Library) async {
    let generator = TestGenerator(library: library, service: environment.service, newID: environment.newID)
    for attempt in 1... {
      let isBusy = await follow(generator.run(id), of: id, isLastTry: attempt == Self.patience.tries)
      guard isBusy, !Task.isCancelled else { break }
      send(.generation(testID: id, .waited))
      try? await Task.sleep(for: Self.patience.gap)
    }
    guard Task.isCancelled else { return }
    await waitForRelease(of: id, library)
    work { [environment] library in
      [.generation(testID: id, .cancelled(try library.test(id), at: environment.clock()))]
    }
  }

  /// Tells of a generation until it ends; says whether another testlet has the test.
  private func follow(_ events: AsyncStream<GenerationEvent>, of id: String, isLastTry: Bool) async -> Bool {
    for await event in events {
      if case .stopped(let error) = event, error as? GenerationError == .busy, !isLastTry { return true }
      send(.generation(testID: id, action(for: event)))
    }
    return false
  }

  private func action(for event: GenerationEvent) -> GenerationAction {
    switch event {
    case .slot(let index, let progress): .slotProgressed(index, progress)
    case .text(let slot, let text): .draftArrived(slot: slot, text)
    case .stats(let stats): .statsChanged(stats)
    case .ended(let status): .ended(status, at: environment.clock())
    case .stopped(let error): .stopped(error.sentence, at: environment.clock())
    }
  }

  /// A cancelled generation gives its lease back when its last write is done: then the test can be read as it stays, and
  /// the next process can go on with it at once.
  private func waitForRelease(of id: String, _ library: Library) async {
    for _ in 0..<100 {
      if let lease = try? library.acquireLease(test: id, owner: environment.newID(), seconds: 1) {
        try? library.release(lease)
        return
      }
      // The task is cancelled, so that a sleep would return at once.
      await Task.detached { try? await Task.sleep(for: .milliseconds(10)) }.value
    }
  }
}
