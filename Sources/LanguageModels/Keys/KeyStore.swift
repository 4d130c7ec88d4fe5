import Synchronization

/// Looks API keys up, and keeps those that the student gives: in the keyring of the desktop, else in a file of the owner's
/// own. The environment variable that a backend's settings name goes before what is stored.
///
/// A stored key is bound to its backend and to the scheme, host and port of its address.
public final class KeyStore: Sendable {
  private struct State {
    /// Keys that were read from the keyring.
    var held: [StoredKey: APIKey] = [:]
    /// When a keyring that did not answer may be asked again, in seconds since 1970.
    var pauseEnd = 0
    /// Every key that was handed out.
    var secrets: Set<String> = []
  }

  /// The time for which a keyring that did not answer is left alone, in seconds: it may be asking the student something.
  private static let pause = 60

  private let environment: [String: String]
  private let file: KeyFile?
  private let keyring: Keyring?
  private let now: @Sendable () -> Int
  private let newTag: @Sendable () -> String
  private let state = Mutex(State())

  /// Makes a store.
  ///
  /// - Parameters:
  ///   - folder: where the file of keys is, or would be; `nil` for environment variables only.
  ///   - environment: the environment variables.
  public convenience init(folder: String?, environment: [String: String]) {
    self.init(folder: folder, environment: environment, limits: Keyring.Limits())
  }

  init(
    folder: String?, environment: [String: String], limits: Keyring.Limits,
    now: @escaping @Sendable () -> Int = HTTPDate.now,
    newTag: @escaping @Sendable () -> String = { String(UInt64.random(in: 0 ... .max), radix: 36) }
  ) {
    self.environment = environment
    file = folder.map(KeyFile.init)
    keyring = folder == nil ? nil : Keyring(environment: environment, limits: limits)
    self.now = now
    self.newTag = newTag
  }

  /// What may be said of the key of a backend; `nil` when it has none.
  ///
  /// - Throws: ``KeyError``.
  public func description(for configuration: LLMBackendConfig) async throws(KeyError) -> KeyDescription? {
    guard let (key, source) = try await find(for: configuration) else { return nil }
    return KeyDescription(source: source, masked: key.masked)
  }

  /// The key of a backend at its address; `nil` when it has none.
  ///
  /// - Throws: ``KeyError``.
  func key(for configuration: LLMBackendConfig) async throws(KeyError) -> APIKey? {
    try await find(for: configuration)?.key
  }

  /// A text with every key that is in use replaced by asterisks, for logs.
  public func hidingKeys(in text: String) -> String {
    state.withLock { $0.secrets }.reduce(text) { $0.replacing($1, with: "***") }
  }

  private func find(
    for configuration: LLMBackendConfig
  ) async throws(KeyError) -> (key: APIKey, source: KeyDescription.Source)? {
    if let variable = configuration.keyEnvironmentVariable, let key = environment[variable].flatMap(APIKey.init) {
      note(key)
      return (key, .environment(variable: variable))
    }
    guard let file, let binding = KeyBinding(configuration), let entry = try file.entry(for: binding) else {
      return nil
    }
    if let key = entry.key {
      note(key)
      return (key, .file(path: file.path))
    }
    return try await keyInKeyring(entry).map { ($0, .keyring) }
  }

  private func keyInKeyring(_ entry: StoredKey) async throws(KeyError) -> APIKey? {
    let (held, pauseEnd) = state.withLock { ($0.held[entry], $0.pauseEnd) }
    if let held { return held }
    guard let keyring else { throw .keyringFailed(detail: "secret-tool is not installed") }
    guard now() >= pauseEnd else { throw .keyringSilent }
    do {
      let key = try await keyring.key(for: entry.binding)
      if let key { hold(key, entry) }
      return key
    } catch {
      if error == .keyringSilent { state.withLock { $0.pauseEnd = now() + Self.pause } }
      throw error
    }
  }

  private func note(_ key: APIKey) {
    state.withLock { _ = $0.secrets.insert(key.secret) }
  }

  private func hold(_ key: APIKey, _ entry: StoredKey) {
    state.withLock { state in
      state.secrets.insert(key.secret)
      state.held[entry] = key
    }
  }
}

extension KeyStore {
  /// Stores a key for a backend at its address, in the place of an earlier one: in the keyring, or where that is not there
  /// or fails, in the file.
  ///
  /// - Returns: how the stored key is described.
  /// - Throws: ``KeyError``.
  @discardableResult
  public func store(_ text: String, for configuration: LLMBackendConfig) async throws(KeyError) -> KeyDescription {
    guard let file, let binding = KeyBinding(configuration) else { throw .takesNone(backend: configuration.id) }
    guard let key = APIKey(text) else { throw .notAKey }
    // A file that can't be used is found out before the keyring has a key that nobody would find.
    _ = try file.entries()
    let isInKeyring = await storeInKeyring(key, for: binding)
    let entry = StoredKey(binding: binding, tag: newTag(), key: isInKeyring ? nil : key)
    try file.change { entries in
      entries.removeAll { $0.binding == binding }
      entries.append(entry)
    }
    if isInKeyring { hold(key, entry) } else { note(key) }
    return KeyDescription(source: isInKeyring ? .keyring : .file(path: file.path), masked: key.masked)
  }

  /// Removes the stored keys of a backend, also those for addresses that it had before. An environment variable stays.
  ///
  /// - Returns: whether there was one.
  /// - Throws: ``KeyError``; what could not be removed is still there then.
  @discardableResult
  public func remove(for configuration: LLMBackendConfig) async throws(KeyError) -> Bool {
    guard let file else { return false }
    let entries = try file.entries().filter { $0.binding.backend == configuration.id }
    for entry in entries where entry.key == nil {
      guard let keyring else { throw .keyringFailed(detail: "secret-tool is not installed") }
      try await keyring.remove(entry.binding)
    }
    guard !entries.isEmpty else { return false }
    try file.change { all in all.removeAll { $0.binding.backend == configuration.id } }
    return true
  }

  private func storeInKeyring(_ key: APIKey, for binding: KeyBinding) async -> Bool {
    guard let keyring else { return false }
    do {
      try await keyring.store(key, for: binding)
      state.withLock { $0.pauseEnd = 0 }
      return true
    } catch {
      return false
    }
  }
}
