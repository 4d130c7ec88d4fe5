#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file of stored keys: which there are, and those that no keyring has. It is refused when anyone but its owner can
/// get at it or at its folder.
struct KeyFile: Sendable {
  private static let name = "keys.json"

  private let folder: String
  /// Where it is.
  var path: String { "\(folder)/\(Self.name)" }

  /// Names the file in a folder of its own; both are made when the first key is stored.
  init(folder: String) {
    self.folder = folder
  }

  /// Every entry.
  ///
  /// - Throws: ``KeyError``, also where others can get at the file.
  func entries() throws(KeyError) -> [StoredKey] {
    try Self.requirePrivacy(folder, mode: "700")
    try Self.requirePrivacy(path, mode: "600")
    guard let text = try Self.access({ () throws(SettingsError) in try AtomicFile.contents(of: path) }) else {
      return []
    }
    guard let json = try? JSONValue(parsing: text), json["format"]?.int == 1, let entries = json["keys"]?.elements
    else {
      throw .unreadable(path: path, reason: "it has another form")
    }
    return entries.compactMap(StoredKey.init)
  }

  /// The entry for a backend at its address.
  ///
  /// - Throws: ``KeyError``.
  func entry(for binding: KeyBinding) throws(KeyError) -> StoredKey? {
    try entries().first { $0.binding == binding }
  }

  /// Changes the entries, and writes the file whole.
  ///
  /// - Throws: ``KeyError``; the file is as it was then.
  func change(_ change: (inout [StoredKey]) -> Void) throws(KeyError) {
    var entries = try entries()
    change(&entries)
    let json = JSONValue.members([
      ("format", .number(1)), ("keys", .array(entries.map(\.json))),
    ])
    let path = path
    try Self.access { () throws(SettingsError) in try AtomicFile.replace(path, with: json.text + "\n") }
  }

  /// Fails where a path is there and others have a part in it.
  private static func requirePrivacy(_ path: String, mode: String) throws(KeyError) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    guard status.st_uid == geteuid(), status.st_mode & 0o077 == 0 else { throw .open(path: path, mode: mode) }
  }

  private static func access<Result>(_ body: () throws(SettingsError) -> Result) throws(KeyError) -> Result {
    do {
      return try body()
    } catch {
      switch error {
      case .notPermitted(let path): throw .notPermitted(path: path)
      case .unwritable(let path, let reason): throw .unwritable(path: path, reason: reason)
      case .unreadable(let path, let reason): throw .unreadable(path: path, reason: reason)
      // What reads and writes files fails in no other way.
      default: throw .unreadable(path: "", reason: error.sentence)
      }
    }
  }
}
