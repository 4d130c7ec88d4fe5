import Synchronization

/// A model that MLX runs in a Python process of this machine.
///
/// The process starts with the first request, keeps its model, and serves one request at a time; after it has failed, the
/// next request starts another one.
final class MLXBackend: ModelPulling {
  /// What this backend was made from.
  let configuration: LLMBackendConfig

  let program: MLXWorkerProgram
  let store: MLXModelStore
  let model: String
  let pythons: MLXPythonCache
  private let egress: EgressPolicy
  let limits: HTTPLimits
  private let turns = TurnQueue()
  let state = Mutex(State())

  /// What is known of the worker.
  enum Phase: Sendable {
    /// There is none.
    case stopped
    /// It is getting its model, as told.
    case loading(MLXWorker, String)
    /// It has its model.
    case ready(MLXWorker, MLXModel)
  }

  struct State {
    var phase = Phase.stopped
    var failures = WorkerFailures()
    var isProven = false
  }

  /// Loading may take minutes, and a download hours, as long as it goes on.
  static let loading = HTTPLimits(firstByte: .seconds(300), idle: .seconds(300), whole: .seconds(24 * 3600))

  /// Makes a backend; nothing is started yet.
  init(
    configuration: LLMBackendConfig, program: MLXWorkerProgram, egress: EgressPolicy, limits: HTTPLimits = HTTPLimits()
  ) {
    self.configuration = configuration
    self.program = program
    self.egress = egress
    store = MLXModelStore(environment: program.environment)
    model = configuration.model ?? LLMBackendConfig.mlxDefault.model ?? ""
    pythons = MLXPythonCache(configured: configuration.python, program: program)
    var limits = limits
    limits.idle = min(limits.idle, .seconds(configuration.timeout))
    self.limits = limits
  }

  /// What is known of the worker now.
  var current: State {
    state.withLock { state in
      if case .ready(let worker, _) = state.phase, !worker.isAlive { state.phase = .stopped }
      return state
    }
  }

  /// Completes one request, streaming, after those that came before it.
  ///
  /// - Throws: ``LLMError``, or `CancellationError`.
  @concurrent
  func generate(
    _ request: LLMRequest, onDelta: @escaping @Sendable (LLMDelta) -> Void
  ) async throws -> LLMResponse {
    try await turns.take {
      if let failure = current.failures.refusal(at: .now) { throw failure }
      return try await watchingWorker {
        let (worker, loaded) = try await readyWorker()
        let start = ContinuousClock.now
        let answer = try await worker.ask(command(request, loaded), limits: limits, into: MLXAnswer()) {
          try $0.take($1, onDelta: onDelta)
        }
        noteAnswer(answer, request.schema)
        return response(answer, since: start)
      }
    }
  }

  /// Has the worker count, after the requests that came before; `nil` while the model is not on this machine.
  @concurrent
  func countTokens(_ text: String) async -> Int? {
    guard store.folder(of: model) != nil else { return nil }
    return try? await turns.take {
      if let failure = current.failures.refusal(at: .now) { throw failure }
      return try await watchingWorker {
        try await readyWorker().0.ask(.count(text), limits: limits, into: Int?.none) { tokens, event in
          if case .counted(let count) = event { tokens = count }
          return tokens != nil
        }
      }
    }
  }

  /// Brings a model to the hub's cache.
  ///
  /// - Throws: ``LLMError``, or `CancellationError`.
  @concurrent
  func pull(_ model: String, onProgress: @escaping @Sendable (PullProgress) -> Void) async throws {
    let hub = try permittedHub()
    let worker = MLXWorker(try await pythons.python(), program: program, isOffline: false, limits: limits)
    let command = MLXCommand.download(model: model)
    try await worker.ask(command, limits: Self.loading, into: ()) { _, event in
      if case .progress(let done, let total) = event {
        onProgress(PullProgress(status: "downloading from \(hub.host)", completedBytes: done, totalBytes: total))
      }
      if case .done = event { return true } else { return false }
    }
  }

  /// The hub, which must be permitted.
  ///
  /// - Throws: ``LLMError``.
  func permittedHub() throws(LLMError) -> ServerURL {
    let hub = try ServerURL(configuration.server(environment: program.environment) ?? "")
    try egress.check(hub, backend: configuration.id, keySource: configuration.keyEnvironmentVariable)
    return hub
  }
}

extension MLXBackend {
  private func command(_ request: LLMRequest, _ loaded: MLXModel) -> MLXCommand {
    .generate(
      messages: loaded.constrains ? request.messages : request.messagesWithSchema, schema: request.schema,
      maxTokens: min(request.maxTokens, configuration.maxTokens),
      temperature: request.temperature ?? configuration.temperature, seed: request.seed)
  }

  private func response(_ answer: MLXAnswer, since start: ContinuousClock.Instant) -> LLMResponse {
    var usage = answer.usage
    usage.seconds = (ContinuousClock.now - start).inSeconds
    return LLMResponse(
      text: answer.text, finishReason: answer.finishReason, usage: usage, backend: configuration.id,
      kind: configuration.kind, model: model)
  }

  private func noteAnswer(_ answer: MLXAnswer, _ schema: JSONSchema?) {
    state.withLock { state in
      state.failures = WorkerFailures()
      if let schema, answer.finishReason == .stop { state.isProven = schema.accepts(text: answer.text) }
    }
  }
}
