/// The settings that there are. Each module has its own; together they are what `testlet config` knows.
public struct SettingsCatalog: Sendable, Hashable {
  /// The settings, in the order in which they are listed.
  public var keys: [SettingsKey]

  /// Makes a catalogue.
  public init(_ keys: [SettingsKey]) {
    self.keys = keys
  }

  /// Two catalogues, one after the other.
  public static func + (a: SettingsCatalog, b: SettingsCatalog) -> SettingsCatalog {
    SettingsCatalog(a.keys + b.keys)
  }

  /// The setting of a name.
  ///
  /// - Throws: ``SettingsError/unknownKey(_:nearest:)``.
  public func key(named name: String) throws(SettingsError) -> SettingsKey {
    if let key = keys.first(where: { $0.name == name }) { return key }
    throw .unknownKey(SafeText.line(name, limit: 80), nearest: nearest(to: name))
  }

  /// The value of a setting: the file's, else the default; `nil` where there is neither.
  ///
  /// - Throws: ``SettingsError/unknownKey(_:nearest:)``, or ``SettingsError/badValue(path:line:key:expected:)``.
  public func value(of name: String, in file: SettingsFile) throws(SettingsError) -> SettingsValue? {
    let key = try key(named: name)
    return try file.value(for: key) ?? key.defaultValue
  }

  /// Changes a setting in the file, from a text on the command line.
  ///
  /// - Throws: ``SettingsError``.
  public func set(_ name: String, to text: String, in file: inout SettingsFile) throws(SettingsError) {
    try file.set(name, to: reading(name, text))
  }

  /// The value of a setting that a text on the command line means.
  ///
  /// - Throws: ``SettingsError/unknownKey(_:nearest:)`` or ``SettingsError/unfit(key:expected:)``.
  func reading(_ name: String, _ text: String) throws(SettingsError) -> SettingsValue {
    let key = try key(named: name)
    guard let value = key.reading(text) else { throw .unfit(key: name, expected: key.expectation) }
    return value
  }

  /// Checks every value that the file gives for these settings.
  ///
  /// - Throws: ``SettingsError/badValue(path:line:key:expected:)`` for the first that does not fit.
  public func check(_ file: SettingsFile) throws(SettingsError) {
    for key in keys { _ = try file.value(for: key) }
  }

  /// The name that is most like another one, if it is like it at all.
  private func nearest(to name: String) -> String? {
    let candidates = keys.map { key in (key.name, Self.distance(key.name, String(name.prefix(80)))) }
    guard let best = candidates.min(by: { $0.1 < $1.1 }), best.1 <= max(3, name.count / 3) else { return nil }
    return best.0
  }

  /// The number of insertions, deletions and replacements between two texts (Levenshtein).
  private static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b)
    var row = Array(0...b.count)
    for (i, character) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let replaced = diagonal + (character == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
