extension EgressAgreement {
  /// What the student agrees to when they let a backend send to a host that it names: its server, or what a server on this
  /// machine hands on to, as Ollama does for some models.
  public init(of backend: LLMBackendConfig, to host: String, environment: [String: String]) {
    let server = backend.server(environment: environment).flatMap { try? ServerURL($0) }
    let origin = server.flatMap { $0.isLoopback ? nil : $0.origin } ?? "https://\(host)"
    self.init(backend: backend.id, keySource: backend.keyEnvironmentVariable, origin: origin)
  }
}
