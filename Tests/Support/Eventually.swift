import Foundation

// What tells nobody that it changes can only be looked at again and again: another program's screen, the files that it
// writes, processes that others started, sockets that a library closes in its own time, what an object of this process
// counts. These waits are for such things: an end, an answer or a line of output can be waited for itself.

private let betweenLooks = Duration.milliseconds(5)

/// Something did not come to hold in its time.
public struct NeverHeld: Error, CustomStringConvertible {
  /// What a failed test says.
  public let description = "it did not come to hold"
}

/// Waits until something holds, for as long as a slow machine may need.
public func eventually(within limit: Duration = .seconds(30), _ holds: () async throws -> Bool) async throws {
  let end = ContinuousClock.now + limit
  while try await !holds() {
    guard ContinuousClock.now < end else { throw NeverHeld() }
    try await Task.sleep(for: betweenLooks)
  }
}

/// Whether something comes to hold in its time, where the thread may wait: what another program shows or writes.
public func comesToHold(within limit: Duration = .seconds(20), _ holds: () throws -> Bool) rethrows -> Bool {
  let end = ContinuousClock.now + limit
  while try !holds() {
    guard ContinuousClock.now < end else { return false }
    Thread.sleep(forTimeInterval: betweenLooks / .seconds(1))
  }
  return true
}
