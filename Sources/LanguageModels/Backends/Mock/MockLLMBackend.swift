/// What the mock answers to a request: the text of a whole answer. It may throw a `MockFault`, or an ``LLMError``.
public typealias MockResponder = @Sendable (LLMRequest) async throws -> String

/// A backend without a model: it answers what a responder in this process writes, in words, like a stream.
public struct MockLLMBackend: LLMBackend {
  /// What this backend was made from.
  public let configuration: LLMBackendConfig
  /// What stands where other backends name their model.
  public static let model = "built-in"

  private let delay: Duration
  private let clock: any Clock<Duration>
  private let state: BackendAvailability
  private let respond: MockResponder

  /// Makes a mock.
  ///
  /// - Parameters:
  ///   - delay: the time before each word.
  ///   - clock: what measures the delay.
  ///   - availability: how it says that it is.
  ///   - respond: writes the answers.
  public init(
    configuration: LLMBackendConfig = .mock, delay: Duration = .zero, clock: any Clock<Duration> = ContinuousClock(),
    availability: BackendAvailability = .available(latencyMilliseconds: 0, proven: true),
    respond: @escaping MockResponder
  ) {
    self.configuration = configuration
    self.delay = delay
    self.clock = clock
    state = availability
    self.respond = respond
  }

  /// As it was made.
  public func availability() async -> BackendAvailability { state }

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
    let (text, ending) = try await answer(to: request)
    for word in Self.words(text) {
      if delay > .zero { try await clock.sleep(for: delay) } else { try Task.checkCancellation() }
      onDelta(.text(word))
    }
    guard let ending else { throw LLMError.connectionLost }
    return LLMResponse(
      text: text, finishReason: ending, usage: LLMUsage(seconds: (ContinuousClock.now - start).inSeconds),
      backend: configuration.id, kind: configuration.kind, model: configuration.model ?? Self.model)
  }

  /// The text of an answer and why it ends; `nil` where the connection breaks.
  private func answer(to request: LLMRequest) async throws -> (String, LLMResponse.FinishReason?) {
    do {
      return (try await respond(request), .stop)
    } catch let fault as MockFault {
      switch fault {
      case .cutOff(let text): return (text, .length)
      case .broken(let text): return (text, nil)
      }
    }
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
