import Synchronization

/// Ollama, by its own interface: its OpenAI-compatible one can't be told the size of the context.
///
/// A status of 200 proves nothing: whether the schema was followed and the prompt was read whole is seen from the answer.
final class OllamaBackend: LLMBackend {
  /// What this backend was made from.
  let configuration: LLMBackendConfig

  let base: ServerURL
  let transport: HTTPTransport
  let backendKey: BackendKey
  let environment: [String: String]
  let memory = Mutex(OllamaMemory())
  let servers: ServerMemory
  let limits: HTTPLimits
  let retry: RetryPolicy

  /// Limits that let a cold model load: Ollama itself gives up after five minutes without progress, and leaving earlier
  /// would only make it begin again.
  static let patientLimits = HTTPLimits(firstByte: .seconds(600), whole: .seconds(1500))

  /// Makes a backend; nothing is connected yet.
  ///
  /// - Throws: ``LLMError/badURL(_:)``.
  init(
    configuration: LLMBackendConfig, transport: HTTPTransport, environment: [String: String],
    keys: KeyStore, servers: ServerMemory = ServerMemory(), retry: RetryPolicy = RetryPolicy(),
    limits: HTTPLimits = patientLimits
  ) throws(LLMError) {
    self.configuration = configuration
    self.transport = transport
    self.environment = environment
    self.servers = servers
    self.retry = retry
    base = try ServerURL(configuration.url ?? "").ollamaBase
    backendKey = BackendKey(configuration, in: keys)
    var limits = limits
    limits.idle = min(limits.idle, .seconds(configuration.timeout))
    self.limits = limits
  }

  /// Completes one request, streaming; sent again where the server is busy.
  ///
  /// - Throws: ``LLMError``, or `CancellationError`.
  @concurrent
  func generate(
    _ request: LLMRequest, onDelta: @escaping @Sendable (LLMDelta) -> Void
  ) async throws -> LLMResponse {
    try await backendKey.lookUp()
    let model = try requireModel()
    let details = try await details(of: model)
    var outcome = try await send(request, to: model, details, onDelta: onDelta)
    if case .refused(let refusal) = outcome, refusal.searchText.contains("think"), forgetReasoning() {
      outcome = try await send(request, to: model, details, onDelta: onDelta)
    }
    switch outcome {
    case .answered(let response):
      remember()
      return response
    case .refused(let refusal):
      throw refusal.failure(url: base, model: model, sentSchema: request.schema != nil)
    }
  }

  /// The key that is sent, once it was looked up.
  var key: APIKey? { backendKey.current }

  /// The model that is asked.
  ///
  /// - Throws: ``LLMError/modelNotNamed(backend:)``.
  func requireModel() throws(LLMError) -> String {
    guard let model = configuration.model else { throw .modelNotNamed(backend: configuration.id) }
    return model
  }

  /// A request to this server, with what it is bound to.
  func httpRequest(_ path: String, body: JSONValue? = nil, limits: HTTPLimits) -> HTTPRequest {
    HTTPRequest(
      url: base.appending("api/\(path)"), body: body?.text, authorization: key.map { ("authorization", $0) },
      backend: configuration.id, keySource: configuration.keyEnvironmentVariable, limits: limits)
  }

  /// Notes that telling the model not to reason was refused.
  ///
  /// - Returns: whether that is news.
  private func forgetReasoning() -> Bool {
    memory.withLock { memory in
      guard memory.forbidsReasoning else { return false }
      memory.mustReason = true
      return true
    }
  }

  /// Remembers what the server has shown for later runs.
  func remember() {
    let shown = memory.withLock { $0 }
    servers.note(base, model: configuration.model, version: shown.version ?? "") { shown.note(in: &$0) }
  }
}

extension ServerURL {
  /// The base of Ollama's paths: that of an interface which was pasted with it is cut away.
  fileprivate var ollamaBase: ServerURL {
    for ending in ["/api", "/v1"] where path.hasSuffix(ending) {
      return at(String(path.dropLast(ending.count)))
    }
    return self
  }
}
