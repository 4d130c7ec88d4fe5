import Foundation
import TestSupport

/// What this process holds of the system.
struct ProcessCensus: Equatable {
  /// Open files, sockets, pipes and the like.
  private(set) var descriptors: Int
  /// Its threads, where the system has a list of them.
  private(set) var threads: Int
  /// Whether there is a child process, be it one that has ended and that nobody has asked about.
  private(set) var hasChild: Bool

  /// Counts.
  init() throws {
    let list = FileManager.default
    #if os(Linux)
      threads = try list.contentsOfDirectory(atPath: "/proc/self/task").count
      descriptors = try list.contentsOfDirectory(atPath: "/proc/self/fd").count
    #else
      threads = 0
      descriptors = try list.contentsOfDirectory(atPath: "/dev/fd").count
    #endif
    hasChild = waitpid(-1, nil, WNOHANG) >= 0
  }

  /// The same, once it has not changed for a second, or after ten: connections and threads end in their own time.
  static func settled() async throws -> ProcessCensus {
    let start = ContinuousClock.now
    var (last, since) = (try ProcessCensus(), start)
    while since + .seconds(1) > .now, start + .seconds(10) > .now {
      try await Task.sleep(for: .milliseconds(50))
      let now = try ProcessCensus()
      if now != last { (last, since) = (now, .now) }
    }
    return last
  }

  /// What is there beyond this earlier census, in words, once that is nothing or after some seconds.
  func leaks() async throws -> [String] {
    do { try await eventually(within: .seconds(15)) { try found(in: ProcessCensus()).isEmpty } } catch is NeverHeld {}
    return found(in: try ProcessCensus())
  }

  private func found(in now: ProcessCensus) -> [String] {
    var leaks: [String] = []
    if now.descriptors > descriptors { leaks.append("\(now.descriptors - descriptors) descriptors left open") }
    // Those of the pools come and go with the work: as many as there are processors may wait for more.
    if now.threads > threads + ProcessInfo.processInfo.activeProcessorCount {
      leaks.append("\(now.threads - threads) threads left")
    }
    if now.hasChild { leaks.append("a child process left") }
    return leaks
  }
}
