/// What became of sending a request once.
struct SendAttempt: Sendable {
  enum Outcome: Sendable {
    case answered(LLMResponse)
    case refused(ServerRefusal)
  }

  var outcome: Outcome
  /// When the server asks to be tried again.
  var retryAfter: String?
}

extension RetryPolicy {
  /// Sends a request, and again after a while where the server says that it is only busy, under one budget of time.
  func patiently(_ send: () async throws -> SendAttempt) async throws -> SendAttempt.Outcome {
    var waited = Duration.zero
    var attempt = 1
    while true {
      let result = try await send()
      guard case .refused(let refusal) = result.outcome, refusal.isBusy,
        let delay = delay(afterAttempt: attempt, waited: waited, retryAfter: result.retryAfter)
      else { return result.outcome }
      try await clock.sleep(for: delay)
      waited += delay
      attempt += 1
    }
  }
}
