/// Decides, before any connection is made, whether a server may be reached at all.
public struct EgressPolicy: Sendable, Hashable {
  /// The student's choice of what may leave the machine.
  public enum Mode: String, Sendable, Hashable, CaseIterable {
    /// Nothing.
    case localOnly = "local-only"
    /// What the student agreed to, server by server.
    case ask
    /// Anything, to any configured server.
    case any
  }

  /// What the student chose.
  public var mode: Mode
  /// What the student agreed to in the mode ``Mode/ask``.
  public var agreed: Set<EgressAgreement>

  /// Makes a policy.
  public init(mode: Mode, agreed: Set<EgressAgreement> = []) {
    self.mode = mode
    self.agreed = agreed
  }

  /// Lets a request pass or says why not. This machine itself is always allowed; any other host needs `https`.
  ///
  /// - Throws: ``LLMError/insecure(host:)``, ``LLMError/localOnly(host:)`` or ``LLMError/notPermitted(host:)``.
  public func check(_ url: ServerURL, backend: String, keySource: String?) throws(LLMError) {
    if url.isLoopback { return }
    guard mode != .localOnly else { throw .localOnly(host: url.host) }
    guard url.scheme == "https" else { throw .insecure(host: url.host) }
    if mode == .any { return }
    let agreement = EgressAgreement(backend: backend, keySource: keySource, origin: url.origin)
    guard agreed.contains(agreement) else { throw .notPermitted(host: url.host) }
  }
}

/// One server that the student agreed to: a changed address or key asks again.
public struct EgressAgreement: Sendable, Hashable {
  /// The id of the backend.
  public var backend: String
  /// The environment variable of the key, if there is one.
  public var keySource: String?
  /// The scheme, host and port, as ``ServerURL/origin`` has them.
  public var origin: String

  /// Makes an agreement.
  public init(backend: String, keySource: String?, origin: String) {
    self.backend = backend
    self.keySource = keySource
    self.origin = origin
  }

  /// The form in the settings file: the three parts, separated by spaces, `-` for no key.
  public var text: String { "\(backend) \(origin) \(keySource ?? "-")" }

  /// Reads the form of the settings file; `nil` when it is not one.
  public init?(text: String) {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 3, let url = try? ServerURL(parts[1]) else { return nil }
    self.init(backend: parts[0], keySource: parts[2] == "-" ? nil : parts[2], origin: url.origin)
  }
}
