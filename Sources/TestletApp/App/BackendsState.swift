import Foundation
import LanguageModels

/// A backend as the app knows it.
struct BackendEntry: Equatable, Identifiable {
  /// How it is configured.
  var configuration: LLMBackendConfig
  /// How it was when it was last asked.
  var availability = BackendAvailability.unknown
  /// When it was last asked.
  var checkedAt: Date?
  /// Its API key, masked; `nil` until it was looked for.
  var key: KeyState?
  /// The id of the backend that answers in its place while it is gone.
  var standIn: String?

  var id: String { configuration.id }

  /// The name that a student reads.
  var name: String {
    configuration.kind == .mock ? "Built-in (no model)" : configuration.id
  }

  /// The name of its kind.
  var kindName: String {
    switch configuration.kind {
    case .mock: "Built-in"
    case .ollama: "Ollama"
    case .openAICompatible: "OpenAI-compatible"
    case .mlx: "MLX"
    }
  }

  /// What to do about what is wrong: by a key of the settings where one does it.
  var nextStep: String? {
    switch availability {
    case .unavailable(.modelMissing), .unavailable(.modelNotNamed), .unavailable(.notDownloaded):
      configuration.kind.bringsModels
        ? "Press m to choose a model that is there, or to bring one." : "Press m to choose a model that is there."
    case .available(_, proven: false):
      "Press t to ask one question: it has not shown yet that it follows a schema."
    case .unavailable(.notPermitted(let host)): "Press Enter to agree to \(host), or choose another backend."
    case .unavailable(.keyMissing), .unavailable(.keyRefused):
      "Press a to enter a key; it is kept in the desktop keyring, or in a file that only you can read."
    default: availability.nextStep(for: configuration)
    }
  }

  /// The name and the model.
  var fullName: String {
    if let standIn { return "\(standIn) for \(name)" }
    guard configuration.kind != .mock, let model = configuration.model else { return name }
    return "\(name) \(model)"
  }
}

/// What is known of a backend's API key.
enum KeyState: Equatable, Sendable {
  case none
  case known(KeyDescription)
  /// It can't be looked up, for a reason in one sentence.
  case failed(String)
}

/// The backends, and which of them is selected.
struct BackendsState: Equatable {
  /// All backends in their order.
  var entries: [BackendEntry] = []
  /// The selected one.
  var selectedID: String?
  /// Which of them the router may pick for a task.
  var mode = BackendSettings.Mode.auto
  /// What may leave the machine.
  var privacy = EgressPolicy.Mode.ask
  /// When all of them were last asked.
  var askedAt: Date?
  /// The models that are being brought, or were last, by backend.
  var pulls: [String: Pull] = [:]

  /// A model on its way to the machine of a backend.
  struct Pull: Equatable {
    var model: String
    var progress: PullProgress?
    /// Whether it is still coming.
    var isRunning = true
    /// Why it did not come.
    var problem: String?
  }

  /// The selected backend.
  var selected: BackendEntry? {
    entries.first { $0.id == selectedID }
  }

  /// Takes over the list of configured backends, keeping what is known of those that stay.
  mutating func list(_ configurations: [LLMBackendConfig], selected: String) {
    entries = configurations.map { configuration in
      entries.first { $0.configuration == configuration } ?? BackendEntry(configuration: configuration)
    }
    selectedID = selected
  }

  /// Takes over how a backend is.
  mutating func note(_ id: String, _ availability: BackendAvailability, at date: Date) {
    guard let index = entries.firstIndex(where: { $0.id == id }) else { return }
    entries[index].availability = availability
    entries[index].checkedAt = date
  }

  /// Forgets how a backend was, which says nothing any longer.
  mutating func forget(_ id: String) {
    guard let index = entries.firstIndex(where: { $0.id == id }) else { return }
    entries[index].availability = .unknown
  }

  /// Takes over what is known of a backend's key.
  mutating func note(_ id: String, _ key: KeyState) {
    guard let index = entries.firstIndex(where: { $0.id == id }) else { return }
    entries[index].key = key
  }

  /// Takes over who answers in the place of a backend.
  mutating func note(_ id: String, standIn: String?) {
    guard let index = entries.firstIndex(where: { $0.id == id }) else { return }
    entries[index].standIn = standIn
  }
}
