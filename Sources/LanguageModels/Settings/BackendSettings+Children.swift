extension BackendSettings {
  /// An environment for a program that testlet starts: without the keys of any backend.
  public func withoutKeys(_ environment: [String: String]) -> [String: String] {
    let names = Set((backends + LLMBackendConfig.builtIn).compactMap(\.keyEnvironmentVariable))
    return environment.filter { !names.contains($0.key) }
  }
}
