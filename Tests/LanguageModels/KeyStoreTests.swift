import Foundation
import Synchronization
import TestSupport
import Testing

@testable import LanguageModels

/// Without a keyring: environment variables, and the file.
struct KeyStoreTests {
  private let folder: TemporaryFolder
  private var keysFolder: String { folder.path + "/config/keys" }
  private var file: String { keysFolder + "/keys.json" }

  init() throws { folder = try TemporaryFolder() }

  private func store(_ environment: [String: String] = [:]) -> KeyStore {
    KeyStore(folder: keysFolder, environment: environment)
  }

  private static let cloud = LLMBackendConfig.openAICompatible(endpoint: "https://api.example.com/v1")

  private static func cloud(_ url: String) -> LLMBackendConfig { .openAICompatible(endpoint: url) }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("A key is stored in a file for its owner alone, found by another process, replaced and removed")
  func life() async throws {
    #expect(try await store().description(for: Self.cloud) == nil)
    let stored = try await store().store("  sk-first-key-1234\n", for: Self.cloud)
    #expect(stored == KeyDescription(source: .file(path: file), masked: "…1234"))
    #expect(try mode(file) == 0o600 && mode(keysFolder) == 0o700)
    #expect(try await store().key(for: Self.cloud)?.secret == "sk-first-key-1234")
    try await store().store("sk-second-key-5678", for: Self.cloud)
    #expect(try await store().description(for: Self.cloud)?.masked == "…5678")
    #expect(try !String(contentsOfFile: file, encoding: .utf8).contains("sk-first-key-1234"))
    #expect(try await store().remove(for: Self.cloud))
    #expect(try await store().key(for: Self.cloud) == nil)
    #expect(try await !store().remove(for: Self.cloud))
    #expect(try !String(contentsOfFile: file, encoding: .utf8).contains("5678"))
  }

  @Test(
    "A key is found for its backend and its scheme, host and port only",
    arguments: [
      ("https://api.example.com", true), ("https://API.example.com:443/v1/chat/completions", true),
      ("https://api.example.com:8443/v1", false), ("http://api.example.com/v1", false),
      ("https://api.example.org/v1", false), ("https://api.example.com.evil.example/v1", false),
      ("http://localhost:8080/v1", false),
    ])
  func binding(url: String, isFound: Bool) async throws {
    try await store().store("sk-first-key-1234", for: Self.cloud)
    #expect((try await store().key(for: Self.cloud(url)) != nil) == isFound)
    let other = LLMBackendConfig.openAICompatible(id: "other", endpoint: url)
    #expect(try await store().key(for: other) == nil)
  }

  @Test("Removing takes the keys for earlier addresses as well, and no other backend's") func removal() async throws {
    let keys = store()
    let other = LLMBackendConfig.openAICompatible(id: "other", endpoint: "https://api.example.com")
    try await keys.store("sk-first-key-1234", for: Self.cloud("https://old.example.com"))
    try await keys.store("sk-second-key-5678", for: Self.cloud)
    try await keys.store("sk-third-key-9999", for: other)
    #expect(try await keys.remove(for: Self.cloud))
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(!text.contains("1234") && !text.contains("5678") && text.contains("9999"))
  }

  @Test("The environment variable that the settings name goes before what is stored") func variable() async throws {
    try await store().store("sk-stored-key-1234", for: Self.cloud)
    let keys = store(["OPENAI_API_KEY": " sk-variable-key-5678 "])
    let found = try await keys.description(for: Self.cloud)
    #expect(found == KeyDescription(source: .environment(variable: "OPENAI_API_KEY"), masked: "…5678"))
    var unnamed = Self.cloud
    unnamed.keyEnvironmentVariable = nil
    #expect(try await keys.description(for: unnamed)?.source == .file(path: file))
    // What no header can hold is none.
    #expect(try await store(["OPENAI_API_KEY": "two words"]).description(for: Self.cloud)?.source == .file(path: file))
  }

