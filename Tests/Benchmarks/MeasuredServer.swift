import ArgumentParser
import LanguageModels
import PracticeTests

/// The model server that is measured.
struct MeasuredServer: ParsableArguments {
  @Option(help: "The base URL of an OpenAI-compatible server on this machine.")
  var url: String

  @Option(help: "The model, where the server has several.")
  var model: String?

  /// The id under which it is configured.
  static let id = "measured"

  /// A service with this server alone.
  func service() throws -> LocalLLMService { try .measured(url: url, model: model) }
}

extension LocalLLMService {
  /// A service with one server.
  static func measured(url: String, model: String? = nil) throws -> LocalLLMService {
    try measured(
      .openAICompatible(
        id: MeasuredServer.id, keyEnvironmentVariable: nil, endpoint: url, model: model, profile: .custom))
  }

  /// A service with one backend, from which nothing is saved, and which may reach this machine only.
  static func measured(
    _ configuration: LLMBackendConfig, retry: RetryPolicy = RetryPolicy(), environment: [String: String] = [:],
    transport: HTTPTransport = HTTPTransport(egress: EgressPolicy(mode: .localOnly))
  ) throws -> LocalLLMService {
    var settings = try BackendSettings(SettingsFile(path: "/nonexistent/config.toml"))
    settings.backends = [configuration]
    settings.selected = configuration.id
    let factory = LLMBackendFactory(
      transport: transport, environment: environment,
      mlxWorker: MLXWorkerProgram(source: "", environment: [:], virtualEnvironment: "/nonexistent"), retry: retry
    ) { BuiltInResponder.respond(to: $0) }
    return LocalLLMService(settings: settings, factory: factory) { _ in }
  }
}
