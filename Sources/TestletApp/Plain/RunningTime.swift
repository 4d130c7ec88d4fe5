import Foundation
import Synchronization

/// The seconds that the program runs: not those for which it was stopped (Ctrl-Z), or the machine slept.
///
/// Nothing tells a program how long it was stopped. So the clock is looked at each second, and of a gap between two
/// looks only as much counts as in the app.
public final class RunningTime: Sendable {
  private struct Count {
    var last: SuspendingClock.Instant
    var total = Duration.zero
  }

  private let now: @Sendable () -> SuspendingClock.Instant
  private let count: Mutex<Count>

  /// Begins to count.
  public init(now: @escaping @Sendable () -> SuspendingClock.Instant = { SuspendingClock().now }) {
    self.now = now
    count = Mutex(Count(last: now()))
  }

  /// The seconds until now.
  public var seconds: Double {
    count.withLock { held in
      let moment = now()
      let gap = Duration.seconds(TakingState.longestGap)
      held.total += min(max(.zero, held.last.duration(to: moment)), gap)
      held.last = moment
      return held.total / .seconds(1)
    }
  }

  /// Looks at the clock each second, until nobody counts any more.
  ///
  /// It has a thread of its own, because one that waits for a line to be typed may be the only other.
  public func keepLooking() {
    Thread.detachNewThread { [weak self] in
      // Asking for the seconds is a look at the clock.
      while self?.seconds != nil { Thread.sleep(forTimeInterval: 1) }
    }
  }
}
