import Synchronization
import Testing

@testable import TestletApp

@Suite("Time that counts")
struct RunningTimeTests {
  /// A clock that goes on when it is told to.
  private final class Clock: Sendable {
    let now = Mutex(SuspendingClock().now)

    func pass(_ seconds: Double) {
      now.withLock { $0 = $0.advanced(by: .seconds(seconds)) }
    }
  }

  @Test("What goes by between two looks at the clock counts; a gap, as after Ctrl-Z, counts no more than in the app")
  func gaps() {
    let clock = Clock()
    let time = RunningTime { clock.now.withLock { $0 } }
    #expect(time.seconds == 0)
    for (passed, counted) in [(1.0, 1.0), (0.5, 1.5), (3600, 3.5), (0, 3.5), (-10, 3.5), (1, 4.5)] {
      clock.pass(passed)
      #expect(abs(time.seconds - counted) < 0.001)
    }
  }
}
