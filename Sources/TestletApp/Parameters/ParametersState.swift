import LanguageModels
import Terminal

/// A setting with its value.
struct Parameter: Equatable, Sendable {
  /// Which setting it is, with its range and its default.
  var key: SettingsKey
  /// What it is now; `nil` for nothing.
  var value: SettingsValue?
  /// Whether the file leaves it at its default.
  var isDefault: Bool

  /// Its name without its table.
  var name: String { String(key.name.split(separator: ".").last ?? "") }
  /// Its table.
  var table: String { key.name.split(separator: ".").dropLast().joined(separator: ".") }
  /// Its value as a person reads it.
  var text: String { value?.text ?? "" }

  /// The next of a few words, around the ends; `nil` for a setting that is typed.
  func stepped(_ step: Int) -> String? {
    let words: [String]
    switch key.kind {
    case .choice(let choices): words = choices
    case .bool: words = ["true", "false"]
    case .text, .int, .double, .texts, .choices, .address: return nil
    }
    guard let index = words.firstIndex(of: text) else { return words.first }
    return words[(index + step + words.count) % words.count]
  }
}

/// The settings that a backend goes by, and those for all of them.
struct ParametersState: Equatable {
  /// How the backend is configured.
  var configuration: LLMBackendConfig
  /// The settings; `nil` while they are read.
  var parameters: [Parameter]?
  /// The selected one.
  var list = ListView()
  /// What is typed, while a setting is being typed.
  var field: TextField?
  /// What what is typed has to be, when it is not.
  var problem: String?

  /// The id of the backend.
  var backend: String { configuration.id }

  /// The setting that keys act on.
  var selected: Parameter? {
    guard let parameters else { return nil }
    return list.selected(of: parameters.count).map { parameters[$0] }
  }
}

/// What happened to the parameters.
enum ParametersAction: Equatable, Sendable {
  case read(String, [Parameter])
  case failed(String)
  case moved(Key)
  case stepped(Int)
  case fieldOpened
  case keyTyped(Key)
  case entered
  case fieldLeft
  case resetAsked
}
