import Terminal

/// The backend picker.
struct SettingsState: Equatable {
  /// The backend that keys act on.
  var selection: Int
  /// How far the details of that backend are scrolled, where there is no room for all.
  var details = ScrollView()
  /// The backend whose choice is being saved.
  var choosing: String?
  /// The API key, while it is typed; it is never shown.
  var keyField: TextField?
}

/// What happened in the settings.
enum SettingsAction: Equatable, Sendable {
  case moved(Key)
  case scrolled(Key)
  case chosen
  case choiceSaved(String)
  case choiceFailed(String)
  case refreshAsked
  case themeAsked
  /// A theme was asked for by its name.
  case themeWanted(String)
  case agreed(host: String)
  case keyAsked
  case keyTyped(Key)
  case keyEntered
  case keyRemovalAsked
  /// The key of a backend is to go.
  case keyRemoved(backend: String)
  case keyLeft
  case modelsAsked
  case trialAsked
  case parametersAsked
}
