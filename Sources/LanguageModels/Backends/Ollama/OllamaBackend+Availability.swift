extension OllamaBackend {
  private static let program = "Ollama"
  private static let download = "https://ollama.com/download"
  /// Where models run that are not on the machine of the server, unless it says otherwise.
  private static let cloud = "https://ollama.com"

  /// Asks for the version, for the list of models, and while an answer is waited for also whether the model is loaded.
  @concurrent
  func availability() async -> BackendAvailability {
    let start = ContinuousClock.now
    do {
      try await backendKey.lookUp()
      let version = OllamaVersion(try await version())
      let latency = (ContinuousClock.now - start).inSeconds * 1000
      if let version, !version.takesSchema {
        return .unavailable(
          .tooOld(program: Self.program, version: version.text, least: OllamaVersion.least.text))
      }
      let name = try requireModel()
      guard let model = try await listedModels().first(where: { $0.isNamed(name) }) else {
        return .unavailable(.modelMissing(model: name))
      }
      try requirePermission(for: name, at: model.remoteHost)
      let (isWaiting, isProven) = memory.withLock { (!$0.waiting.isEmpty, $0.isProven) }
      if isWaiting, try await !loadedModels().contains(where: { $0.isNamed(name) }) {
        return .loading("loading \(name)")
      }
      return .available(latencyMilliseconds: latency, proven: isProven)
    } catch LLMError.notRunning(let url) where base.isLoopback && !isInstalled {
      return .unavailable(.serverNotInstalled(program: Self.program, url: url, source: Self.download))
    } catch {
      return BackendAvailability(error, url: base)
    }
  }

  /// The models that are on the machine of the server, with their sizes.
  ///
  /// - Throws: ``LLMError``, or `CancellationError`.
  @concurrent
  func models() async throws -> [ModelInfo] {
    try await backendKey.lookUp()
    return try await listedModels().map { ModelInfo(name: $0.name, bytes: $0.bytes) }
  }

  /// The context of the model, as far as it is sensible to fill it. Ollama queues what comes at once, and each request
  /// that runs beside another costs the memory of a whole context: so it is one,
  /// unless configured or shown to be more.
  @concurrent
  func capabilities() async -> BackendCapabilities {
    try? await backendKey.lookUp()
    let details = if let model = configuration.model { try? await details(of: model) } else { OllamaModelDetails?.none }
    return BackendCapabilities(
      parallelism: configuration.parallel, isParallelismStated: configuration.parallel > 0,
      contextTokens: details.map { min($0.contextLimit ?? ContextSize.smallest, ContextSize.comfortable) })
  }

  /// What the server says of a model, asked once.
  ///
  /// - Throws: ``LLMError``, also where the model runs on a machine that nobody agreed to.
  func details(of model: String) async throws -> OllamaModelDetails {
    // What is remembered belongs to a version.
    if memory.withLock({ $0.version == nil }) { _ = try? await version() }
    var details = memory.withLock { $0.details }
    if details == nil {
      details = OllamaModelDetails(try await ask("show", .members([("model", .string(model))])))
      memory.withLock { [details] in $0.details = details }
    }
    let known = details ?? OllamaModelDetails(.null)
    try requirePermission(for: model, at: known.remoteHost)
    return known
  }

  /// The models that are in memory.
  func loadedModels() async throws -> [OllamaModel] {
    try await ask("ps")["models"]?.elements?.prefix(1000).compactMap(OllamaModel.init) ?? []
  }

  private func listedModels() async throws -> [OllamaModel] {
    guard let entries = try await ask("tags")["models"]?.elements else {
      throw LLMError.unexpectedAnswer(url: base.text, detail: "it has no list of models")
    }
    return entries.prefix(10_000).compactMap(OllamaModel.init)
  }

  private func version() async throws -> String {
    guard let text = try await ask("version")["version"]?.string else {
      throw LLMError.unexpectedAnswer(url: base.text, detail: "it is not Ollama")
    }
    let version = SafeText.line(text, limit: 40)
    let record = servers.record(of: base, model: configuration.model)
    memory.withLock { $0.meet(version, remembering: record) }
    return version
  }

  /// Fails where a model runs on a machine that the privacy settings do not allow, although its server is on this one.
  private func requirePermission(for model: String, at remoteHost: String?) throws(LLMError) {
    guard remoteHost != nil || model.hasSuffix("-cloud") || model.hasSuffix(":cloud") else { return }
    let address = remoteHost.flatMap { try? ServerURL($0) }
    let url = if let address { address } else { try ServerURL(Self.cloud) }
    try transport.egress.check(url, backend: configuration.id, keySource: configuration.keyEnvironmentVariable)
  }

  private var isInstalled: Bool { ProgramPath.find("ollama", in: environment) != nil }

  private func ask(_ path: String, _ body: JSONValue? = nil) async throws -> JSONValue {
    try await transport.exchange(httpRequest(path, body: body, limits: .probe)) { [self] head, answer in
      let text = try await answer.text()
      guard head.status == 200 else {
        throw ServerRefusal(status: head.status, body: text, key: key)
          .failure(url: base, model: configuration.model, sentSchema: false)
      }
      guard let json = OllamaLine.object(text) else {
        throw LLMError.unexpectedAnswer(url: base.text, detail: "it is not Ollama")
      }
      return json
    }
  }
}
