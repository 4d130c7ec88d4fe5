/// What the mock answers to a request: the text of a whole answer.
public typealias MockResponder = @Sendable (LLMRequest) async throws -> String

/// A backend without a model: it answers what a responder in this process writes, in words, like a stream.
public struct MockLLMBackend: LLMBackend {
  /// What this backend was made from.
  public let configuration: LLMBackendConfig
  /// What stands where other backends name their model.
  public static let model = "built-in"

  private let delay: Duration
  private let clock: any Clock<Duration>
  private let respond: MockResponder

  /// Makes a mock.
  ///
  /// - Parameters:
  ///   - delay: the time before each word.
  ///   - clock: what measures the delay.
  ///   - respond: writes the answers.
  public init(
    configuration: LLMBackendConfig = .mock, delay: Duration = .zero, clock: any Clock<Duration> = ContinuousClock(),
    respond: @escaping MockResponder
  ) {
    self.configuration = configuration
    self.delay = delay
    self.clock = clock
    self.respond = respond
  }

  /// Always there.
  public func availability() async -> BackendAvailability {
    .available(latencyMilliseconds: 0, proven: true)
  }

  /// The writer itself.
  public func models() async throws -> [ModelInfo] {
    [ModelInfo(name: Self.model)]
  }

  /// As many requests at once as configured.
  public func capabilities() async -> BackendCapabilities {
    BackendCapabilities(parallelism: configuration.parallel)
  }

  /// Answers as the responder does, word by word.
  @concurrent
  public func generate(
    _ request: LLMRequest, onDelta: @escaping @Sendable (LLMDelta) -> Void
  ) async throws -> LLMResponse {
    let start = ContinuousClock.now
    let text = try await respond(request)
    for word in Self.words(text) {
      if delay > .zero { try await clock.sleep(for: delay) } else { try Task.checkCancellation() }
      onDelta(.text(word))
    }
    return LLMResponse(
      text: text, finishReason: .stop, usage: LLMUsage(seconds: (ContinuousClock.now - start).inSeconds),
      backend: configuration.id, kind: configuration.kind, model: configuration.model ?? Self.model)
  }

  /// The words of a text, each with the white space after it; together they are the text.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text {
      if word.last?.isWhitespace == true, !character.isWhitespace {
        words.append(word)
        word = ""
      }
      word.append(character)
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
