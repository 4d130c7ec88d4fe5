import Foundation
import LanguageModels
import PracticeTests

/// What a command works on: where the files are, the settings, the library, and the service.
struct Workspace {
  /// Where the files are.
  let paths: Paths
  /// The settings file as it was read.
  private(set) var settings: SettingsFile

  /// Finds and reads what a command's options name.
  init(_ options: GlobalOptions) throws {
    paths = try Paths(options: options, environment: ProcessInfo.processInfo.environment)
    settings = try SettingsFile(path: paths.config)
  }

  /// Every setting that there is.
  var catalog: SettingsCatalog { .backends(in: settings) }

  /// The library, made where there is none.
  func library() throws -> Library {
    try Library(path: paths.database)
  }

  /// Changes the settings file.
  mutating func changeSettings(_ change: (inout SettingsFile) throws -> Void) throws {
    try change(&settings)
  }

  /// The service with the saved choice, or with a backend and a model that are named for this run only.
  func service(using backend: String? = nil, model: String? = nil) throws -> LocalLLMService {
    var chosen = try BackendSettings(settings)
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
    let factory = LLMBackendFactory(
      transport: HTTPTransport(egress: chosen.egress), environment: ProcessInfo.processInfo.environment
    ) { BuiltInResponder.respond(to: $0) }
    let path = paths.config
    return LocalLLMService(settings: chosen, factory: factory) { id in
      var file = try SettingsFile(path: path)
      try file.set("backend.selected", to: .string(id))
    }
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
    let reason = availability.reason ?? "it did not answer"
    let next = availability.nextStep(for: configuration).map { ": \($0)" } ?? ""
    return "The backend \"\(configuration.id)\" can't be used, \(reason)\(next)"
  }

  var category: FailureCategory {
    if case .unavailable(.notPermitted) = availability { return .notPermitted }
    return .unavailable
  }
}
