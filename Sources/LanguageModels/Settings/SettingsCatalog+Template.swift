extension SettingsCatalog {
  /// Where what a value has to be stands, behind most values.
  private static let remarkColumn = 34

  /// What a new settings file begins with: every setting that something goes by, with its default as a comment. What a
  /// setting is for is said once, though several backends have it.
  var template: String {
    var lines = [
      "# Settings of testlet. Lines that begin with one # show the defaults; take the # away to change one.",
      "# No keys belong in this file: store one with `testlet backends key ID`, or let key-env name the environment",
      "# variable that holds it.",
    ]
    var table = ""
    var told = Set<String>()
    for key in keys where Self.isGoneBy(key) {
      guard let value = key.defaultValue ?? key.kind.emptyValue else { continue }
      let path = SettingsFile.path(key.name)
      let holder = path.dropLast().joined(separator: ".")
      if holder != table { lines += ["", "[\(holder)]"] }
      table = holder
      if told.insert(key.about).inserted { lines.append("## \(key.about)") }
      lines.append(Self.line("# \(path.last ?? "") = \(value.toml)", key))
    }
    return keys.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ text: String, _ key: SettingsKey) -> String {
    if key.kind == .text { return text }
    let gap = String(repeating: " ", count: max(2, remarkColumn - text.count))
    return "\(text)\(gap)# \(key.expectation)"
  }

  /// Whether something goes by a setting: a backend has no use for what its kind does not do.
  private static func isGoneBy(_ key: SettingsKey) -> Bool {
    let path = SettingsFile.path(key.name)
    guard path.count == 3 else { return true }
    let kind = LLMBackendConfig.builtIn.first { $0.id == path[1] }?.kind
    return path[2] == "kind" || kind?.parameters.contains(path[2]) != false
  }
}

extension SettingsKey.Kind {
  /// What stands for nothing; `nil` where nothing has no value of its own.
  fileprivate var emptyValue: SettingsValue? { self == .text ? .string("") : nil }
}
