import Synchronization

/// Lets one task at a time through, in the order in which they came.
final class TurnQueue: Sendable {
  private struct State {
    var isTaken = false
    var nextID = 0
    var waiting: [(id: Int, continuation: CheckedContinuation<Void, any Error>)] = []
    /// Those that were cancelled before they began to wait.
    var cancelled: Set<Int> = []
  }

  private let state = Mutex(State())

  /// Does something when its turn comes.
  ///
  /// - Throws: what it throws, or `CancellationError` when the task was cancelled while it waited.
  func take<Result>(_ body: () async throws -> Result) async throws -> Result {
    try await wait()
    defer { pass() }
    return try await body()
  }

  private func wait() async throws {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let answer = state.withLock { state -> Swift.Result<Void, any Error>? in
          if state.cancelled.remove(id) != nil { return .failure(CancellationError()) }
          guard state.isTaken else {
            state.isTaken = true
            return .success(())
          }
          state.waiting.append((id, continuation))
          return nil
        }
        if let answer { continuation.resume(with: answer) }
      }
    } onCancel: {
      leave(id)
    }
    // A turn that came together with the cancellation is given back.
    state.withLock { _ = $0.cancelled.remove(id) }
    if Task.isCancelled {
      pass()
      throw CancellationError()
    }
  }

  private func leave(_ id: Int) {
    let continuation = state.withLock { state -> CheckedContinuation<Void, any Error>? in
      guard let index = state.waiting.firstIndex(where: { $0.id == id }) else {
        state.cancelled.insert(id)
        return nil
      }
      return state.waiting.remove(at: index).continuation
    }
    continuation?.resume(throwing: CancellationError())
  }

  private func pass() {
    let next = state.withLock { state -> CheckedContinuation<Void, any Error>? in
      guard !state.waiting.isEmpty else {
        state.isTaken = false
        return nil
      }
      return state.waiting.removeFirst().continuation
    }
    next?.resume()
  }
}
