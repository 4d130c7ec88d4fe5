import TestSupport
import Testing

@testable import LanguageModels

struct EgressTests {
  @Test(
    "A redirect is not followed, and not even a connection is made to the other host",
    arguments: [ServerProfile.custom, .azure, .anthropic], [301, 302, 303, 307, 308])
  func redirectIsNotFollowed(profile: ServerProfile, status: Int) async throws {
    let other = try ScriptedServer { _, _ in ScriptedServer.stream("stolen") }
    let target = "Location: \(other.url)/v1/chat/completions"
    let server = try ScriptedServer { _, _ in [ScriptedServer.answer(status, "", headers: [target])] }
    let backend = try backend(
      server.url, model: "m", keyVariable: "K", environment: ["K": "secret-key"], profile: profile)
    let error = await #expect(throws: LLMError.self) { try await backend.generate(helloRequest) { _ in } }
    guard case .unexpectedAnswer? = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(await !backend.availability().isAvailable)
    #expect(server.requests.count == 2)
    #expect(server.requests.allSatisfy { $0.headers.values.contains { $0.hasSuffix("secret-key") } })
    #expect(other.connections == 0)
  }

  @Test("A missing key is told before anything is sent") func missingKeyIsToldBeforeAnythingIsSent() async throws {
    let server = try ScriptedServer { _, _ in ScriptedServer.stream("x") }
    let backend = try backend(server.url, keyVariable: "NO_SUCH_KEY")
    await #expect(throws: LLMError.keyMissing(variable: "NO_SUCH_KEY")) {
      try await backend.generate(helloRequest) { _ in }
    }
    #expect(await backend.availability() == .unavailable(.keyMissing(variable: "NO_SUCH_KEY")))
    #expect(server.requests.isEmpty)
  }

  @Test("A key that the server echoes does not come back") func keyThatServerEchoesDoesNotComeBack() async throws {
    let server = try ScriptedServer { _, _ in [ScriptedServer.answer(500, #"{"error":"key secret-key is odd"}"#)] }
    let backend = try backend(server.url, keyVariable: "K", environment: ["K": "secret-key"])
    await #expect(throws: LLMError.status(code: 500, detail: "key *** is odd")) {
      try await backend.generate(helloRequest) { _ in }
    }
  }

  @Test("A remote host that nobody agreed to is refused, with the next step")
  func remoteHostThatNobodyAgreedToIsRefusedWithNextStep() async throws {
    // Nobody is asked for a key first that could not be used.
    let backend = try backend("https://h.example", keyVariable: "K", environment: [:], egress: EgressPolicy(mode: .ask))
    await #expect(throws: LLMError.notPermitted(host: "h.example")) {
      try await backend.generate(helloRequest) { _ in }
    }
    let availability = await backend.availability()
    #expect(availability == .unavailable(.notPermitted(host: "h.example")))
    #expect(availability.nextStep(for: backend.configuration)?.contains("--agree h.example") == true)
  }

  @Test("A transport that was shut down says so instead of crashing")
  func transportThatWasShutDownSaysSoInsteadOfCrashing() async throws {
    let server = try ScriptedServer { _, _ in ScriptedServer.stream("x") }
    let transport = HTTPTransport(egress: EgressPolicy(mode: .localOnly))
    let backend = try OpenAICompatibleBackend(
      configuration: .openAICompatible(keyEnvironmentVariable: nil, endpoint: server.url), transport: transport,
      keys: KeyStore(folder: nil, environment: [:]))
    _ = try await backend.generate(helloRequest) { _ in }
    await transport.shutDown()
    await transport.shutDown()
    await #expect(throws: LLMError.connectionLost) { try await backend.generate(helloRequest) { _ in } }
  }
}
