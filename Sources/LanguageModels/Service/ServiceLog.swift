import Logging
import Synchronization

/// What the service logs: requests and what became of them, and changes of availability. Prompts and answers are only
/// logged at the level `trace`; keys never come here, nor does what a server or a process says of itself: it may repeat
/// what it was sent.
final class ServiceLog: Sendable {
  let logger: Logger
  private let states = Mutex<[String: String]>([:])

  init(_ logger: Logger) {
    self.logger = logger
  }

  func asked(_ configuration: LLMBackendConfig, _ request: LLMRequest) {
    logger.trace(
      "prompt",
      metadata: [
        "backend": "\(configuration.id)",
        "messages": .array(request.messages.map { "\($0.role.rawValue): \($0.content)" }),
      ])
  }

  func answered(_ configuration: LLMBackendConfig, _ response: LLMResponse) {
    var metadata = Self.place(configuration)
    metadata["status"] = "\(Self.name(response.finishReason))"
    metadata["ms"] = "\(Self.milliseconds(response.usage.seconds))"
    metadata["prompt-tokens"] = "\(response.usage.promptTokens)"
    metadata["cached-tokens"] = "\(response.usage.cachedPromptTokens)"
    metadata["output-tokens"] = "\(response.usage.outputTokens)"
    logger.info("request", metadata: metadata)
    logger.trace("answer", metadata: ["backend": "\(configuration.id)", "text": "\(response.text)"])
  }

  func failed(_ configuration: LLMBackendConfig, _ error: any Error, after duration: Duration) {
    var metadata = Self.place(configuration)
    metadata["status"] = "\(error is CancellationError ? "cancelled" : error.loggedReason)"
    metadata["ms"] = "\(Self.milliseconds(duration.inSeconds))"
    logger.log(level: error is CancellationError ? .info : .warning, "request", metadata: metadata)
  }

  /// Notes how a backend is, where that has changed.
  func found(_ id: String, _ availability: BackendAvailability) {
    let state = availability.loggedProblem ?? "available"
    let isNews = states.withLock { states in states.updateValue(state, forKey: id) != state }
    if isNews { logger.info("availability", metadata: ["backend": "\(id)", "state": "\(state)"]) }
  }

  func selected(_ id: String) {
    logger.info("selected", metadata: ["backend": "\(id)"])
  }

  func fellBack(from id: String, to standIn: String, _ error: LLMError) {
    logger.warning(
      "fallback", metadata: ["backend": "\(id)", "stand-in": "\(standIn)", "reason": "\(error.loggedSentence)"])
  }

  func isBack(_ id: String) {
    logger.info("fallback ended", metadata: ["backend": "\(id)"])
  }

  private static func place(_ configuration: LLMBackendConfig) -> Logger.Metadata {
    let host = configuration.url.flatMap { try? ServerURL($0) }?.origin ?? "this program"
    return ["backend": "\(configuration.id)", "host": "\(host)", "model": "\(configuration.model ?? "-")"]
  }

  private static func name(_ reason: LLMResponse.FinishReason) -> String {
    switch reason {
    case .stop: "stop"
    case .length: "length"
    case .other: "another reason"
    }
  }

  private static func milliseconds(_ seconds: Double) -> Int { Int((seconds * 1000).rounded()) }
}
