import LanguageModels
import Synchronization

/// A model with a context of its own, whose answers a test writes, as the router hands it out.
enum RoutedModel {
  private struct Backend: LLMBackend {
    let configuration: LLMBackendConfig
    let context: Int?
    let respond: @Sendable (LLMRequest) async throws -> String

    func availability() async -> BackendAvailability { .available(latencyMilliseconds: 0, proven: false) }
    func models() async throws -> [ModelInfo] { [] }
    func capabilities() async -> BackendCapabilities { BackendCapabilities(contextTokens: context) }

    func generate(
      _ request: LLMRequest, onDelta: @escaping @Sendable (LLMDelta) -> Void
    ) async throws -> LLMResponse {
      let (text, ending) = try await answer(to: request)
      for word in text.split(separator: " ", omittingEmptySubsequences: false) { onDelta(.text("\(word) ")) }
      return LLMResponse(
        text: text, finishReason: ending, usage: LLMUsage(), backend: configuration.id, kind: configuration.kind,
        model: "m")
    }

    private func answer(to request: LLMRequest) async throws -> (String, LLMResponse.FinishReason) {
      do {
        return (try await respond(request), .stop)
      } catch MockFault.cutOff(let text) {
        return (text, .length)
      }
    }
  }

  /// What the router makes of a task when there is only this model.
  static func assignment(
    _ kind: AITaskKind, context: Int? = nil, respond: @escaping @Sendable (LLMRequest) async throws -> String
  ) async throws -> AIAssignment {
    let configuration = LLMBackendConfig(id: "model", kind: .openAICompatible, url: "http://localhost:1", model: "m")
    var settings = try BackendSettings(SettingsFile(path: "/nonexistent/config.toml"))
    settings.backends = [configuration]
    settings.selected = configuration.id
    let factory = LLMBackendFactory { configuration throws(LLMError) in
      Backend(configuration: configuration, context: context, respond: respond)
    }
    let service = LocalLLMService(settings: settings, factory: factory) { _ in }
    return try await AIRouter(service: service, mode: .auto, privacy: .localOnly).assign(AITask(kind))
  }
}

/// What a model was asked.
final class Asked: Sendable {
  private let kept = Mutex<[LLMRequest]>([])
  var requests: [LLMRequest] { kept.withLock { $0 } }
  /// The last request.
  var last: LLMRequest? { requests.last }
  /// All that was sent in the last request, in one text.
  var prompt: String { last?.messages.map(\.content).joined(separator: "\n") ?? "" }

  /// Notes a request, and gives its number, counted from 1.
  func note(_ request: LLMRequest) -> Int {
    kept.withLock { kept in
      kept.append(request)
      return kept.count
    }
  }
}
