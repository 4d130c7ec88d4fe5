/// Why the settings file can't be read or changed. Lines count from 1.
public enum SettingsError: ReportableError, Hashable {
  /// The file that was named is not there.
  case missing(path: String)
  /// The permissions forbid reading or writing the file.
  case notPermitted(path: String)
  /// The file can't be read.
  case unreadable(path: String, reason: String)
  /// The file is not TOML.
  case syntax(path: String, line: Int, detail: String)
  /// A value has the wrong type, is out of range, or is none of those allowed.
  case badValue(path: String, line: Int, key: String, expected: String)
  /// A backend lacks a key that it needs.
  case missingKey(path: String, line: Int, key: String)
  /// There is no such setting.
  case unknownKey(String, nearest: String?)
  /// A value given to `config set` does not fit.
  case unfit(key: String, expected: String)
  /// The value stands in a form that is not edited by line, such as an inline table.
  case notEditable(path: String, line: Int, key: String)
  /// There is a table of this name already.
  case tableExists(String)
  /// There is no table of this name.
  case noTable(String)
  /// The file can't be written.
  case unwritable(path: String, reason: String)

  /// What kind of failure it is.
  public var category: FailureCategory {
    switch self {
    case .missing: .inputMissing
    case .notPermitted: .notPermitted
    case .unreadable: .readOrWrite
    case .syntax, .badValue, .missingKey, .notEditable: .badData
    case .unknownKey, .unfit, .tableExists, .noTable: .badUsage
    case .unwritable: .cannotCreate
    }
  }

  /// What is said to a person.
  public var sentence: String {
    switch self {
    case .missing(let path):
      "There is no settings file \(path): correct --config, or make the file with `testlet config set`."
    case .notPermitted(let path):
      "The permissions of the settings file \(path) forbid it: change them, or give another file with --config."
    case .unreadable(let path, let reason):
      "The settings file \(path) can't be read (\(reason)): mend it, or give another one with --config."
    case .syntax(let path, let line, let detail):
      "The settings file \(path) is not valid TOML at line \(line) (\(detail)): correct that line."
    case .badValue(let path, let line, let key, let expected):
      "In \(path), line \(line), the value of \(key) is not \(expected): correct it."
    case .missingKey(let path, let line, let key): "In \(path), line \(line), \(key) is missing: add it."
    case .unknownKey(let key, let nearest):
      "There is no setting \(key)" + (nearest.map { ": did you mean \($0)?" } ?? ": see `testlet config`.")
    case .unfit(let key, let expected): "What was given for \(key) is not \(expected): give one."
    case .notEditable(let path, let line, let key):
      "In \(path), line \(line), \(key) is written in a way that is not changed from here: edit it by hand."
    case .tableExists(let name): "There is a [\(name)] already: remove it first, or choose another name."
    case .noTable(let name): "There is no [\(name)] in the settings file to remove: see `testlet config`."
    case .unwritable(let path, let reason):
      "The settings file \(path) can't be written (\(reason)): make room for it, or give another one with --config."
    }
  }
}
