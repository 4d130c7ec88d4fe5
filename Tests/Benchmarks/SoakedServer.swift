import LanguageModels
import PracticeTests
import TestSupport

/// The server that a soak asks.
enum SoakedServer {
  /// One that misbehaves, and where it sends clients that follow redirects.
  case unreliable(UnreliableServer, elsewhere: ScriptedServer)
  /// A real one.
  case real(url: String, model: String?)

  /// Starts one that misbehaves.
  init(seed: UInt64, share: Double) throws {
    let elsewhere = try ScriptedServer { _, _ in [ScriptedServer.answer(200, "{}")] }
    self = .unreliable(try UnreliableServer(seed: seed, share: share, elsewhere: elsewhere.url), elsewhere: elsewhere)
  }

  /// A service with this server alone.
  ///
  /// - Parameter parallel: requests at once; `nil` for 4, and of a real server for as many as it can answer.
  func service(parallel: Int?, _ transport: HTTPTransport) throws -> LocalLLMService {
    switch self {
    case .unreliable(let server, _):
      var configuration = Self.configuration(server.url, key: "KEY")
      (configuration.timeout, configuration.parallel) = (1, parallel ?? 4)
      return try .measured(configuration, environment: ["KEY": UnreliableServer.key], transport: transport)
    case .real(let url, let model):
      var configuration = Self.configuration(url, model: model)
      configuration.parallel = parallel ?? configuration.parallel
      return try .measured(configuration, transport: transport)
    }
  }

  private static func configuration(_ url: String, model: String? = nil, key: String? = nil) -> LLMBackendConfig {
    .openAICompatible(
      id: MeasuredServer.id, keyEnvironmentVariable: key, endpoint: url, model: model, profile: .custom)
  }

  /// How questions are made: with a real server as a student has it who has changed nothing.
  var settings: GenerationSettings {
    switch self {
    case .unreliable: InstantModel.settings
    case .real: GenerationSettings()
    }
  }

  /// How often one test is begun again after a fault.
  var mostRuns: Int {
    switch self {
    case .unreliable: 2_000
    case .real: 20
    }
  }

  /// Lets the model ask for what the test before this one asked for.
  func beginTest() {
    if case .unreliable(let server, _) = self { server.beginTest() }
  }

  /// What was asked of it, and what it did.
  var lines: [String] {
    guard case .unreliable(let server, let elsewhere) = self else { return [] }
    let misdeeds = server.misdeeds.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    return [
      "requests           \(server.requests), \(server.keyless) without the key",
      "misbehaviour       \(server.misdeeds.values.reduce(0, +)): \(misdeeds)",
      "elsewhere          \(elsewhere.connections) connections",
    ]
  }

  /// What it was asked that may not be, in words.
  var faults: [String] {
    guard case .unreliable(let server, let elsewhere) = self else { return [] }
    var faults: [String] = []
    if server.keyless > 0 { faults.append("\(server.keyless) requests without the key") }
    if elsewhere.connections > 0 { faults.append("\(elsewhere.connections) connections to another host") }
    return faults
  }
}
