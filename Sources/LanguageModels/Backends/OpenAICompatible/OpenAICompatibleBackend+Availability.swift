extension OpenAICompatibleBackend {
  /// The most requests at once that a server's word is taken for.
  private static let mostParallel = 64

  /// Asks for the list of models, and llama.cpp also whether it is still loading.
  @concurrent
  func availability() async -> BackendAvailability {
    let start = ContinuousClock.now
    do {
      try await requireSettings()
      let listing = try await listing()
      if listing.isLlamaCpp, let reason = try await loadingReason() { return .loading(reason) }
      if let problem = problem(with: listing.models) { return .unavailable(problem) }
      return .available(latencyMilliseconds: (ContinuousClock.now - start).inSeconds * 1000, proven: record.isProven)
    } catch {
      return BackendAvailability(error, url: base)
    }
  }

  /// The models that the server lists, and where it lists others than it serves, the configured one.
  ///
  /// - Throws: ``LLMError``, or `CancellationError`.
  @concurrent
  func models() async throws -> [ModelInfo] {
    try await requireSettings()
    let listed = try await listing().models ?? []
    return dialect.listsWhatItServes ? listed : configuration.model.map { [ModelInfo(name: $0)] } ?? []
  }

  /// What a llama.cpp server says of its slots, and other servers of their model; a configured number of requests at
  /// once goes before the server's.
  @concurrent
  func capabilities() async -> BackendCapabilities {
    try? await backendKey.lookUp()
    let properties = mayBeLlamaCpp ? try? await probe(root(path: "props")).json : nil
    let stated = properties?["total_slots"]?.int
    let slots = min(max(stated ?? 1, 1), Self.mostParallel)
    var context = properties?["default_generation_settings"]?["n_ctx"]?.int
    if context == nil, let models = try? await models() {
      let selected = configuration.model.flatMap { name in models.first { $0.name == name } } ?? models.first
      context = selected?.contextLength
    }
    return BackendCapabilities(
      parallelism: configuration.parallel > 0 ? configuration.parallel : slots,
      isParallelismStated: configuration.parallel > 0 || stated != nil,
      contextTokens: context.flatMap { $0 > 0 ? $0 : nil })
  }

  /// Asks the counter of the dialect, or llama.cpp's own; other servers have none.
  @concurrent
  func countTokens(_ text: String) async -> Int? {
    let counter = dialect.tokenCount(of: text, model: configuration.model) ?? (mayBeLlamaCpp ? llamaCount(text) : nil)
    guard let counter, (try? await requireSettings()) != nil else { return nil }
    let request = httpRequest(counter.url, body: counter.body.text, limits: .probe)
    let answer = try? await transport.exchange(request) { head, body in
      head.status == 200 ? try await body.text() : ""
    }
    return answer.flatMap { try? JSONValue(parsing: $0) }.flatMap(counter.read)
  }

  private func llamaCount(_ text: String) -> TokenCount {
    let body = JSONValue.members([("content", .string(text))])
    return TokenCount(url: root(path: "tokenize"), body: body) { $0["tokens"]?.elements?.count }
  }

  /// Whether to look for what only llama.cpp has.
  private var mayBeLlamaCpp: Bool { configuration.profile == .llamaCpp || configuration.profile == .custom }

  private struct Listing {
    /// `nil` where the server has no list to give.
    var models: [ModelInfo]?
    var isLlamaCpp = false
  }

  private struct Probe: Sendable {
    var status: Int
    var body: String
    var json: JSONValue? { try? JSONValue(parsing: body) }
  }

  private func probe(_ url: ServerURL) async throws -> Probe {
    try await transport.exchange(httpRequest(url, limits: .probe)) { head, body in
      Probe(status: head.status, body: try await body.text())
    }
  }

  /// An address beside the version's folder, where llama.cpp has its own.
  private func root(path: String) -> ServerURL {
    base.at(base.path.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/" + path)
  }

  private func listing() async throws -> Listing {
    let answer = try await probe(dialect.models)
    guard answer.status == 200 else {
      throw ServerRefusal(status: answer.status, body: answer.body, key: key)
        .failure(url: base, model: nil, sentSchema: false)
    }
    // One known server answers 200 with an empty body.
    if answer.body.allSatisfy(\.isWhitespace) { return Listing() }
    guard let json = answer.json else {
      throw LLMError.unexpectedAnswer(url: base.text, detail: "its list of models is not JSON")
    }
    if let refusal = ServerRefusal(insideSuccess: json, key: key) {
      throw LLMError.unexpectedAnswer(url: base.text, detail: refusal.detail)
    }
    guard let entries = json["data"]?.elements else {
      throw LLMError.unexpectedAnswer(url: base.text, detail: "it has no list of models")
    }
    let models = entries.prefix(10_000).compactMap(Self.model)
    let isLlamaCpp = entries.contains { $0["owned_by"]?.string == "llamacpp" }
    return Listing(models: models, isLlamaCpp: isLlamaCpp || configuration.profile == .llamaCpp)
  }

  private static func model(_ entry: JSONValue) -> ModelInfo? {
    guard let id = entry["id"]?.string, !id.isEmpty else { return nil }
    let details = entry["meta"]
    let context =
      details?["n_ctx"]?.int ?? entry["max_model_len"]?.int ?? entry["context_length"]?.int
      ?? entry["max_input_tokens"]?.int
    return ModelInfo(
      name: SafeText.line(id, limit: 300), bytes: details?["size"]?.int.map(Int64.init), contextLength: context)
  }

  private func loadingReason() async throws -> String? {
    let health = try await probe(root(path: "health"))
    guard health.status == 503 else { return nil }
    return ServerRefusal(status: 503, body: health.body, key: key).detail
  }

  /// What is wrong with the choice of the model, given what the server lists.
  private func problem(with models: [ModelInfo]?) -> UnavailableReason? {
    guard let models, dialect.listsWhatItServes else { return nil }
    guard let wanted = configuration.model else { return models.isEmpty ? .noModel : nil }
    return dialect.serves(wanted, models) ? nil : .modelMissing(model: wanted)
  }
}
