import LanguageModels

/// Something to be done with the backends and the settings.
enum SettingsEffect: Equatable, Sendable {
  case probeBackends
  case selectBackend(String)
  /// Notes that the student agrees to what a backend sends to a host.
  case agree(LLMBackendConfig, host: String)
  /// Looks up the API key of a backend.
  case readKey(LLMBackendConfig)
  /// Keeps an API key; an empty text removes the one that is kept.
  case storeKey(String, LLMBackendConfig)
  case listModels(String)
  case pullModel(String, to: String)
  case cancelPull(String)
  /// Reads the settings that a backend goes by.
  case readParameters(LLMBackendConfig)
  case setParameter(String, String, of: LLMBackendConfig)
  case setTheme(String)
  /// Asks a backend one real question.
  case tryBackend(String)
  case cancelTrial
}