  @Test("A file or folder that others can get at is refused, and nothing is written", arguments: [true, false])
  func openness(isFile: Bool) async throws {
    try await store().store("sk-first-key-1234", for: Self.cloud)
    let path = isFile ? file : keysFolder
    try FileManager.default.setAttributes([.posixPermissions: isFile ? 0o640 : 0o755], ofItemAtPath: path)
    let error = KeyError.open(path: path, mode: isFile ? "600" : "700")
    await #expect(throws: error) { try await store().key(for: Self.cloud) }
    await #expect(throws: error) { try await store().store("sk-second-key-5678", for: Self.cloud) }
    await #expect(throws: error) { try await store().remove(for: Self.cloud) }
    #expect(error.sentence.contains("chmod \(isFile ? "600" : "700") ") && error.category == .notPermitted)
    try FileManager.default.setAttributes([.posixPermissions: isFile ? 0o600 : 0o700], ofItemAtPath: path)
    #expect(try await store().description(for: Self.cloud)?.masked == "…1234")
  }

  @Test("A damaged file is told, and not overwritten", arguments: ["", "{", #"{"format":2,"keys":[]}"#, "[1]"])
  func damage(text: String) async throws {
    try await store().store("sk-first-key-1234", for: Self.cloud)
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    let error = KeyError.unreadable(path: file, reason: "it has another form")
    await #expect(throws: error) { try await store().key(for: Self.cloud) }
    await #expect(throws: error) { try await store().store("sk-second-key-5678", for: Self.cloud) }
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
  }

  @Test("What can't be a key is not stored", arguments: ["", "  \n", "two words", "a\nb", "ключ"])
  func noKey(text: String) async throws {
    await #expect(throws: KeyError.notAKey) { try await store().store(text, for: Self.cloud) }
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test("A backend without a server takes no key", arguments: [LLMBackendConfig.mock, .mlxDefault])
  func noServer(configuration: LLMBackendConfig) async throws {
    await #expect(throws: KeyError.takesNone(backend: configuration.id)) {
      try await store().store("sk-first-key-1234", for: configuration)
    }
    #expect(!configuration.takesKey)
  }

  @Test(
    "Only the end of a key that is long enough is shown", arguments: [("sk-12345678", "…"), ("sk-123456789", "…6789")])
  func masking(key: String, masked: String) async throws {
    #expect(try await store().store(key, for: Self.cloud).masked == masked)
  }

  @Test("A log holds no key, wherever it comes from") func log() async throws {
    let keys = store(["OPENAI_API_KEY": "sk-variable-key"])
    try await keys.store("sk-stored-key-1234", for: Self.cloud)
    #expect(try await keys.key(for: Self.cloud)?.secret == "sk-variable-key")
    let path = folder.path + "/log"
    var handler = LogFileHandler(file: LogFile(path: path), level: .trace, hiding: keys.hidingKeys)
    handler[metadataKey: "text"] = "sk-stored-key-1234 and sk-variable-key"
    handler.log(
      event: .init(
        level: .info, message: "sk-stored-key-1234", metadata: nil, source: "", file: "", function: "", line: 1))
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("*** and ***") && !text.contains("sk-"))
  }
}

/// With the stand-in for the keyring.
struct KeyringTests {
  private let folder: TemporaryFolder
  private let tool: SecretToolStandIn
  private var file: String { folder.path + "/keys/keys.json" }

  init() throws {
    folder = try TemporaryFolder()
    tool = try SecretToolStandIn()
  }

  private static let cloud = LLMBackendConfig.openAICompatible(endpoint: "https://api.example.com/v1")

  private func store(
    limits: Keyring.Limits = Keyring.Limits(), now: @escaping @Sendable () -> Int = { 1000 }
  ) -> KeyStore {
    KeyStore(
      folder: folder.path + "/keys", environment: ["PATH": tool.searchPath, "OTHER_KEY": "sk-other-key"],
      limits: limits, now: now)
  }

  @Test("A key is kept in the keyring, and never in the file, the arguments or an environment") func life() async throws
  {
    let stored = try await store().store("sk-first-key-1234", for: Self.cloud)
    #expect(stored == KeyDescription(source: .keyring, masked: "…1234"))
    #expect(tool.items == ["sk-first-key-1234"])
    #expect(try await store().description(for: Self.cloud) == stored)
    #expect(try !String(contentsOfFile: file, encoding: .utf8).contains("sk-first-key"))
    #expect(tool.runs.map { $0.prefix(6) } == ["store ", "lookup"])
    #expect(
      tool.runs.allSatisfy {
        $0.hasSuffix("backend openai origin https://api.example.com") && !$0.contains("sk-first-key")
      })
    #expect(!tool.environments.contains("sk-first-key") && !tool.environments.contains("sk-other-key"))
    #expect(try await store().remove(for: Self.cloud))
    #expect(tool.items.isEmpty)
    #expect(try await store().key(for: Self.cloud) == nil)
  }

