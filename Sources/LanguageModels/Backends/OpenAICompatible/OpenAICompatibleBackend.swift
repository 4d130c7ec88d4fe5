import Synchronization

/// A server that speaks OpenAI's chat completions: llama.cpp, LM Studio, vLLM, OpenAI itself and many more.
///
/// It adapts to what the server refuses, and remembers it: the form of the schema, the name of the token limit, the
/// parameters it does not take. A status of 200 proves nothing: whether a schema was followed is seen from the answer.
public final class OpenAICompatibleBackend: LLMBackend {
  /// What this backend was made from.
  public let configuration: LLMBackendConfig

  let base: ServerURL
  let transport: HTTPTransport
  let key: APIKey?
  private let limits: HTTPLimits
  private let retry: RetryPolicy
  private let memory: Mutex<Memory>

  private struct Memory {
    var adaptations = ServerAdaptations()
    var isProven = false
  }

  /// The most forms of one request that are tried.
  private static let mostForms = 8

  /// Makes a backend; nothing is connected yet.
  ///
  /// - Throws: ``LLMError/badURL(_:)``.
  init(
    configuration: LLMBackendConfig, transport: HTTPTransport, environment: [String: String],
    retry: RetryPolicy = RetryPolicy(), limits: HTTPLimits = HTTPLimits()
  ) throws(LLMError) {
    self.configuration = configuration
    self.transport = transport
    self.retry = retry
    base = try ServerURL(configuration.url ?? "").openAIBase
    key = configuration.keyEnvironmentVariable.flatMap { APIKey(variable: $0, environment: environment) }
    var limits = limits
    limits.idle = min(limits.idle, .seconds(configuration.timeout))
    self.limits = limits
    memory = Mutex(Memory())
  }

  /// Whether an answer of this server has followed a schema.
  var isProven: Bool { memory.withLock { $0.isProven } }

  /// What the server has taught so far.
  var adaptations: ServerAdaptations { memory.withLock { $0.adaptations } }

  /// Completes one request, streaming; sent again in other forms, and after a while, where the server's refusal says so.
  ///
  /// - Throws: ``LLMError``, or `CancellationError`.
  @concurrent
  public func generate(
    _ request: LLMRequest, onDelta: @escaping @Sendable (LLMDelta) -> Void
  ) async throws -> LLMResponse {
    try requireKey()
    var adaptations = adaptations
    for _ in 0..<Self.mostForms {
      switch try await sendPatiently(request, adaptations: adaptations, onDelta: onDelta) {
      case .answered(let response):
        remember(adaptations, response: response, schema: request.schema)
        return response
      case .refused(let refusal):
        let canAdapt = refusal.status == 400 || refusal.status == 422
        let sentSchema = request.schema != nil && adaptations.schemaSupport != .promptOnly
        guard canAdapt, !refusal.namesContext, adaptations.learn(from: refusal, sentSchema: sentSchema) else {
          throw refusal.failure(url: base, model: configuration.model, sentSchema: request.schema != nil)
        }
      }
    }
    throw LLMError.schemaRefused(detail: "")
  }

  /// Fails when a key is configured and not there.
  func requireKey() throws(LLMError) {
    if let variable = configuration.keyEnvironmentVariable, key == nil { throw .keyMissing(variable: variable) }
  }

  /// A request to this server, with what it is bound to.
  func httpRequest(_ url: ServerURL, body: String? = nil, limits: HTTPLimits) -> HTTPRequest {
    let header = configuration.profile == .azure ? "api-key" : "authorization"
    return HTTPRequest(
      url: url, body: body, authorization: key.map { (header, $0) }, backend: configuration.id,
      keySource: configuration.keyEnvironmentVariable, limits: limits)
  }

  private func remember(_ adaptations: ServerAdaptations, response: LLMResponse, schema: JSONSchema?) {
    let follows = schema.map { $0.accepts(text: response.text) }
    memory.withLock { memory in
      memory.adaptations = adaptations
      guard let follows, response.finishReason == .stop else { return }
      memory.isProven = follows
      if !follows, adaptations.schemaSupport == .jsonSchema { memory.adaptations.ignoresSchema = true }
    }
  }
}

extension OpenAICompatibleBackend {
  private func sendPatiently(
    _ request: LLMRequest, adaptations: ServerAdaptations, onDelta: @escaping @Sendable (LLMDelta) -> Void
  ) async throws -> SendAttempt.Outcome {
    let body = ChatRequestBody.json(request, configuration: configuration, adaptations: adaptations).text
    return try await retry.patiently { try await send(body, onDelta: onDelta) }
  }

  private func send(_ body: String, onDelta: @escaping @Sendable (LLMDelta) -> Void) async throws -> SendAttempt {
    let start = ContinuousClock.now
    let url = base.appending("chat/completions")
    return try await transport.exchange(httpRequest(url, body: body, limits: limits)) { [self] head, body in
      guard head.status == 200 else {
        let refusal = ServerRefusal(status: head.status, body: try await body.text(), key: key)
        return SendAttempt(outcome: .refused(refusal), retryAfter: head.retryAfter)
      }
      var reader = ChatStreamReader(url: base, key: key, limits: limits)
      try await body.read { chunk in
        try reader.feed(chunk).forEach(onDelta)
        return !reader.isComplete
      }
      try reader.finish().forEach(onDelta)
      return SendAttempt(outcome: .answered(response(from: reader, since: start)))
    }
  }

  private func response(from reader: ChatStreamReader, since start: ContinuousClock.Instant) -> LLMResponse {
    var usage = reader.usage
    usage.seconds = (ContinuousClock.now - start).inSeconds
    return LLMResponse(
      text: reader.text, finishReason: reader.finishReason ?? .stop, usage: usage, backend: configuration.id,
      kind: configuration.kind, model: reader.model ?? configuration.model ?? "")
  }
}
