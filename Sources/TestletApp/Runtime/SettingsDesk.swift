import LanguageModels
import PracticeTests

/// The settings file, as the app shows and changes it.
public struct SettingsDesk: Sendable {
  private let path: String
  private let apply: @Sendable (SettingsFile) async throws -> Void

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
  func generation() throws -> GenerationSettings { try GenerationSettings(SettingsFile(path: path)) }

  /// The settings that a backend goes by, and those for all of them, as the file says now.
  func parameters(of backend: LLMBackendConfig) throws -> [Parameter] {
    let file = try SettingsFile(path: path)
    let catalog = SettingsCatalog.all(in: file)
    let shared = ["backend.privacy", "backend.mode", "backend.fallback"]
    let keys =
      catalog.parameters(of: backend) + catalog.keys.filter { shared.contains($0.name) }
      + SettingsCatalog.generation.keys + SettingsCatalog.review.keys
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

  private func change(_ body: (inout SettingsFile) throws -> Void) async throws {
    var file = try SettingsFile(path: path)
    try body(&file)
    try await apply(file)
  }
}
