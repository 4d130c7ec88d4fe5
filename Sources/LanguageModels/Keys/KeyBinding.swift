/// What a stored key is for: one backend at one address. A backend whose address has changed has no key until one is
/// given for the new address.
struct KeyBinding: Sendable, Hashable {
  /// The id of the backend.
  var backend: String
  /// The scheme, host and port, as ``ServerURL/origin`` has them.
  var origin: String
}

extension KeyBinding {
  /// The binding of a backend; `nil` where it takes no key.
  init?(_ configuration: LLMBackendConfig) {
    guard configuration.takesKey, let url = configuration.url.flatMap({ try? ServerURL($0) }) else { return nil }
    self.init(backend: configuration.id, origin: url.origin)
  }
}

extension LLMBackendConfig {
  /// Whether it is a server, which may want an API key.
  public var takesKey: Bool { kind == .ollama || kind == .openAICompatible }
}
