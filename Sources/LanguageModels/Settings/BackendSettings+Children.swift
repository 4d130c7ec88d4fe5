extension BackendSettings {
  /// The environment variables that hold the keys of backends.
  public var keyVariables: Set<String> {
    Set((backends + LLMBackendConfig.builtIn).compactMap(\.keyEnvironmentVariable))
  }

  /// An environment for a program that testlet starts: without the keys of any backend.
  public func withoutKeys(_ environment: [String: String]) -> [String: String] {
    environment.filter { !keyVariables.contains($0.key) }
  }
}
