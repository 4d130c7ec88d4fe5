/// Something that completes prompts: a server, a child process, or the built-in mock.
public protocol LLMBackend: Sendable {
  /// What this backend was made from.
  var configuration: LLMBackendConfig { get }

  /// Asks the backend whether it can answer now. Never throws: a failure is an answer.
  func availability() async -> BackendAvailability

  /// The models that the backend offers.
  ///
  /// - Throws: ``LLMError``.
  func models() async throws -> [ModelInfo]

  /// What the backend can do with its model. Never throws: what it does not say is left open.
  func capabilities() async -> BackendCapabilities

  /// The tokens of a text as the model counts them; `nil` where the backend has no counter to ask.
  func countTokens(_ text: String) async -> Int?

  /// Completes one request, streaming.
  ///
  /// - Parameter onDelta: called for every piece of text as it arrives, in order, before this function returns.
  /// - Throws: ``LLMError``, or `CancellationError` when the task was cancelled (the connection is closed then).
  func generate(
    _ request: LLMRequest, onDelta: @escaping @Sendable (LLMDelta) -> Void
  ) async throws -> LLMResponse
}

extension LLMBackend {
  /// No counter.
  public func countTokens(_ text: String) async -> Int? { nil }
}

/// A backend that can bring models to the machine it runs on.
protocol ModelPulling: LLMBackend {
  /// Brings a model; cancelling keeps what has come, and another call goes on from there.
  ///
  /// - Parameter onProgress: called as it goes on, in order, before this function returns.
  /// - Throws: ``LLMError``, or `CancellationError`.
  func pull(_ model: String, onProgress: @escaping @Sendable (PullProgress) -> Void) async throws
}

/// A backend whose server takes long to get a model ready, and can be asked to begin before the first request.
protocol ModelPreloading: LLMBackend {
  /// Has the model loaded, where it is not; returns when it is.
  ///
  /// - Throws: ``LLMError``, or `CancellationError`; then the loading stops.
  func preload() async throws
}

/// How far a model has come.
public struct PullProgress: Sendable, Hashable {
  /// What is being done, in the server's words, sanitised.
  public var status: String
  /// Bytes that are there.
  public var completedBytes: Int64
  /// Bytes in all; `nil` while nobody knows.
  public var totalBytes: Int64?

  /// Makes a report.
  public init(status: String, completedBytes: Int64 = 0, totalBytes: Int64? = nil) {
    self.status = status
    self.completedBytes = completedBytes
    self.totalBytes = totalBytes
  }
}
