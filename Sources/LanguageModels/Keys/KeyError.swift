/// Why a key can't be looked up, stored or removed. None of it tells a key.
public enum KeyError: ReportableError, Hashable {
  /// What was given can't be a key.
  case notAKey
  /// The backend has no server to send a key to.
  case takesNone(backend: String)
  /// Others can get at the file of keys, or at its folder.
  case open(path: String, mode: String)
  /// The file of keys can't be read.
  case unreadable(path: String, reason: String)
  /// The file of keys can't be written.
  case unwritable(path: String, reason: String)
  /// The permissions forbid reading or writing the file of keys.
  case notPermitted(path: String)
  /// The keyring did not answer in time.
  case keyringSilent
  /// The keyring, or the program that asks it, failed.
  case keyringFailed(detail: String)

  /// What is said to a person.
  public var sentence: String { "\(problem.prefix(1).uppercased())\(problem.dropFirst()): \(step)." }

  /// What is wrong, to go on a sentence with.
  var problem: String {
    switch self {
    case .notAKey: "what was given is not an API key"
    case .takesNone(let backend): "the backend \"\(backend)\" has no server that could want an API key"
    case .open(let path, _): "others can get at the API keys in \(path)"
    case .unreadable(let path, let reason): "the API keys in \(path) can't be read (\(reason))"
    case .unwritable(let path, let reason): "the API keys in \(path) can't be written (\(reason))"
    case .notPermitted(let path): "the permissions of \(path) forbid keeping API keys in it"
    case .keyringSilent: "the desktop keyring, which has the key, does not answer"
    case .keyringFailed(let detail): "the desktop keyring, which has the key, failed (\(detail))"
    }
  }

  /// What to do about it, to go on a sentence with.
  var step: String {
    switch self {
    case .notAKey: "give one line of letters, digits and signs without spaces"
    case .takesNone: "choose one that `testlet backends key` lists"
    case .open(let path, let mode): "keep them out with `chmod \(mode) \(ShellWord.quoted(path))`, and replace the keys"
    case .unreadable(let path, _): "remove \(path), and give the keys again with `testlet backends key`"
    case .unwritable: "make room for it, or put the key into an environment variable"
    case .notPermitted: "change them, or put the key into an environment variable"
    case .keyringSilent: "unlock it, or give the key again with `testlet backends key`"
    case .keyringFailed: "see that it runs, or give the key again with `testlet backends key`"
    }
  }

  /// What kind of failure it is.
  public var category: FailureCategory {
    switch self {
    case .notAKey, .takesNone: .badUsage
    case .open, .notPermitted: .notPermitted
    case .unreadable: .readOrWrite
    case .unwritable: .cannotCreate
    case .keyringSilent, .keyringFailed: .unavailable
    }
  }
}
