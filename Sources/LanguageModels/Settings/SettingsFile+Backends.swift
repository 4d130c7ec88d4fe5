extension SettingsFile {
  /// Adds a backend with the values that are given, and saves.
  ///
  /// - Parameter values: the keys of its table, such as `url`, without `kind`; those that are `nil` are left out.
  /// - Throws: ``SettingsError``; the file is as it was then.
  public mutating func addBackend(
    _ id: String, kind: BackendKind, values: KeyValuePairs<String, String?>
  ) throws(SettingsError) {
    let table = "backends.\(id)"
    guard BackendSettings.isID(id) else { throw .unfit(key: "the id", expected: "1 to 40 letters, digits, - and _") }
    guard !BackendSettings.presets(in: self).contains(where: { $0.id == id }) else { throw .tableExists(table) }
    let keys = SettingsCatalog(SettingsCatalog.keys(of: .template(id: id, kind: kind)))
    var entries: [(key: String, value: SettingsValue)] = [("kind", .string(kind.rawValue))]
    for (name, text) in values {
      guard let text else { continue }
      entries.append((name, try keys.reading("\(table).\(name)", text)))
    }
    try addTable(table, entries)
  }

  /// Removes a backend that the file adds, and whatever chooses it; a built-in one goes back to its defaults. Saves.
  ///
  /// - Throws: ``SettingsError``.
  public mutating func removeBackend(_ id: String) throws(SettingsError) {
    let isBuiltIn = LLMBackendConfig.builtIn.contains { $0.id == id }
    if !isBuiltIn {
      let mock = LLMBackendConfig.mock.id
      if try string(for: "backend.selected") == id { try set("backend.selected", to: .string(mock)) }
      if let fallback = try strings(for: "backend.fallback"), fallback.contains(id) {
        try set("backend.fallback", to: .strings(fallback.filter { $0 != id }))
      }
      if let agreed = try strings(for: "backend.agreed") {
        let others = agreed.filter { EgressAgreement(text: $0)?.backend != id }
        if others != agreed { try set("backend.agreed", to: .strings(others)) }
      }
    }
    try removeTable("backends.\(id)", keepingHeader: isBuiltIn)
  }

  /// Notes that the student agrees to a server, and saves.
  ///
  /// - Throws: ``SettingsError``; the file is as it was then.
  public mutating func agree(to agreement: EgressAgreement) throws(SettingsError) {
    let agreed = try strings(for: "backend.agreed") ?? []
    guard !agreed.contains(agreement.text) else { return }
    try set("backend.agreed", to: .strings(agreed + [agreement.text]))
  }
}
