extension BackendAvailability {
  /// Whether requests can be sent now.
  public var isAvailable: Bool {
    if case .available = self { true } else { false }
  }

  /// Why the backend can't be used, as one sentence; `nil` when it can, or was not asked.
  public var reason: String? { problem.map(Self.sentence) }

  /// What to do about it, as one sentence; `nil` when there is nothing to do.
  public func nextStep(for configuration: LLMBackendConfig) -> String? {
    step(for: configuration).map(Self.sentence)
  }

  /// The reason and the next step as one sentence; `nil` when the backend can be used, or was not asked.
  public func advice(for configuration: LLMBackendConfig) -> String? {
    guard let problem, let step = step(for: configuration) else { return nil }
    return Self.sentence("\(problem): \(step)")
  }

  /// What is wrong, to go on a sentence with.
  public var problem: String? {
    switch self {
    case .available, .unknown: nil
    case .loading(let detail): "the server is getting ready\(Self.remark(detail))"
    case .unavailable(let reason): reason.problem
    }
  }

  /// What to do about it, to go on a sentence with.
  public func step(for configuration: LLMBackendConfig) -> String? {
    switch self {
    case .available, .unknown: nil
    case .loading: "wait a moment, it is asked again by itself"
    case .unavailable(let reason): reason.step(for: configuration)
    }
  }

  /// Another's words in parentheses, if there are any.
  fileprivate static func remark(_ detail: String) -> String { detail.isEmpty ? "" : " (\(detail))" }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}

extension UnavailableReason {
  fileprivate var problem: String {
    switch self {
    case .notRunning(let url): "nothing answers at \(url)"
    case .serverNotInstalled(let program, let url, _): "nothing answers at \(url), and \(program) is not installed"
    case .tooOld(let program, let version, let least):
      "\(program) \(version) is too old, questions need \(least) or later"
    case .wrongAddress(let url, let detail): "what answers at \(url) can't be used\(BackendAvailability.remark(detail))"
    case .modelMissing(let model): "the server does not have the model \(model)"
    case .noModel: "the server has no model"
    case .modelNotNamed: "no model is named, and this server wants one"
    case .keyMissing(nil): "the server wants an API key, and none is stored for it"
    case .keyMissing(let variable?): "no API key is stored for it, and the environment variable \(variable) is not set"
    case .key(let error): error.problem
    case .keyRefused: "the server refused the key"
    case .notPermitted(let host): "you have not agreed to send anything to \(host)"
    case .localOnly(let host): "your privacy mode is local-only, and \(host) is another machine"
    case .untrusted(let host): "this machine does not trust the certificate of \(host)"
    case .notInstalled(let program, _): "\(program) is not installed in any Python that testlet looks into"
    case .notDownloaded(let model, _): "the model \(model) is not on this machine yet"
    case .workerFailed(let detail): "the process that runs the model failed\(BackendAvailability.remark(detail))"
    case .failed(let status?, let detail):
      "the server answered with status \(status)\(BackendAvailability.remark(detail))"
    case .failed(nil, let detail): "the server gave no answer\(BackendAvailability.remark(detail))"
    case .other(let text): text
    }
  }

  fileprivate func step(for configuration: LLMBackendConfig) -> String {
    let (id, table) = (configuration.id, "[backends.\(configuration.id)]")
    switch self {
    case .notRunning where configuration.kind == .ollama:
      return "start it with `ollama serve`, or correct url under \(table)"
    case .notRunning: return "start the server, or correct url under \(table)"
    case .serverNotInstalled(let program, _, let source):
      return "install \(program) from \(source) and start it, or correct url under \(table)"
    case .tooOld(let program, _, _): return "update \(program)"
    case .wrongAddress: return "correct url under \(table) in the settings file"
    case .modelMissing(let model) where configuration.kind == .ollama:
      return
        "bring it with `testlet backends pull \(id) \(model)`, or choose one that `testlet backends models \(id)` lists"
    case .modelMissing: return "choose one that `testlet backends models \(id)` lists, as model under \(table)"
    case .noModel: return "load a model in the server"
    case .modelNotNamed where configuration.kind == .ollama:
      return "choose one that `testlet backends models \(id)` lists, as model under \(table)"
    case .modelNotNamed: return "set model under \(table) in the settings file"
    case .keyMissing(let variable):
      let other = variable.map { ", or set `export \($0)=...` before you start testlet" } ?? ""
      return "store one with `testlet backends key \(id)`\(other)"
    case .key(let error): return error.step
    case .keyRefused:
      return
        "see with `testlet backends key` where the key comes from, and store another with `testlet backends key \(id)`"
    case .notPermitted(let host) where configuration.kind == .mlx:
      return
        "let it bring the model once with `testlet backends use \(id) --agree \(host)`, or give the folder of a model as model under \(table)"
    case .notPermitted(let host):
      return "agree with `testlet backends use \(id) --agree \(host)`, or choose a local backend"
    case .localOnly:
      return "choose a backend on this machine, or allow others with `testlet config set backend.privacy ask`"
    case .untrusted:
      return
        "correct url under \(table), check this machine's date, or have the certificate added to those that the system trusts"
    case .notInstalled(_, let command): return "install it with `\(command)`"
    case .notDownloaded(let model, let host):
      return "bring it from \(host) with `testlet backends pull \(id) \(model)`\(MLXModelStore.remark(on: model))"
    case .workerFailed: return "check that the model is whole and fits into memory; it is tried again after a minute"
    case .failed, .other: return "look at the server's own log, or choose another backend"
    }
  }
}
