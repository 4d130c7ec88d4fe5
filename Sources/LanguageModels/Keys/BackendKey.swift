import Synchronization

/// The key of one backend: looked up before each request, so that one given meanwhile is used, and held for its parts.
final class BackendKey: Sendable {
  private let configuration: LLMBackendConfig
  private let store: KeyStore
  private let held = Mutex<APIKey?>(nil)

  init(_ configuration: LLMBackendConfig, in store: KeyStore) {
    self.configuration = configuration
    self.store = store
  }

  /// The key that the last look-up found.
  var current: APIKey? { held.withLock { $0 } }

  /// Looks the key up.
  ///
  /// - Throws: ``LLMError/keyMissing(variable:)`` where one is configured and not there, ``LLMError/key(_:)``, or
  ///   `CancellationError`.
  func lookUp() async throws {
    let key: APIKey?
    do throws(KeyError) {
      key = try await store.key(for: configuration)
    } catch {
      try Task.checkCancellation()
      throw LLMError.key(error)
    }
    try Task.checkCancellation()
    held.withLock { $0 = key }
    if key == nil, let variable = configuration.keyEnvironmentVariable { throw LLMError.keyMissing(variable: variable) }
  }
}
