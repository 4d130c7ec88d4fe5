import Foundation
import TestSupport
import Testing

@testable import LanguageModels

struct OllamaAvailabilityTests {
  @Test(
    "A model is found by any of its names",
    arguments: ["m", "m:latest", "M", "library/m", "registry.ollama.ai/library/m:latest", "n:1b"])
  func modelIsFoundByAnyOfItsNames(name: String) async throws {
    let ollama = try ScriptedOllama()
    let found = try await ollama.backend(model: name).availability()
    guard case .available(_, proven: false) = found else {
      Issue.record("got \(found)")
      return
    }
  }

  @Test("A model under another tag is not the model", arguments: ["m:1b", "n", "user/m", "mm"])
  func modelUnderAnotherTagIsNotTheModel(name: String) async throws {
    let ollama = try ScriptedOllama()
    let backend = try ollama.backend(model: name)
    let found = await backend.availability()
    #expect(found == .unavailable(.modelMissing(model: name)))
    #expect(found.nextStep(for: backend.configuration)?.contains("testlet backends pull ollama \(name)") == true)
  }

  @Test("Without a model the student is sent to the list") func withoutModel() async throws {
    let ollama = try ScriptedOllama()
    let backend = try ollama.backend(model: nil)
    let found = await backend.availability()
    #expect(found == .unavailable(.modelNotNamed))
    #expect(found.nextStep(for: backend.configuration)?.contains("testlet backends models ollama") == true)
    await #expect(throws: LLMError.modelNotNamed(backend: "ollama")) {
      try await backend.generate(helloRequest) { _ in }
    }
  }

  @Test(
    "A version that knows no schema is too old, and one's own build is taken as it is",
    arguments: [
      ("0.4.7", false), ("0.3.14", false), ("0.5.0", true), ("0.5.0-rc1", true), ("v0.12.6", true), ("0.0.0", true),
      ("1.0", true), ("nightly", true),
    ])
  func versions(version: String, isEnough: Bool) async throws {
    let ollama = try ScriptedOllama(version: #"{"version":"\#(version)"}"#)
    let found = try await ollama.backend().availability()
    let tooOld = UnavailableReason.tooOld(program: "Ollama", version: version, least: "0.5.0")
    #expect(isEnough ? found.isAvailable : found == .unavailable(tooOld))
  }

  @Test(
    "Another kind of server is a wrong address",
    arguments: ["hello", "{}", "<html>", #"{"error":"Unexpected endpoint or method"}"#])
  func anotherKindOfServer(version: String) async throws {
    let ollama = try ScriptedOllama(version: version)
    let found = try await ollama.backend().availability()
    #expect(found == .unavailable(.wrongAddress(url: ollama.server.url, detail: "it is not Ollama")))
  }

  @Test("A server whose models can't be listed says what it answered") func unlistedModels() async throws {
    let ollama = try ScriptedOllama(tags: "{}")
    let reason = UnavailableReason.wrongAddress(url: ollama.server.url, detail: "it has no list of models")
    #expect(try await ollama.backend().availability() == .unavailable(reason))
    await #expect(throws: LLMError.self) { try await ollama.backend().models() }
  }

  @Test("Nothing that answers is not running where Ollama is installed, and else not installed")
  func nothingThatAnswers() async throws {
    let url = "http://127.0.0.1:\(try ScriptedServer.refusingPort())"
    let folder = try TestSupport.TemporaryFolder()
    let missing = try ollamaBackend(url, environment: ["PATH": folder.path])
    let found = await missing.availability()
    let source = "https://ollama.com/download"
    #expect(found == .unavailable(.serverNotInstalled(program: "Ollama", url: url, source: source)))
    #expect(found.nextStep(for: missing.configuration)?.contains(source) == true)
    let program = try folder.write("", to: "ollama")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    #expect(await missing.availability() == .unavailable(.notRunning(url: url)))
    #expect(await missing.availability().nextStep(for: missing.configuration)?.contains("ollama serve") == true)
  }

  @Test("A model that is loaded for a request is loading until it is there") func modelIsLoading() async throws {
    let cold = try ScriptedOllama { _ in [.hold] }
    let warm = try ScriptedOllama(running: #"{"models":[{"name":"m:latest"}]}"#) { _ in [.hold] }
    for (ollama, isLoading) in [(cold, true), (warm, false)] {
      let backend = try ollama.backend()
      #expect(await backend.availability().isAvailable)
      let request = Task { try await backend.generate(helloRequest) { _ in } }
      try await eventually { !ollama.chats.isEmpty }
      let found = await backend.availability()
      #expect(isLoading ? found == .loading("loading m") : found.isAvailable)
      request.cancel()
      await #expect(throws: CancellationError.self) { try await request.value }
      #expect(await backend.availability().isAvailable)
    }
  }

  @Test("Models come with their sizes; the context is fitted to what is sensible, one request at once")
  func modelsAndCapabilities() async throws {
    let usual = try ScriptedOllama()
    let backend = try usual.backend()
    #expect(
      try await backend.models() == [ModelInfo(name: "m:latest", bytes: 2_019_393_189), ModelInfo(name: "n:1b")])
    let expected = BackendCapabilities(parallelism: 1, isParallelismStated: false, contextTokens: 8192)
    #expect(await backend.capabilities() == expected)
    let large = try ScriptedOllama(show: ScriptedOllama.details(context: 131_072))
    let configured = try ollamaBackend(large.server.url, parallel: 3)
    #expect(
      await configured.capabilities() == BackendCapabilities(parallelism: 3, contextTokens: ContextSize.comfortable))
    #expect(await backend.countTokens("text") == nil)
  }

  @Test("Details of a model are read whatever else is there")
  func detailsOfModel() throws {
    func details(_ text: String) throws -> OllamaModelDetails { OllamaModelDetails(try JSONValue(parsing: text)) }
    #expect(try details(#"{"model_info":{"odd.context_length":2048}}"#).contextLimit == 2048)
    #expect(try details(#"{"model_info":{"odd.context_length":-1},"capabilities":"thinking"}"#).contextLimit == nil)
    #expect(try details(#"{"capabilities":["thinking"]}"#).canThink)
    #expect(try details("[]") == details("{}"))
  }

  // MARK: - Addresses

  @Test(
    "OLLAMA_HOST is read as Ollama reads it",
    arguments: [
      ("127.0.0.1", "http://127.0.0.1:11434"), ("0.0.0.0", "http://127.0.0.1:11434"),
      ("0.0.0.0:8080", "http://127.0.0.1:8080"), ("localhost:80", "http://localhost:80"),
      (":1234", "http://127.0.0.1:1234"),
      ("http://gpu.local", "http://gpu.local:80"), ("https://gpu.local", "https://gpu.local:443"),
      ("https://gpu.local:8443/ollama/", "https://gpu.local:8443/ollama"), ("[::]:9", "http://[::1]:9"),
      ("[::1]", "http://[::1]:11434"), (" \"10.0.0.5:11434\" ", "http://10.0.0.5:11434"), ("", nil), ("a b:c", nil),
    ] as [(String, String?)])
  func ollamaHost(value: String, url: String?) {
    #expect(OllamaHost.url(value) == url)
  }

  @Test("OLLAMA_HOST holds only where the settings leave the usual address") func ollamaHostAndSettings() {
    let environment = ["OLLAMA_HOST": "127.0.0.1:9000"]
    #expect(LLMBackendConfig.ollamaDefault.following(environment: environment).url == "http://127.0.0.1:9000")
    #expect(LLMBackendConfig.ollamaDefault.following(environment: [:]) == .ollamaDefault)
    var own = LLMBackendConfig.ollamaDefault
    own.url = "http://localhost:11435"
    #expect(own.following(environment: environment) == own)
    #expect(LLMBackendConfig.mlxDefault.following(environment: environment) == .mlxDefault)
  }

  @Test("An address that was pasted with its interface is understood", arguments: ["", "/", "/api", "/api/", "/v1"])
  func pastedAddress(ending: String) async throws {
    let ollama = try ScriptedOllama()
    #expect(try await ollamaBackend(ollama.server.url + ending).generate(helloRequest) { _ in }.text == "ok")
  }

  // MARK: - Privacy

  @Test(
    "A model that runs elsewhere, behind a server on this machine, needs the same consent as a server elsewhere",
    arguments: [
      (ScriptedOllama.details(remote: "https://ollama.com:443"), "m"),
      (ScriptedOllama.details(remote: "not an address"), "m"), (ScriptedOllama.details(), "big:1t-cloud"),
      (ScriptedOllama.details(), "big:cloud"),
    ])
  func modelThatRunsElsewhere(show: String, model: String) async throws {
    let ollama = try ScriptedOllama(show: show)
    let agreed = EgressAgreement(backend: "ollama", keySource: nil, origin: "https://ollama.com")
    for (egress, error) in [
      (EgressPolicy(mode: .localOnly), LLMError.localOnly(host: "ollama.com")),
      (EgressPolicy(mode: .ask), .notPermitted(host: "ollama.com")),
    ] {
      let backend = try ollamaBackend(ollama.server.url, model: model, egress: egress)
      await #expect(throws: error) { try await backend.generate(helloRequest) { _ in } }
    }
    #expect(ollama.chats.isEmpty)
    let backend = try ollamaBackend(
      ollama.server.url, model: model, egress: EgressPolicy(mode: .ask, agreed: [agreed]))
    #expect(try await backend.generate(helloRequest) { _ in }.text == "ok")
  }

  @Test("Such a model is shown as what it is in the list") func listedModelThatRunsElsewhere() async throws {
    let tags = #"{"models":[{"name":"m:latest","remote_host":"https://ollama.com:443","remote_model":"m"}]}"#
    let ollama = try ScriptedOllama(tags: tags)
    let backend = try ollamaBackend(ollama.server.url, egress: EgressPolicy(mode: .ask))
    let found = await backend.availability()
    #expect(found == .unavailable(.notPermitted(host: "ollama.com")))
    #expect(found.nextStep(for: backend.configuration)?.contains("backends use ollama --agree ollama.com") == true)
  }

  @Test("A key is sent where one is configured, and asked for where it is missing") func key() async throws {
    let ollama = try ScriptedOllama()
    let backend = try ollamaBackend(ollama.server.url, keyVariable: "K", environment: ["K": "secret-key"])
    _ = try await backend.generate(helloRequest) { _ in }
    #expect(ollama.server.requests.allSatisfy { $0.headers["authorization"] == "Bearer secret-key" })
    let keyless = try ollamaBackend(ollama.server.url, keyVariable: "K")
    #expect(await keyless.availability() == .unavailable(.keyMissing(variable: "K")))
    await #expect(throws: LLMError.keyMissing(variable: "K")) { try await keyless.generate(helloRequest) { _ in } }
  }
}
