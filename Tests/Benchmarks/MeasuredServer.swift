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

  /// A service with this server alone, from which nothing is saved.
  func service() throws -> LocalLLMService {
    let configuration = LLMBackendConfig.openAICompatible(
      id: Self.id, keyEnvironmentVariable: nil, endpoint: url, model: model, profile: .custom)
    return try .measured(configuration)
  }
}

extension LocalLLMService {
  /// A service with one backend, which may reach this machine only.
  static func measured(_ configuration: LLMBackendConfig) throws -> LocalLLMService {
    var settings = try BackendSettings(SettingsFile(path: "/nonexistent/config.toml"))
    settings.backends = [configuration]
    settings.selected = configuration.id
    let factory = LLMBackendFactory(
      transport: HTTPTransport(egress: EgressPolicy(mode: .localOnly)), environment: [:],
      mlxWorker: MLXWorkerProgram(source: "", environment: [:], virtualEnvironment: "/nonexistent")
    ) { BuiltInResponder.respond(to: $0) }
    return LocalLLMService(settings: settings, factory: factory) { _ in }
  }
}