  @Test("The keyring is asked once, and not for backends that have no stored key") func asking() async throws {
    try await store().store("sk-first-key-1234", for: Self.cloud)
    let keys = store()
    for _ in 0..<3 { #expect(try await keys.key(for: Self.cloud)?.secret == "sk-first-key-1234") }
    #expect(try await keys.key(for: .ollamaDefault) == nil)
    #expect(tool.runs.count == 2)
    // Another process replaces the key: the one that was read is not used any longer.
    try await store().store("sk-second-key-5678", for: Self.cloud)
    #expect(try await keys.key(for: Self.cloud)?.secret == "sk-second-key-5678")
  }

  @Test("Where the keyring fails or hangs, the file takes the key", arguments: [true, false])
  func storingWithoutKeyring(isSilent: Bool) async throws {
    let limits = Keyring.Limits(changing: isSilent ? .milliseconds(200) : .seconds(30))
    try await store().store("sk-first-key-1234", for: Self.cloud)
    if isSilent { try tool.setSilent(true) } else { try tool.setBroken(true) }
    let stored = try await store(limits: limits).store("sk-second-key-5678", for: Self.cloud)
    #expect(stored.source == .file(path: file))
    // The keyring still has the old one, and is back: the file knows better.
    if isSilent { try tool.setSilent(false) } else { try tool.setBroken(false) }
    #expect(try await store().key(for: Self.cloud)?.secret == "sk-second-key-5678")
  }

  @Test("A keyring that hangs is given up in time, then left alone for a while") func silence() async throws {
    try await store().store("sk-first-key-1234", for: Self.cloud)
    try tool.setSilent(true)
    let time = Mutex(1000)
    let keys = store(limits: Keyring.Limits(reading: .milliseconds(200))) { time.withLock { $0 } }
    let start = ContinuousClock.now
    await #expect(throws: KeyError.keyringSilent) { try await keys.key(for: Self.cloud) }
    #expect(ContinuousClock.now - start < .seconds(5))
    let runs = tool.runs.count
    try tool.setSilent(false)
    await #expect(throws: KeyError.keyringSilent) { try await keys.key(for: Self.cloud) }
    #expect(tool.runs.count == runs)
    time.withLock { $0 += 60 }
    #expect(try await keys.key(for: Self.cloud)?.secret == "sk-first-key-1234")
  }

  @Test("A keyring that fails says why, and keeps what it could not remove") func failure() async throws {
    try await store().store("sk-first-key-1234", for: Self.cloud)
    try tool.setBroken(true)
    let error = KeyError.keyringFailed(detail: "Cannot autolaunch D-Bus without X11 $DISPLAY")
    await #expect(throws: error) { try await store().key(for: Self.cloud) }
    await #expect(throws: error) { try await store().remove(for: Self.cloud) }
    try tool.setBroken(false)
    #expect(try await store().key(for: Self.cloud)?.secret == "sk-first-key-1234")
    let gone = KeyStore(folder: folder.path + "/keys", environment: ["PATH": "/absent"])
    await #expect(throws: KeyError.keyringFailed(detail: "secret-tool is not installed")) {
      try await gone.key(for: Self.cloud)
    }
    try tool.forget()
    #expect(try await store().key(for: Self.cloud) == nil)
  }

  @Test("A tool that leaves without reading the key ends nothing but itself") func leaving() async throws {
    let programs = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: programs.path + "/secret-tool", withDestinationPath: "/bin/false")
    let keyring = try #require(Keyring(environment: ["PATH": programs.path], limits: Keyring.Limits()))
    let key = try #require(APIKey("sk-first-key-1234"))
    let binding = try #require(KeyBinding(Self.cloud))
    for _ in 0..<50 {
      await #expect(throws: KeyError.keyringFailed(detail: "")) { try await keyring.store(key, for: binding) }
    }
  }

  @Test("Cancelling a look-up is no answer") func cancelling() async throws {
    try await store().store("sk-first-key-1234", for: Self.cloud)
    try tool.setSilent(true)
    let key = BackendKey(Self.cloud, in: store())
    let runs = tool.runs.count
    let looking = Task { try await key.lookUp() }
    try await eventually { tool.runs.count > runs }
    looking.cancel()
    await #expect(throws: CancellationError.self) { try await looking.value }
  }
}
