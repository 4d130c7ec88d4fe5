import Synchronization

/// Keeps the time limits of one exchange: the reader notes every piece, the watch ends when a limit passes.
final class ExchangeClock: Sendable {
  private struct State {
    var last: ContinuousClock.Instant
    var hasBody = false
  }

  private let limits: HTTPLimits
  private let start: ContinuousClock.Instant
  private let state: Mutex<State>

  init(limits: HTTPLimits) {
    self.limits = limits
    start = .now
    state = Mutex(State(last: start))
  }

  /// Notes that a piece of the body arrived.
  func noteBody() {
    state.withLock { state in
      state.last = .now
      state.hasBody = true
    }
  }

  /// Returns never but by throwing the limit that passed, or when the task is cancelled.
  func watch() async throws -> Never {
    while true {
      let (deadline, error) = nextDeadline()
      if deadline <= .now { throw error }
      try await Task.sleep(until: deadline, tolerance: .zero, clock: .continuous)
    }
  }

  private func nextDeadline() -> (ContinuousClock.Instant, LLMError) {
    let state = state.withLock { $0 }
    let phase: (ContinuousClock.Instant, LLMError) =
      state.hasBody
      ? (state.last.advanced(by: limits.idle), .idleTimeout)
      : (start.advanced(by: limits.firstByte), .firstByteTimeout)
    let whole = start.advanced(by: limits.whole)
    return whole < phase.0 ? (whole, .overallTimeout) : phase
  }
}
