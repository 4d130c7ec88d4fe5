import Foundation
import TestSupport
import Testing

@testable import LanguageModels

/// What backends do with stored keys.
struct StoredKeyUseTests {
  private let folder: TemporaryFolder
  private let keys: KeyStore

  init() throws {
    folder = try TemporaryFolder()
    keys = KeyStore(folder: folder.path + "/keys", environment: [:])
  }

  private static let key = "sk-stored-key-1234"

  private func configuration(_ url: String, variable: String? = "K") -> LLMBackendConfig {
    .openAICompatible(id: "cloud", keyEnvironmentVariable: variable, endpoint: url, model: "m", profile: .custom)
  }

  private func backend(_ configuration: LLMBackendConfig) throws -> any LLMBackend {
    let transport = HTTPTransport(egress: EgressPolicy(mode: .localOnly))
    let factory = LLMBackendFactory(
      transport: transport, environment: [:], keys: keys, mlxWorker: noMLX,
      retry: RetryPolicy(clock: InstantClock(), random: { 1 }), mockResponder: { _ in "" })
    return try factory.make(configuration)
  }

  private static func talk(_ request: ScriptedServer.Request) -> [ScriptedServer.Step] {
    request.line.hasPrefix("GET")
      ? [ScriptedServer.answer(200, #"{"data":[{"id":"m"}]}"#)] : ScriptedServer.stream("hello")
  }

  @Test("A key that is stored, replaced or removed holds from the next request on") func change() async throws {
    let server = try ScriptedServer { request, _ in Self.talk(request) }
    let configuration = configuration(server.url)
    let backend = try backend(configuration)
    let missing = BackendAvailability.unavailable(.keyMissing(variable: "K"))
    #expect(await backend.availability() == missing)
    #expect(missing.nextStep(for: configuration)?.contains("`testlet backends key cloud`") == true)
    #expect(server.requests.isEmpty)
    try await keys.store(Self.key, for: configuration)
    #expect(await backend.availability().isAvailable)
    _ = try await backend.generate(helloRequest) { _ in }
    #expect(server.requests.allSatisfy { $0.headers["authorization"] == "Bearer \(Self.key)" })
    try await keys.store("sk-other-key-5678", for: configuration)
    _ = try await backend.generate(helloRequest) { _ in }
    #expect(server.requests.last?.headers["authorization"] == "Bearer sk-other-key-5678")
    try await keys.remove(for: configuration)
    await #expect(throws: LLMError.keyMissing(variable: "K")) { try await backend.generate(helloRequest) { _ in } }
  }

  @Test("A key goes to no other address: a changed one asks for it again", arguments: ["K", nil])
  func changedAddress(variable: String?) async throws {
    let first = try ScriptedServer { request, _ in Self.talk(request) }
    let second = try ScriptedServer { _, _ in [ScriptedServer.answer(401, #"{"error":{"message":"no key"}}"#)] }
    try await keys.store(Self.key, for: configuration(first.url, variable: variable))
    let moved = try backend(configuration(second.url, variable: variable))
    #expect(await moved.availability() == .unavailable(.keyMissing(variable: variable)))
    await #expect(throws: LLMError.keyMissing(variable: variable)) { try await moved.generate(helloRequest) { _ in } }
    #expect(second.requests.allSatisfy { $0.headers["authorization"] == nil })
    #expect(second.requests.isEmpty == (variable != nil) && first.requests.isEmpty)
  }

  @Test("A redirect gets nothing, a key least of all", arguments: [ServerProfile.custom, .anthropic, .azure])
  func redirect(profile: ServerProfile) async throws {
    let other = try ScriptedServer { request, _ in Self.talk(request) }
    let server = try ScriptedServer { _, _ in
      [ScriptedServer.answer(307, "", headers: ["Location: \(other.url)/v1/messages"])]
    }
    var configuration = configuration(server.url, variable: nil)
    configuration.profile = profile
    try await keys.store(Self.key, for: configuration)
    let backend = try backend(configuration)
    await #expect(throws: LLMError.self) { try await backend.generate(helloRequest) { _ in } }
    _ = await backend.availability()
    #expect(server.requests.count == 2 && other.requests.isEmpty)
    #expect(server.requests.allSatisfy { $0.headers.values.contains { $0.hasSuffix(Self.key) } })
  }

  @Test("A key that the server refuses or repeats comes back in no error") func refusal() async throws {
    let server = try ScriptedServer { _, number in
      [ScriptedServer.answer(number == 0 ? 401 : 500, #"{"error":{"message":"bad key \#(Self.key)"}}"#)]
    }
    let configuration = configuration(server.url)
    try await keys.store(Self.key, for: configuration)
    let backend = try backend(configuration)
    await #expect(throws: LLMError.keyRefused) { try await backend.generate(helloRequest) { _ in } }
    await #expect(throws: LLMError.status(code: 500, detail: "bad key ***")) {
      try await backend.generate(helloRequest) { _ in }
    }
  }

  @Test("Ollama is sent its stored key, and says why one can't be looked up") func ollama() async throws {
    let ollama = try ScriptedOllama()
    var configuration = LLMBackendConfig.ollamaDefault
    configuration.url = ollama.server.url
    configuration.model = "m"
    try await keys.store(Self.key, for: configuration)
    let backend = try backend(configuration)
    _ = try await backend.generate(helloRequest) { _ in }
    #expect(ollama.server.requests.allSatisfy { $0.headers["authorization"] == "Bearer \(Self.key)" })
    let file = folder.path + "/keys/keys.json"
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    let found = await backend.availability()
    #expect(found == .unavailable(.key(.open(path: file, mode: "600"))))
    #expect(found.nextStep(for: configuration)?.contains("chmod 600 \(file)") == true)
  }
}
