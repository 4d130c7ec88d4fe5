/// A kind of backend that can be configured and looked at, but that this version cannot drive.
struct UnsupportedBackend: LLMBackend {
  let configuration: LLMBackendConfig
  let transport: HTTPTransport

  /// How long Ollama has to answer.
  private static let patience = Duration.seconds(1)

  @concurrent
  func availability() async -> BackendAvailability {
    guard configuration.kind == .ollama else { return .unavailable(.notSupportedYet) }
    let text = configuration.url ?? ""
    guard let url = try? ServerURL(text) else {
      return .unavailable(.wrongAddress(url: SafeText.line(text), detail: "it is not an address"))
    }
    let request = HTTPRequest(
      url: url.appending("api/version"), backend: configuration.id, limits: .probe.within(Self.patience))
    do {
      let answer = try await transport.exchange(request) { _, body in try await body.text() }
      guard (try? JSONValue(parsing: answer))?["version"]?.string != nil else {
        return .unavailable(.wrongAddress(url: url.text, detail: "it is not Ollama"))
      }
      return .unavailable(.notSupportedYet)
    } catch {
      return BackendAvailability(error, url: url)
    }
  }

  func models() async throws -> [ModelInfo] {
    throw LLMError.notSupportedYet(configuration.kind)
  }

  func capabilities() async -> BackendCapabilities { BackendCapabilities() }

  func generate(
    _ request: LLMRequest, onDelta: @escaping @Sendable (LLMDelta) -> Void
  ) async throws -> LLMResponse {
    throw LLMError.notSupportedYet(configuration.kind)
  }
}
