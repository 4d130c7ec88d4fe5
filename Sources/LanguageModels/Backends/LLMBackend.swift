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

  /// How many requests the backend really serves at once; at least 1.
  func parallelism() async -> Int

  /// Completes one request, streaming.
  ///
  /// - Parameter onDelta: called for every piece of text as it arrives, in order, before this function returns.
  /// - Throws: ``LLMError``, or `CancellationError` when the task was cancelled (the connection is closed then).
  func generate(
    _ request: LLMRequest, onDelta: @escaping @Sendable (LLMDelta) -> Void
  ) async throws -> LLMResponse
}
