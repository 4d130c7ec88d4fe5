/// How often, and how long, a request that may succeed later is tried again.
public struct RetryPolicy: Sendable {
  /// The longest time spent waiting, all waits together.
  static let budget = Duration.seconds(20)

  /// The most times a request is sent.
  public var attempts: Int
  /// What waits.
  public var clock: any Clock<Duration>
  /// A random number from 0 to 1.
  public var random: @Sendable () -> Double
  /// The seconds since 1970, for servers that name the time at which to try again.
  public var now: @Sendable () -> Int

  /// Makes a policy.
  public init(
    attempts: Int = 3, clock: any Clock<Duration> = ContinuousClock(),
    random: @escaping @Sendable () -> Double = { Double.random(in: 0...1) },
    now: @escaping @Sendable () -> Int = HTTPDate.now
  ) {
    self.attempts = attempts
    self.clock = clock
    self.random = random
    self.now = now
  }

  /// The time to wait before the next attempt: what the server asks for, else from a half to the whole of a delay that
  /// doubles each time ("equal jitter"). `nil` when the attempts or the budget are used up.
  ///
  /// - Parameter attempt: how many times the request was sent already, from 1.
  func delay(afterAttempt attempt: Int, waited: Duration, retryAfter: String?) -> Duration? {
    guard attempt < attempts else { return nil }
    let growing = Duration.milliseconds(500) * (1 << min(attempt - 1, 10))
    var delay = growing * (0.5 + 0.5 * random())
    if let seconds = retryAfter.flatMap(seconds), seconds >= 0 {
      // A limit keeps the multiplication in range; more than the budget is refused below anyway.
      delay = .seconds(min(seconds, 86_400))
    }
    return waited + delay <= Self.budget ? delay : nil
  }

  /// The seconds that a server asks for, as a number or as a date.
  private func seconds(_ retryAfter: String) -> Double? {
    Double(retryAfter) ?? HTTPDate.seconds(retryAfter).map { Double($0 - now()) }
  }
}
