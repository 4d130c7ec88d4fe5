/// The settings file: read with a TOML parser, changed line by line, so that comments, order and unknown keys stay.
///
/// A file that does not exist reads as an empty one; it is made, with commented defaults and for its owner only, when
/// something is first saved. Every change starts from what is on disk at that moment, and is read back after writing.
public struct SettingsFile: Sendable {
  /// Where the file is, or would be.
  public let path: String
  /// Whether the file is there.
  public private(set) var exists: Bool
  private var document: TOMLDocument
  private let catalog: @Sendable (SettingsFile) -> SettingsCatalog

  /// Reads a file.
  ///
  /// - Parameter catalog: the settings whose defaults a file shows that is made at the first change.
  /// - Throws: ``SettingsError/unreadable(path:reason:)`` or ``SettingsError/syntax(path:line:detail:)``.
  public init(
    path: String, catalog: @escaping @Sendable (SettingsFile) -> SettingsCatalog = { _ in SettingsCatalog([]) }
  ) throws(SettingsError) {
    let text = try AtomicFile.contents(of: path)
    try self.init(path: path, text: text ?? "", exists: text != nil, catalog)
  }

  private init(
    path: String, text: String, exists: Bool, _ catalog: @escaping @Sendable (SettingsFile) -> SettingsCatalog
  ) throws(SettingsError) {
    self.path = path
    self.exists = exists
    self.catalog = catalog
    do {
      document = try TOMLDocument(text)
    } catch {
      throw .syntax(path: path, line: error.line, detail: error.detail)
    }
  }

  /// The whole text of the file.
  public var text: String { document.text }

  /// A value as it stands in the file; `nil` when it does not.
  public func value(for keyPath: String) -> SettingsValue? {
    document.values[Self.path(keyPath)]
  }

  /// The value of a setting, in the setting's own type; `nil` when the file does not give it.
  ///
  /// - Throws: ``SettingsError/badValue(path:line:key:expected:)``.
  public func value(for key: SettingsKey) throws(SettingsError) -> SettingsValue? {
    guard let value = value(for: key.name) else {
      // A table where a value belongs.
      let path = Self.path(key.name)
      guard document.values.keys.contains(where: { $0.starts(with: path) }) else { return nil }
      throw badValue(key)
    }
    guard let fitting = key.fitting(value) else { throw badValue(key) }
    return fitting
  }

  /// A text; `nil` when the file does not give it.
  public func string(for keyPath: String) throws(SettingsError) -> String? {
    guard case .string(let value)? = try value(for: SettingsKey(keyPath, .text)) else { return nil }
    return value
  }

  /// A whole number; `nil` when the file does not give it.
  public func int(for keyPath: String) throws(SettingsError) -> Int? {
    guard case .int(let value)? = try value(for: SettingsKey(keyPath, .int(.min ... .max))) else { return nil }
    return value
  }

  /// A number, written with or without a fraction; `nil` when the file does not give it.
  public func double(for keyPath: String) throws(SettingsError) -> Double? {
    let range = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    guard case .double(let value)? = try value(for: SettingsKey(keyPath, .double(range))) else { return nil }
    return value
  }

  /// A truth value; `nil` when the file does not give it.
  public func bool(for keyPath: String) throws(SettingsError) -> Bool? {
    guard case .bool(let value)? = try value(for: SettingsKey(keyPath, .bool)) else { return nil }
    return value
  }

  /// A list of texts; `nil` when the file does not give it.
  public func strings(for keyPath: String) throws(SettingsError) -> [String]? {
    guard case .strings(let value)? = try value(for: SettingsKey(keyPath, .texts)) else { return nil }
    return value
  }

  /// The names of the tables inside a table, such as the ids under `backends`, in the order of the file.
  public func tables(in keyPath: String) -> [String] {
    let parent = Self.path(keyPath)
    let paths =
      document.outline.headers.filter { !$0.isListElement }.map { ($0.start, $0.path) }
      + document.values.keys.map { path in (Int.max, Array(path.dropLast())) }.sorted {
        $0.1.lexicographicallyPrecedes($1.1)
      }
    var names: [String] = []
    for (_, path) in paths.sorted(by: { $0.0 < $1.0 }) where path.count > parent.count && path.starts(with: parent) {
      if !names.contains(path[parent.count]) { names.append(path[parent.count]) }
    }
    return names
  }

