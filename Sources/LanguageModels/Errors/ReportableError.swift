/// An error that a person is shown: one plain sentence, and the kind of failure that decides the exit code.
public protocol ReportableError: Error {
  /// What happened, where, and what to do next: one sentence, without control characters.
  var sentence: String { get }
  /// The kind of failure.
  var category: FailureCategory { get }
}

/// The kinds of failure that a caller can tell apart, named after `sysexits.h`.
public enum FailureCategory: Sendable, Hashable {
  case badUsage
  case badData
  case inputMissing
  case unavailable
  case internalFault
  case cannotCreate
  case readOrWrite
  case tryLater
  case notPermitted
  case interrupted
}
