/// Where what a provider is told goes to.
public enum AIPlace: Sendable, Hashable {
  case thisMachine
  case host(String)
}

extension LLMBackendConfig {
  /// Where what its backend is told goes to.
  public var place: AIPlace {
    guard !isOnThisMachine else { return .thisMachine }
    // A server on this machine may hand on what it gets.
    let server = url.flatMap { try? ServerURL($0) }
    return .host(server.flatMap { $0.isLoopback ? nil : $0.host } ?? "another machine")
  }
}
