import PracticeTests

/// What happened on the command line.
enum CommandLineAction: Equatable, Sendable {
  case opened
  case historyRead([String])
  /// What fixed rules make of words, or that they make nothing of them.
  case foretold(String, PlainAction?)
  case modelAsked(String, by: ModelSignature)
  /// They would go to a host that was not named.
  case hostUnnamed(String, UnnamedHost)
  case understood(String, PlainUnderstanding)
  case notUnderstood(String, String)
}
