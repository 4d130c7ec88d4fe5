/// A server that speaks OpenAI's chat completions: llama.cpp, LM Studio, vLLM, OpenAI itself and many more; or, as
/// another dialect of the same, Anthropic's Messages API.
///
/// It adapts to what the server refuses, and remembers it: the form of the schema, the name of the token limit, the
/// parameters it does not take. A status of 200 proves nothing: whether a schema was followed is seen from the answer.
final class OpenAICompatibleBackend: LLMBackend {
  /// What this backend was made from.
  let configuration: LLMBackendConfig

  let dialect: any ChatDialect
  let transport: HTTPTransport
  let backendKey: BackendKey
  private let memory: ServerMemory
  private let limits: HTTPLimits
  private let retry: RetryPolicy

  /// The most forms of one request that are tried.
  private static let mostForms = 8

  /// Makes a backend; nothing is connected yet.
  ///
  /// - Throws: ``LLMError/badURL(_:)``.
  init(
    configuration: LLMBackendConfig, transport: HTTPTransport, keys: KeyStore,
    memory: ServerMemory = ServerMemory(), retry: RetryPolicy = RetryPolicy(), limits: HTTPLimits = HTTPLimits()
  ) throws(LLMError) {
    self.configuration = configuration
    self.transport = transport
    self.memory = memory
    self.retry = retry
    dialect = try configuration.dialect
    backendKey = BackendKey(configuration, in: keys)
    var limits = limits
    limits.idle = min(limits.idle, .seconds(configuration.timeout))
    self.limits = limits
  }

  /// The address of the server, as it is shown.
  var base: ServerURL { dialect.base }

  /// What the server has shown so far.
  var record: ServerRecord { memory.record(of: base, model: configuration.model) }

  /// Completes one request, streaming; sent again in other forms, and after a while, where the server's refusal says so.
  ///
  /// - Throws: ``LLMError``, or `CancellationError`.
  @concurrent
  func generate(
    _ request: LLMRequest, onDelta: @escaping @Sendable (LLMDelta) -> Void
  ) async throws -> LLMResponse {
    try await requireSettings()
    var adaptations = record.adaptations
    for _ in 0..<Self.mostForms {
      switch try await sendPatiently(request, adaptations: adaptations, onDelta: onDelta) {
      case .answered(let response):
        remember(adaptations, response, schema: request.schema)
        return response
      case .refused(let refusal):
        let canAdapt = refusal.status == 400 || refusal.status == 422
        let forms = request.schema == nil ? [] : dialect.schemaForms
        guard canAdapt, !refusal.namesContext, adaptations.learn(from: refusal, schemaForms: forms) else {
          throw refusal.failure(url: base, model: configuration.model, sentSchema: request.schema != nil)
        }
      }
    }
    throw LLMError.schemaRefused(detail: "")
  }

  /// The key that is sent, once it was looked up.
  var key: APIKey? { backendKey.current }

  /// Looks the key up, and fails when one is configured and not there, or when no model is named where one has to be;
  /// but first where the server may not be reached, so that nobody is asked for a key that can't be used.
  func requireSettings() async throws {
    try transport.egress.check(base, backend: configuration.id, keySource: configuration.keyEnvironmentVariable)
    try await backendKey.lookUp()
    if dialect.needsModel, configuration.model == nil { throw LLMError.modelNotNamed(backend: configuration.id) }
  }

  /// A request to this server, with what it is bound to.
  func httpRequest(_ url: ServerURL, body: String? = nil, limits: HTTPLimits) -> HTTPRequest {
    HTTPRequest(
      url: url, body: body, headers: dialect.headers, authorization: key.map { (dialect.keyHeader, $0) },
      backend: configuration.id, keySource: configuration.keyEnvironmentVariable, limits: limits)
  }

  /// Remembers what the server took, and whether its answer proves that it follows schemas. An answer that was ended
  /// by its model and does not follow the schema is one that nothing enforced.
  private func remember(_ adaptations: ServerAdaptations, _ response: LLMResponse, schema: JSONSchema?) {
    let follows = schema.map { $0.accepts(text: response.text) }
    let isTelling = response.finishReason == .stop
    let version = [response.model, response.version].compactMap { $0 }.joined(separator: " ")
    memory.note(base, model: configuration.model, version: version) { [dialect] record in
      record.adaptations.formUnion(adaptations)
      guard isTelling, let follows, record.adaptations == adaptations else { return }
      if !follows, !record.isProven { _ = record.adaptations.stepDown(among: dialect.schemaForms) }
      record.isProven = follows
    }
  }
}

extension OpenAICompatibleBackend {
  private func sendPatiently(
    _ request: LLMRequest, adaptations: ServerAdaptations, onDelta: @escaping @Sendable (LLMDelta) -> Void
  ) async throws -> SendAttempt.Outcome {
    let body = dialect.body(request, configuration: configuration, adaptations: adaptations).text
    return try await retry.patiently { try await send(body, onDelta: onDelta) }
  }

  private func send(_ body: String, onDelta: @escaping @Sendable (LLMDelta) -> Void) async throws -> SendAttempt {
    let start = ContinuousClock.now
    return try await transport.exchange(httpRequest(dialect.chat, body: body, limits: limits)) { [self] head, body in
      guard head.status == 200 else {
        let refusal = ServerRefusal(status: head.status, body: try await body.text(), key: key)
        return SendAttempt(outcome: .refused(refusal), retryAfter: head.retryAfter)
      }
      var reader = ChatStreamReader(dialect: dialect, key: key, limits: limits)
      do {
        try await body.read { chunk in
          try reader.feed(chunk).forEach(onDelta)
          return !reader.isComplete
        }
        try reader.finish().forEach(onDelta)
      } catch LLMError.status(let code, let detail) where reader.text.isEmpty {
        // Too busy after all: nothing of the answer has come, so it can be asked for again.
        return SendAttempt(outcome: .refused(ServerRefusal(status: code, detail: detail)), retryAfter: head.retryAfter)
      }
      return SendAttempt(outcome: .answered(response(from: reader, since: start)))
    }
  }

  private func response(from reader: ChatStreamReader, since start: ContinuousClock.Instant) -> LLMResponse {
    var usage = reader.usage
    usage.seconds = (ContinuousClock.now - start).inSeconds
    var response = LLMResponse(
      text: reader.text, finishReason: reader.finishReason ?? .stop, usage: usage, backend: configuration.id,
      kind: configuration.kind, model: reader.model ?? configuration.model ?? "")
    response.version = reader.version
    return response
  }
}
