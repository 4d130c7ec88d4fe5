/// Why a backend gave no answer.
public enum LLMError: ReportableError, Hashable {
  /// No backend with this id is configured.
  case unknownBackend(String, known: [String])
  /// This version of testlet can't drive this kind of backend yet.
  case notSupportedYet(BackendKind)

  /// What is said to a person.
  public var sentence: String {
    switch self {
    case .unknownBackend(let id, let known):
      "There is no backend \"\(id)\"; there are \(known.joined(separator: ", "))."
    case .notSupportedYet(let kind):
      "This version of testlet can't use \(kind.rawValue) backends yet: use the built-in writer (`--backend mock`)."
    }
  }

  /// What kind of failure it is.
  public var category: FailureCategory {
    switch self {
    case .unknownBackend: .badUsage
    case .notSupportedYet: .unavailable
    }
  }
}