  /// The line of a key, or of its table, from 1.
  public func line(of keyPath: String) -> Int {
    document.line(of: Self.path(keyPath))
  }

  private func badValue(_ key: SettingsKey) -> SettingsError {
    .badValue(path: path, line: line(of: key.name), key: key.name, expected: key.expectation)
  }

  static func path(_ keyPath: String) -> [String] {
    keyPath.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }
}

extension SettingsFile {
  /// Changes or adds one value, and saves.
  ///
  /// - Throws: ``SettingsError``; the file is as it was then.
  public mutating func set(_ keyPath: String, to value: SettingsValue) throws(SettingsError) {
    let target = Self.path(keyPath)
    try change { file throws(SettingsError) in
      do throws(TOMLDocument.EditError) {
        return (try file.document.setting(target, to: value), [target: value])
      } catch {
        throw .notEditable(path: file.path, line: error.line, key: keyPath)
      }
    }
  }

  /// Adds a table with its values at the end, and saves.
  ///
  /// - Throws: ``SettingsError/tableExists(_:)``, or another ``SettingsError``; the file is as it was then.
  public mutating func addTable(
    _ keyPath: String, _ entries: [(key: String, value: SettingsValue)]
  ) throws(SettingsError) {
    let table = Self.path(keyPath)
    try change { file throws(SettingsError) in
      let isTaken =
        file.document.values.keys.contains { $0.starts(with: table) }
        || file.document.outline.headers.contains { $0.path.starts(with: table) }
      guard !isTaken else { throw .tableExists(keyPath) }
      let lines = entries.map { "\($0.key) = \($0.value.toml)" }
      let added = Dictionary(entries.map { (table + [$0.key], $0.value) }) { _, last in last }
      return (file.document.appending(table: table, lines: lines), added)
    }
  }

  /// Removes a table with its values, and saves. Comments after its last value stay.
  ///
  /// - Parameter keepingHeader: only its values go, so that its commented defaults still stand below its header.
  /// - Throws: ``SettingsError/noTable(_:)``, or another ``SettingsError``; the file is as it was then.
  public mutating func removeTable(_ keyPath: String, keepingHeader: Bool = false) throws(SettingsError) {
    let table = Self.path(keyPath)
    try change { file throws(SettingsError) in
      let text = keepingHeader ? file.document.emptying(table: table) : file.document.removing(table: table)
      guard let text else { throw .noTable(keyPath) }
      let removed = file.document.values.keys.filter { $0.starts(with: table) }
      return (text, Dictionary(uniqueKeysWithValues: removed.map { ($0, nil) }))
    }
  }

  /// Reads the file as it is now, changes it, makes sure that exactly the wanted values changed, and writes it.
  private mutating func change(
    _ edit: (SettingsFile) throws(SettingsError) -> (text: String, values: [[String]: SettingsValue?])
  ) throws(SettingsError) {
    var before = try SettingsFile(path: path, catalog: catalog)
    if before.text.isEmpty {
      before = try SettingsFile(path: path, text: catalog(before).template, exists: before.exists, catalog)
    }
    let edited = try edit(before)
    var expected = before.document.values
    for (path, value) in edited.values { expected[path] = value }
    let after = try SettingsFile(path: path, text: edited.text, exists: true, catalog)
    guard after.document.values == expected else {
      throw .notEditable(path: path, line: 1, key: edited.values.keys.first?.joined(separator: ".") ?? "it")
    }
    try AtomicFile.replace(path, with: edited.text)
    self = try SettingsFile(path: path, catalog: catalog)
    guard document.values == expected else {
      throw .unwritable(path: path, reason: "it reads back differently, so another program may be changing it")
    }
  }
}
