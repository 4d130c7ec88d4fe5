extension LLMBackendConfig {
  /// The configuration with the address that the environment variable `OLLAMA_HOST` gives, where it is of Ollama's kind
  /// and its own address is the usual one.
  public func following(environment: [String: String]) -> LLMBackendConfig {
    guard kind == .ollama, url == Self.ollamaDefault.url,
      let address = environment["OLLAMA_HOST"].flatMap(OllamaHost.url)
    else { return self }
    var configuration = self
    configuration.url = address
    return configuration
  }
}

/// The environment variable `OLLAMA_HOST`, as Ollama reads it: `host`, `host:port`, `:port`, or with a scheme.
enum OllamaHost {
  private static let usualPort = 11434

  /// The address that a value means; `nil` where it means none.
  static func url(_ value: String) -> String? {
    let text = value.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    guard !text.isEmpty else { return nil }
    let hasScheme = text.contains("://")
    var address = hasScheme ? text : "http://" + text
    if let emptyHost = address.firstRange(of: "://:") {
      address.replaceSubrange(emptyHost, with: "://127.0.0.1:")
    }
    guard let url = try? ServerURL(address) else { return nil }
    // With a scheme the port is the scheme's own; without one it is Ollama's.
    let port = hasScheme || namesPort(address) ? url.port : usualPort
    // "Any address" is for a server to listen on; to ask it, this machine is meant.
    let host = ["0.0.0.0": "127.0.0.1", "::": "::1"][url.host] ?? url.host
    return "\(url.scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)\(url.path)"
  }

  private static func namesPort(_ address: String) -> Bool {
    let authority = address.split(separator: "/").dropFirst().first ?? ""
    return authority.reversed().prefix { $0 != "]" }.contains(":")
  }
}
