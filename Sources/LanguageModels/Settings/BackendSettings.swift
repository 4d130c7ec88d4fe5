/// The backends of the settings file, with the built-in ones that it does not mention, and the choices about them.
public struct BackendSettings: Sendable, Hashable {
  /// Which backends may be picked for a task.
  public enum Mode: String, Sendable, Hashable, CaseIterable {
    case auto
    case local
    case byo
  }

  /// Every backend, the built-in ones first.
  public var backends: [LLMBackendConfig]
  /// The id of the selected backend.
  public var selected: String
  /// Whether the file names the selected backend; if not, the program may look for the best one.
  public var isSelectionSaved: Bool
  /// The ids of the backends that are offered when the selected one is gone.
  public var fallback: [String]
  /// What may leave the machine.
  public var privacy: EgressPolicy.Mode
  /// The servers that the student agreed to.
  public var agreed: Set<EgressAgreement>
  /// Which backends may be picked for a task.
  public var mode: Mode

  /// What the privacy settings allow.
  public var egress: EgressPolicy { EgressPolicy(mode: privacy, agreed: agreed) }

  /// Reads the settings; what the file does not say has its default.
  ///
  /// - Throws: ``SettingsError``, naming the file, the line and the key.
  public init(_ file: SettingsFile) throws(SettingsError) {
    try Self.checkShape(file)
    let catalog = SettingsCatalog.backends(in: file)
    try catalog.check(file)
    var backends: [LLMBackendConfig] = []
    for preset in Self.presets(in: file) { backends.append(try Self.configuration(preset, file)) }
    self.backends = backends
    let saved = try file.string(for: "backend.selected")
    selected = saved ?? LLMBackendConfig.mock.id
    isSelectionSaved = saved != nil
    fallback = try file.strings(for: "backend.fallback") ?? [LLMBackendConfig.mock.id]
    privacy = try file.string(for: "backend.privacy").flatMap(EgressPolicy.Mode.init) ?? .ask
    agreed = Set(try file.strings(for: "backend.agreed")?.compactMap(EgressAgreement.init(text:)) ?? [])
    mode = try file.string(for: "backend.mode").flatMap(Mode.init) ?? .auto
  }

  /// What each backend starts from: the built-in ones, then those that the file adds.
  static func presets(in file: SettingsFile) -> [LLMBackendConfig] {
    let builtIn = LLMBackendConfig.builtIn
    let added = file.tables(in: "backends").filter { id in !builtIn.contains { $0.id == id } }
    let all = builtIn.map(\.id) + added
    return all.map { id in
      let preset = builtIn.first { $0.id == id }
      guard case .string(let name)? = file.value(for: "backends.\(id).kind"), let kind = BackendKind(rawValue: name),
        kind != preset?.kind
      else { return preset ?? .template(id: id, kind: .openAICompatible) }
      return .template(id: id, kind: kind)
    }
  }

  /// Refuses values where tables belong, names that no command line could carry, and backends without a kind.
  private static func checkShape(_ file: SettingsFile) throws(SettingsError) {
    func bad(_ key: String, _ expected: String) -> SettingsError {
      .badValue(path: file.path, line: file.line(of: key), key: key, expected: expected)
    }
    for table in ["backend", "backends"] where file.value(for: table) != nil { throw bad(table, "a table") }
    for preset in LLMBackendConfig.builtIn where file.value(for: "backends.\(preset.id)") != nil {
      throw bad("backends.\(preset.id)", "a table")
    }
    for id in file.tables(in: "backends") where !LLMBackendConfig.builtIn.contains(where: { $0.id == id }) {
      guard isID(id) else { throw bad("backends", "a list of names made of letters, digits, - and _") }
      guard file.value(for: "backends.\(id).kind") != nil else {
        throw .missingKey(path: file.path, line: file.line(of: "backends.\(id)"), key: "backends.\(id).kind")
      }
    }
  }

  /// Whether a text can be the id of a backend: 1 to 40 letters, digits, `-` and `_`.
  public static func isID(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count) && text.utf8.allSatisfy(\.isTOMLBareKey)
  }

  private static func configuration(
    _ preset: LLMBackendConfig, _ file: SettingsFile
  ) throws(SettingsError) -> LLMBackendConfig {
    let table = "backends.\(preset.id)"
    var result = preset
    result.profile = try file.string(for: "\(table).profile").flatMap(ServerProfile.init) ?? preset.profile
    result.url = try file.string(for: "\(table).url") ?? preset.url
    result.model = try file.string(for: "\(table).model") ?? preset.model
    result.keyEnvironmentVariable = try file.string(for: "\(table).key-env") ?? preset.keyEnvironmentVariable
    result.python = try file.string(for: "\(table).python") ?? preset.python
    result.temperature = try file.double(for: "\(table).temperature") ?? preset.temperature
    result.maxTokens = try file.int(for: "\(table).max-tokens") ?? preset.maxTokens
    result.timeout = try file.int(for: "\(table).timeout") ?? preset.timeout
    result.parallel = try file.int(for: "\(table).parallel") ?? preset.parallel
    result.delayMilliseconds = try file.int(for: "\(table).delay-ms") ?? preset.delayMilliseconds
    // An empty text takes a preset's value away: the server's own model, a server without a key.
    if result.model == "" { result.model = nil }
    if result.keyEnvironmentVariable == "" { result.keyEnvironmentVariable = nil }
    if result.kind == .openAICompatible && result.url == nil {
      throw .missingKey(path: file.path, line: file.line(of: table), key: "\(table).url")
    }
    return result
  }
}
