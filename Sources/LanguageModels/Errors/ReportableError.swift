/// An error that a person is shown: one plain sentence, and the kind of failure that decides the exit code.
public protocol ReportableError: Error {
  /// What happened, where, and what to do next: one sentence, without control characters.
  var sentence: String { get }
  /// The same for a log: without the words of a server or of a process, which may repeat what it was sent.
  var loggedSentence: String { get }
  /// The kind of failure.
  var category: FailureCategory { get }
}

extension ReportableError {
  /// The sentence itself, where none of it is another's.
  public var loggedSentence: String { sentence }
}

extension Error {
  /// What a log may hold of any error; of one that is not shown to people, only what it is.
  public var loggedReason: String {
    (self as? any ReportableError)?.loggedSentence ?? "\(type(of: self))"
  }
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
