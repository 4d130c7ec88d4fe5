import Foundation

/// A shell that completes commands.
enum Shell: String {
  case bash
  case zsh
  case fish

  /// Whether it is there. Where it has to be, the tests fail instead of being skipped.
  var isWanted: Bool { path != nil || ProcessInfo.processInfo.environment["CI"] == "true" }

  /// Why the tests are skipped.
  var skipReason: String { "\(rawValue) is not installed" }

  /// Where it is.
  var path: String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(rawValue)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
