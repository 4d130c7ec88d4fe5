/// Failures of a worker in a row, so that one that can't work is not started over and over.
struct WorkerFailures: Sendable {
  /// Failures in a row after which it is left alone for a while.
  static let most = 3
  /// How long it is left alone.
  static let pause = Duration.seconds(60)

  private var count = 0
  private var last: (error: LLMError, time: ContinuousClock.Instant)?

  /// Notes a failure.
  mutating func note(_ error: LLMError, at time: ContinuousClock.Instant) {
    count += 1
    last = (error, time)
  }

  /// Why it is not started now; `nil` when it may be.
  func refusal(at time: ContinuousClock.Instant) -> LLMError? {
    guard count >= Self.most, let last, time - last.time < Self.pause else { return nil }
    return last.error
  }
}
