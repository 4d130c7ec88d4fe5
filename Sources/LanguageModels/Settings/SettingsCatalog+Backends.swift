extension SettingsCatalog {
  /// The settings of `[backend]` and of every `[backends.ID]` that is built in or in the file.
  public static func backends(in file: SettingsFile) -> SettingsCatalog {
    let presets = BackendSettings.presets(in: file)
    return SettingsCatalog(general(presets.map(\.id)) + presets.flatMap(keys))
  }

  private static func general(_ ids: [String]) -> [SettingsKey] {
    [
      SettingsKey(
        "backend.selected", .choice(ids), default: .string(LLMBackendConfig.mock.id),
        about: "Who writes the questions; until you choose, the best that can."),
      SettingsKey(
        "backend.fallback", .choices(ids), default: .strings([LLMBackendConfig.mock.id]),
        about: "Who may answer while the chosen backend is gone, in this order; never another machine for this one."),
      SettingsKey(
        "backend.privacy", .choice(EgressPolicy.Mode.allCases.map(\.rawValue)),
        default: .string(EgressPolicy.Mode.ask.rawValue),
        about: "What may leave this machine: nothing, what you agreed to host by host, or anything."),
      SettingsKey(
        "backend.mode", .choice(BackendSettings.Mode.allCases.map(\.rawValue)),
        default: .string(BackendSettings.Mode.auto.rawValue),
        about: "Who may be picked for a task: anyone, only this machine, or only servers on other machines (byo)."),
      SettingsKey(
        "backend.agreed", .texts, default: .strings([]),
        about: "The hosts that you agreed to; agreeing in the settings or with `backends use` adds to it."),
    ]
  }

  static func keys(of preset: LLMBackendConfig) -> [SettingsKey] {
    let table = "backends.\(preset.id)"
    let kinds = BackendKind.allCases.map(\.rawValue)
    let profiles = ServerProfile.allCases.map(\.rawValue)
    return [
      SettingsKey(
        "\(table).kind", .choice(kinds), default: .string(preset.kind.rawValue), about: "What speaks there."),
      SettingsKey(
        "\(table).profile", .choice(profiles), default: .string(preset.profile.rawValue),
        about: "Which server it is, for what it does in its own way."),
      SettingsKey(
        "\(table).url", .address, default: preset.url.map(SettingsValue.string), about: "Where the server listens."),
      SettingsKey(
        "\(table).model", .text, default: preset.model.map(SettingsValue.string),
        about: "The model that answers; empty for the server's own."),
      SettingsKey(
        "\(table).key-env", .text, default: preset.keyEnvironmentVariable.map(SettingsValue.string),
        about: "The environment variable that holds the API key; empty for a server without keys."),
      SettingsKey(
        "\(table).python", .text, default: preset.python.map(SettingsValue.string),
        about: "The Python that runs the model."),
      SettingsKey(
        "\(table).temperature", .double(0...2), default: .double(preset.temperature),
        about: "How freely it words what has no temperature of its own; 0 is always the likeliest word."),
      SettingsKey(
        "\(table).max-tokens", .int(128...4096), default: .int(preset.maxTokens),
        about: "The most tokens of an answer."),
      SettingsKey(
        "\(table).timeout", .int(10...300), default: .int(preset.timeout),
        about: "Seconds without a byte before a request is given up."),
      SettingsKey(
        "\(table).parallel", .int(0...64), default: .int(preset.parallel),
        about: "Requests at once; 0 for as many as the server really serves."),
      SettingsKey(
        "\(table).delay-ms", .int(0...60_000), default: .int(preset.delayMilliseconds),
        about: "Milliseconds before each word, to watch it write."),
    ]
  }
}

extension SettingsCatalog {
  /// The settings that a backend of some kind goes by, in their order.
  public func parameters(of configuration: LLMBackendConfig) -> [SettingsKey] {
    let names = configuration.kind.parameters.map { "backends.\(configuration.id).\($0)" }
    return keys.filter { names.contains($0.name) }
  }
}

extension BackendKind {
  /// The keys of its table that it goes by.
  var parameters: [String] {
    switch self {
    case .mock: ["delay-ms"]
    case .ollama: ["url", "model", "key-env", "temperature", "max-tokens", "timeout", "parallel"]
    case .openAICompatible:
      ["profile", "url", "model", "key-env", "temperature", "max-tokens", "timeout", "parallel"]
    case .mlx: ["model", "python", "temperature", "max-tokens", "timeout"]
    }
  }
}
