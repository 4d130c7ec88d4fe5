import Foundation
import TestSupport
import Testing

@testable import LanguageModels

/// Who may be asked: every privacy mode, with and without stored consent, every mode of the router, every place.
struct RouterPrivacyTests {
  /// One candidate, in one situation.
  struct Situation: Sendable, CustomTestStringConvertible {
    var privacy: EgressPolicy.Mode
    var hasConsent: Bool
    var mode: BackendSettings.Mode
    var isRemote: Bool
    var isReady: Bool
    var capabilities: AICapabilities

    var testDescription: String {
      "\(privacy) \(mode) consent \(hasConsent) remote \(isRemote) ready \(isReady) \(capabilities)"
    }

    /// Every one that there is.
    static let all: [Situation] = EgressPolicy.Mode.allCases.flatMap { privacy in
      BackendSettings.Mode.allCases.flatMap { mode in
        [false, true].flatMap { hasConsent in
          [false, true].flatMap { isRemote in
            [false, true].flatMap { isReady in
              [(true, 4096), (true, 1024), (true, nil), (false, nil)].map { hasModel, context in
                Situation(
                  privacy: privacy, hasConsent: hasConsent, mode: mode, isRemote: isRemote, isReady: isReady,
                  capabilities: AICapabilities(hasModel: hasModel, contextTokens: context))
              }
            }
          }
        }
      }
    }

    /// How the backend would say that it is: what the policy forbids is never reached.
    func availability() throws -> BackendAvailability {
      let url = try ServerURL(isRemote ? "https://h.example/v1" : "http://localhost:8080")
      let agreement = EgressAgreement(backend: "b", keySource: nil, origin: "https://h.example")
      let policy = EgressPolicy(mode: privacy, agreed: hasConsent ? [agreement] : [])
      do {
        try policy.check(url, backend: "b", keySource: nil)
      } catch {
        return BackendAvailability(error, url: url)
      }
      return isReady
        ? .available(latencyMilliseconds: 1, proven: true) : .unavailable(.notRunning(url: url.text))
    }

    /// The first thing that stands in the way, in words that name it; `nil` when nothing does.
    var obstacle: String? {
      if !capabilities.hasModel { return "no model" }
      if isRemote, privacy == .localOnly { return "local-only, and it is at h.example" }
      if isRemote, mode == .local { return "the mode is local, and it is at h.example" }
      if !isRemote, mode == .byo { return "the mode is byo" }
      if isRemote, privacy == .ask, !hasConsent { return "not agreed to send anything to h.example" }
      if !isReady { return "nothing answers at" }
      if capabilities.contextTokens == 1024 { return "takes 1024 tokens, and this needs 2000" }
      return nil
    }
  }

  @Test("One is chosen exactly where nothing stands in the way, and else the reason is told and logged")
  func everySituation() throws {
    let folder = try TemporaryFolder()
    #expect(Situation.all.count == 288)
    for (number, situation) in Situation.all.enumerated() {
      let candidate = AICandidate(
        id: "b", place: situation.isRemote ? .host("h.example") : .thisMachine, isSelected: true,
        availability: try situation.availability(), capabilities: situation.capabilities)
      let choice = AIChoice.make(
        for: AITask(.summarising, leastTokens: 2000), among: [candidate], mode: situation.mode,
        privacy: situation.privacy)
      #expect(choice.chosen?.id == (situation.obstacle == nil ? "b" : nil), "\(situation)")
      let log = ChoiceLog(path: "\(folder.path)/\(number)")
      log.note(choice, for: .summarising, mode: situation.mode, privacy: situation.privacy)
      let entry = try #require(log.latest().first)
      #expect(
        entry["privacy"]?.string == situation.privacy.rawValue && entry["mode"]?.string == situation.mode.rawValue)
      if let obstacle = situation.obstacle {
        #expect(choice.passedOver.first?.reason.contains(obstacle) == true, "\(situation)")
        let logged = entry["passedOver"]?.elements?.first?["reason"]?.string
        #expect(logged == choice.passedOver.first?.reason && entry["backend"] == .null)
      } else {
        #expect(entry["place"]?.string == (situation.isRemote ? "h.example" : "this machine"), "\(entry)")
      }
    }
  }

  /// The same through the service: a model of the selected Ollama that runs at its makers', and a server on this machine.
  @Test(
    "What was not agreed to is not asked, and what the mode leaves out is not even asked how it is",
    arguments: [
      ("local-only", "", ["local", "local", nil]), ("ask", "", ["local", "local", nil]),
      ("ask", "ollama https://ollama.com -", ["ollama", "local", "ollama"]),
      ("ask", "other https://ollama.com -", ["local", "local", nil]),
      ("ask", "ollama https://ollama.com KEY", ["local", "local", nil]), ("any", "", ["ollama", "local", "ollama"]),
    ] as [(String, String, [String?])])
  func throughService(privacy: String, agreed: String, chosen: [String?]) async throws {
    for (mode, expected) in zip(BackendSettings.Mode.allCases, chosen) {
      let tags = #"{"models":[{"name":"m:cloud","remote_host":"https://ollama.com:443","remote_model":"m"}]}"#
      let ollama = try ScriptedOllama(tags: tags, show: ScriptedOllama.details(remote: "https://ollama.com:443"))
      let local = try ScriptedServer { request, _ in
        request.line.hasPrefix("GET")
          ? [ScriptedServer.answer(200, #"{"data":[{"id":"m"}]}"#)] : ScriptedServer.stream("ok")
      }
      let settings = try BackendSettings(
        TemporaryFolder().settings(
          """
          [backend]
          selected = "ollama"
          privacy = "\(privacy)"
          agreed = ["\(agreed)"]
          [backends.ollama]
          url = "\(ollama.server.url)"
          model = "m:cloud"
          [backends.local]
          kind = "openai-compatible"
          profile = "vllm"
          url = "\(local.url)"
          """))
      let factory = LLMBackendFactory(
        transport: HTTPTransport(egress: settings.egress), environment: [:], mlxWorker: noMLX,
        mockResponder: { _ in "" })
      let service = LocalLLMService(
        settings: settings.keeping(["ollama", "local", "mock"]), factory: factory
      ) { _ in }
      let router = AIRouter(service: service, mode: mode, privacy: settings.privacy)
      let assignment = try? await router.assign(AITask(.summarising))
      #expect(assignment?.choice.chosen?.id == expected, "\(privacy) \(agreed) \(mode)")
      if let assignment { _ = try await assignment.complete([LLMMessage(.user, "notes")], maxTokens: 8) }
      let isAsked = [!ollama.server.requests.isEmpty, !local.requests.isEmpty]
      #expect(isAsked == [mode != .local && privacy != "local-only", mode != .byo], "\(privacy) \(agreed) \(mode)")
      #expect(ollama.chats.isEmpty == (expected != "ollama"))
    }
  }
}

extension BackendSettings {
  /// The settings with some of their backends only, so that no test asks what happens to run on the machine.
  fileprivate func keeping(_ ids: [String]) -> BackendSettings {
    var settings = self
    settings.backends = backends.filter { ids.contains($0.id) }
    return settings
  }
}
