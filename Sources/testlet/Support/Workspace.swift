import Assets
import Foundation
import LanguageModels
import Logging
import PracticeTests
import TestletApp

/// What a command works on: where the files are, the settings, the library, and the service.
struct Workspace {
  /// Where the files are.
  let paths: Paths
  /// The API keys.
  let keys: KeyStore
  /// The settings file as it was read.
  private(set) var settings: SettingsFile
  private let isVerbose: Bool

  /// Finds and reads what a command's options name.
  ///
  /// - Parameter makesSettings: the command saves settings, so that the file named for them need not be there.
  init(_ options: GlobalOptions, makesSettings: Bool = false) throws {
    paths = try Paths(options)
    keys = KeyStore(folder: paths.keys, environment: ProcessInfo.processInfo.environment)
    settings = try SettingsFile(path: paths.config, catalog: SettingsCatalog.all(in:))
    if options.config != nil, !settings.exists, !makesSettings { throw SettingsError.missing(path: paths.config) }
    isVerbose = options.verbose
  }

  /// Every setting that there is.
  var catalog: SettingsCatalog { .all(in: settings) }

  /// The library, made where there is none.
  func library() throws -> Library {
    let review = try ReviewSettings(settings)
    return try Library(path: paths.database, reviewSettings: { review })
  }

  /// Changes the settings file.
  mutating func changeSettings(_ change: (inout SettingsFile) throws -> Void) throws {
    try change(&settings)
  }

  /// The service with the saved choice, or with a backend and a model that are named for this run only.
  ///
  /// - Parameter ownsTerminal: a screen is shown, so that nothing is said on standard error.
  func service(
    using backend: String? = nil, model: String? = nil, ownsTerminal: Bool = false
  ) throws -> LocalLLMService {
    var chosen = try Self.backendSettings(settings)
    if let backend {
      guard chosen.backends.contains(where: { $0.id == backend }) else {
        throw LLMError.unknownBackend(backend, known: chosen.backends.map(\.id))
      }
      chosen.selected = backend
    }
    if let model {
      for index in chosen.backends.indices where chosen.backends[index].id == chosen.selected {
        chosen.backends[index].model = model
      }
    }
    let logger = logger(echoing: isVerbose && !ownsTerminal)
    let path = paths.config
    return LocalLLMService(
      settings: chosen, factory: backendFactory(for: chosen, logger: logger), logger: logger
    ) { id in
      var file = try SettingsFile(path: path, catalog: SettingsCatalog.all(in:))
      try file.set("backend.selected", to: .string(id))
    }
  }

  /// The settings of the backends, with what the environment says of them.
  static func backendSettings(_ file: SettingsFile) throws -> BackendSettings {
    var settings = try BackendSettings(file)
    let environment = ProcessInfo.processInfo.environment
    settings.backends = settings.backends.map { $0.following(environment: environment) }
    return settings
  }

  /// The service with a backend that can be used now, or that others may stand in for.
  func writingService(using backend: String?, model: String?, allowsFallback: Bool) async throws -> LocalLLMService {
    let service = try service(using: backend, model: model)
    if backend == nil, try !isBackendChosen() { await service.useBestAvailable() }
    let selected = await service.selected
    let availability = await service.availability(of: selected.id)
    guard availability.isAvailable || allowsFallback else {
      throw BackendUnavailable(configuration: selected, availability: availability)
    }
    return service
  }

  /// The router over the backends of a service, with its log.
  func router(over service: LocalLLMService) throws -> AIRouter {
    AIRouter(service: service, settings: try BackendSettings(settings), log: ChoiceLog(path: paths.choices))
  }

  /// What makes backends, under the egress policy of the settings.
  func backendFactory(for settings: BackendSettings, logger: Logger = .silent) -> LLMBackendFactory {
    let environment = ProcessInfo.processInfo.environment
    return LLMBackendFactory(
      transport: HTTPTransport(egress: settings.egress, logger: logger), environment: environment, keys: keys,
      mlxWorker: mlxWorker(for: settings),
      memory: ServerMemory(path: paths.servers)
    ) { BuiltInResponder.respond(to: $0) }
  }

  /// What MLX backends start their worker from.
  func mlxWorker(for settings: BackendSettings) -> MLXWorkerProgram {
    MLXWorkerProgram(
      source: Assets.mlxWorker, environment: settings.withoutKeys(ProcessInfo.processInfo.environment),
      virtualEnvironment: paths.virtualEnvironment)
  }

  /// The log, which holds prompts and answers only where `--verbose` asks for them, and never a key.
  private func logger(echoing: Bool) -> Logger {
    let file = LogFile(path: paths.log)
    if echoing { Output.note("Prompts and answers are logged to \(file.path).") }
    let echo: @Sendable (String) -> Void = { Output.note($0) }
    let handler = LogFileHandler(
      file: file, level: isVerbose ? .trace : .info, hiding: keys.hidingKeys, echo: echoing ? echo : nil)
    return Logger(label: "testlet") { _ in handler }
  }

  /// Whether the student has chosen a backend.
  func isBackendChosen() throws -> Bool {
    try BackendSettings(settings).isSelectionSaved
  }
}

/// A backend that was chosen can't be used.
struct BackendUnavailable: ReportableError {
  var configuration: LLMBackendConfig
  var availability: BackendAvailability

  var sentence: String {
    let problem = availability.problem ?? "it did not answer in time"
    let step = availability.step(for: configuration) ?? "try again, or choose another backend"
    return "The backend \"\(configuration.id)\" can't be used, because \(problem): \(step)."
  }

  var category: FailureCategory {
    switch availability {
    case .unavailable(.notPermitted), .unavailable(.localOnly): .notPermitted
    default: .unavailable
    }
  }
}
