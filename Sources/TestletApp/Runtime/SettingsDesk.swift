import LanguageModels
import PracticeTests

/// The settings file, as the app shows and changes it.
///
/// Changes are made one after the other, each in effect before the next: none is written over, and the program follows the
/// file as it is at the end.
public actor SettingsDesk {
  private let path: String
  private let apply: @Sendable (SettingsFile) async throws -> Void
  private var last: Task<Void, any Error>?

  /// Makes a desk.
  ///
  /// - Parameters:
  ///   - path: where the file is, or would be.
  ///   - apply: has the program follow a file that was changed.
  public init(path: String, apply: @escaping @Sendable (SettingsFile) async throws -> Void) {
    self.path = path
    self.apply = apply
  }

  /// How questions are made, as the file says now.
  nonisolated func generation() throws -> GenerationSettings { try GenerationSettings(SettingsFile(path: path)) }

  /// The backends and the choices about them, as the file says now.
  nonisolated func backends() throws -> BackendSettings { try BackendSettings(SettingsFile(path: path)) }

  /// The router over the backends of a service, under the mode and the privacy that the file says now.
  nonisolated func router(over service: LocalLLMService, log: ChoiceLog?) throws -> AIRouter {
    AIRouter(service: service, settings: try backends(), log: log)
  }

  /// How the app looks, as the file says now.
  nonisolated func interface(_ environment: [String: String]) throws -> InterfaceSettings {
    try InterfaceSettings(SettingsFile(path: path), environment: environment)
  }

  /// The settings that a backend goes by, and those for all of them, as the file says now.
  nonisolated func parameters(of backend: LLMBackendConfig) throws -> [Parameter] {
    let file = try SettingsFile(path: path)
    let catalog = SettingsCatalog.all(in: file)
    let shared = ["backend.privacy", "backend.mode", "backend.fallback"]
    let keys =
      catalog.parameters(of: backend) + catalog.keys.filter { shared.contains($0.name) }
      + SettingsCatalog.generation.keys + SettingsCatalog.review.keys + SettingsCatalog.interface.keys
    return try keys.map { key in
      let saved = try file.value(for: key)
      return Parameter(key: key, value: saved ?? key.defaultValue, isDefault: saved == nil)
    }
  }

  /// Changes a setting, saves it, and has the program follow it at once.
  func set(_ name: String, to text: String) async throws {
    try await change { try SettingsCatalog.all(in: $0).set(name, to: text, in: &$0) }
  }

  /// Notes that the student agrees to a server, and has the program follow it at once.
  func agree(to agreement: EgressAgreement) async throws {
    try await change { try $0.agree(to: agreement) }
  }

  /// Does something that changes the file by itself.
  func inTurn(_ body: @escaping @Sendable () async throws -> Void) async throws {
    let previous = last
    let task = Task {
      _ = await previous?.result
      try await body()
    }
    last = task
    try await task.value
  }

  private func change(_ body: @escaping @Sendable (inout SettingsFile) throws -> Void) async throws {
    try await inTurn { [path, apply] in
      var file = try SettingsFile(path: path, catalog: SettingsCatalog.all(in:))
      try body(&file)
      try await apply(file)
    }
  }
}
