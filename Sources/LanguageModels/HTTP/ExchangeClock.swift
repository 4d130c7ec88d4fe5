import Synchronization

/// Keeps the time limits of one exchange: the reader notes every piece, the watch ends when a limit passes.
final class ExchangeClock: Sendable {
  /// An answer was read, and its server keeps the connection busy.
  struct Lingering: Error {}

  /// How long a server may take to end an answer that was read.
  private static let linger = Duration.milliseconds(500)

  private enum Phase {
    case waiting
    case reading
    case read
  }

  private struct State {
    var last: ContinuousClock.Instant
    var phase = Phase.waiting
  }

  private let limits: HTTPLimits
  private let start: ContinuousClock.Instant
  private let state: Mutex<State>

  init(limits: HTTPLimits) {
    self.limits = limits
    start = .now
    state = Mutex(State(last: start))
  }

  /// The time since the exchange began.
  var elapsed: Duration { ContinuousClock.now - start }

  /// Notes that a piece of the body arrived.
  func noteBody() {
    state.withLock { state in
      state.last = .now
      state.phase = .reading
    }
  }

  /// Notes that the answer was read, and only the end of the body is still to come.
  func noteRead() {
    state.withLock { state in
      state.last = .now
      state.phase = .read
    }
  }

  /// Returns never but by throwing the limit that passed, or when the task is cancelled.
  func watch() async throws -> Never {
    while true {
      let (deadline, error) = nextDeadline()
      if deadline <= .now { throw error }
      // Never longer than the shortest limit, which may begin to hold meanwhile.
      let look = min(deadline, .now.advanced(by: Self.linger))
      try await Task.sleep(until: look, tolerance: .zero, clock: .continuous)
    }
  }

  private func nextDeadline() -> (ContinuousClock.Instant, any Error) {
    let state = state.withLock { $0 }
    let phase: (ContinuousClock.Instant, any Error) =
      switch state.phase {
      case .waiting: (start.advanced(by: limits.firstByte), LLMError.firstByteTimeout)
      case .reading: (state.last.advanced(by: limits.idle), LLMError.idleTimeout)
      case .read: (state.last.advanced(by: Self.linger), Lingering())
      }
    let whole = start.advanced(by: limits.whole)
    return whole < phase.0 ? (whole, LLMError.overallTimeout) : phase
  }
}
