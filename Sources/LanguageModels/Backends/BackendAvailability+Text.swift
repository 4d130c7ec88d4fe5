extension BackendAvailability {
  /// Whether requests can be sent now.
  public var isAvailable: Bool {
    if case .available = self { true } else { false }
  }

  /// Why the backend can't be used, as one sentence; `nil` when it can, or was not asked.
  public var reason: String? {
    switch self {
    case .available, .unknown: nil
    case .loading(let detail):
      detail.isEmpty ? "The server is getting ready." : "The server is getting ready: \(detail)."
    case .unavailable(let reason): reason.sentence
    }
  }

  /// What to do about it, as one sentence; `nil` when there is nothing to do.
  public func nextStep(for configuration: LLMBackendConfig) -> String? {
    switch self {
    case .available, .unknown: nil
    case .loading: "Wait a moment; it is asked again by itself."
    case .unavailable(let reason): reason.nextStep(for: configuration)
    }
  }
}

extension UnavailableReason {
  /// The reason, as one sentence.
  public var sentence: String {
    switch self {
    case .notRunning(let url): "Nothing answers at \(url)."
    case .wrongAddress(let url, let detail): "What answers at \(url) can't be used: \(detail)."
    case .modelMissing(let model): "The server does not have the model \(model)."
    case .noModel: "The server offers no model."
    case .keyMissing(let variable): "The environment variable \(variable), which should hold the key, is not set."
    case .keyRefused: "The server refused the key."
    case .notPermitted(let host): "The privacy mode does not allow \(host)."
    case .notSupportedYet: "This version of testlet cannot use this kind of backend yet."
    case .other(let text): text.last.map { ".!?".contains($0) } == true ? text : text + "."
    }
  }

  /// What to do about it, as one sentence.
  public func nextStep(for configuration: LLMBackendConfig) -> String {
    let table = "[backends.\(configuration.id)]"
    switch self {
    case .notRunning:
      switch configuration.kind {
      case .ollama: return "Start it with `ollama serve`, or correct url under \(table)."
      default: return "Start the server, or correct url under \(table)."
      }
    case .wrongAddress: return "Correct url under \(table) in the settings file."
    case .modelMissing:
      return "Choose one that `testlet backends models \(configuration.id)` lists, as model under \(table)."
    case .noModel: return "Load a model in the server."
    case .keyMissing(let variable): return "Set it before you start testlet: export \(variable)=..."
    case .keyRefused:
      return "Check the key in \(configuration.keyEnvironmentVariable ?? "key-env"), and that it is for this server."
    case .notPermitted(let host):
      return "Agree with `testlet backends use \(configuration.id) --agree \(host)`, or choose a local backend."
    case .notSupportedYet: return "Choose an openai-compatible backend, or mock."
    case .other: return "Look at the server's own log, or choose another backend."
    }
  }
}
