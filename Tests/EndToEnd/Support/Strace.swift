import Foundation

/// strace, which sees what a program asks the system for, and can have the system refuse it.
enum Strace {
  /// Whether it is there. Where it has to be, the tests fail instead of being skipped.
  static let isWanted = path != nil || ProcessInfo.processInfo.environment["CI"] == "true"

  /// Why the tests are skipped.
  static let skipReason = "strace is not installed"

  private static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/strace" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  /// The command that runs another one, and its children, under options of strace.
  static func command(_ options: [String], _ command: [String]) -> [String] {
    [path ?? "strace", "-f", "-qq"] + options + command
  }
}
