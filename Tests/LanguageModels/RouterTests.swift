import Foundation
import TestSupport
import Testing

@testable import LanguageModels

struct AIChoiceTests {
  /// One line of the table: who there is, under what, and who is chosen.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var task = AITask(.summarising)
    var candidates: [AICandidate]
    var mode = BackendSettings.Mode.auto
    var privacy = EgressPolicy.Mode.any
    var chosen: String?
    var reason = "it is selected"
    var testDescription: String { name }
  }

  private static let ready = BackendAvailability.available(latencyMilliseconds: 1, proven: false)
  private static let gone = BackendAvailability.unavailable(.notRunning(url: "u"))

  private static func local(
    _ id: String, selected: Bool = false, _ availability: BackendAvailability = ready, context: Int? = nil,
    proven: Bool = false
  ) -> AICandidate {
    AICandidate(
      id: id, isSelected: selected, availability: availability,
      capabilities: AICapabilities(contextTokens: context, followsSchemas: proven))
  }

  private static func remote(
    _ id: String, selected: Bool = false, _ availability: BackendAvailability = ready, context: Int? = nil
  ) -> AICandidate {
    AICandidate(
      id: id, place: .host("h.example"), isSelected: selected, availability: availability,
      capabilities: AICapabilities(contextTokens: context))
  }

  private static let mock = AICandidate(
    id: "mock", isSelected: true, availability: ready, capabilities: AICapabilities(hasModel: false))

  private static let onlyOne = "it is the only one that can"
  private static let onThisMachine = "of those that can, it is on this machine"
  private static let nobody = "nobody can do it"

  static let table = [
    Case(name: "the selected one", candidates: [local("a"), local("b", selected: true)], chosen: "b"),
    Case(name: "the selected one, also elsewhere", candidates: [local("a"), remote("r", selected: true)], chosen: "r"),
    Case(
      name: "another when the selected is gone", candidates: [local("a", selected: true, gone), local("b")],
      chosen: "b", reason: onlyOne),
    Case(
      name: "this machine before another", candidates: [remote("r"), local("a"), mock], chosen: "a",
      reason: onThisMachine),
    Case(name: "never one without a model", candidates: [mock], chosen: nil, reason: nobody),
    Case(
      name: "one that loads waits", candidates: [local("a", selected: true, .loading(""))], chosen: nil, reason: nobody),
    Case(
      name: "mode local passes over another machine", candidates: [remote("r", selected: true), local("a")],
      mode: .local, chosen: "a", reason: onlyOne),
    Case(
      name: "mode local with none", candidates: [remote("r", selected: true)], mode: .local, chosen: nil,
      reason: nobody),
    Case(
      name: "mode byo passes over this machine", candidates: [local("a", selected: true), remote("r")], mode: .byo,
      chosen: "r", reason: onlyOne),
    Case(
      name: "privacy goes before everything", candidates: [remote("r", selected: true)], privacy: .localOnly,
      chosen: nil, reason: nobody),
    Case(
      name: "mode byo does not beat privacy", candidates: [local("a"), remote("r")], mode: .byo, privacy: .localOnly,
      chosen: nil, reason: nobody),
    Case(
      name: "a context that is too small", task: AITask(.summarising, leastTokens: 2000),
      candidates: [local("a", selected: true, context: 1024), local("b", context: 4096)], chosen: "b", reason: onlyOne),
    Case(
      name: "a context that nobody knows is tried", task: AITask(.summarising, leastTokens: 2000),
      candidates: [local("a", selected: true)], chosen: "a"),
    Case(
      name: "a schema that is proven, where it matters", task: AITask(.intentParsing),
      candidates: [local("a"), local("b", proven: true)], chosen: "b", reason: onThisMachine),
    Case(
      name: "and not where it does not", task: AITask(.chat), candidates: [local("a"), local("b", proven: true)],
      chosen: "a", reason: onThisMachine),
    Case(
      name: "the order of the settings, elsewhere", candidates: [remote("r"), remote("s")], chosen: "r",
      reason: "of those that can, it comes first in the settings"),
    Case(name: "nobody there", candidates: [], chosen: nil, reason: nobody),
  ]

  @Test("The choice", arguments: table) func choice(line: Case) {
    let choice = AIChoice.make(for: line.task, among: line.candidates, mode: line.mode, privacy: line.privacy)
    #expect(choice.chosen?.id == line.chosen)
    #expect(choice.reason == line.reason)
    #expect(choice.passedOver.map(\.id) == line.candidates.map(\.id).filter { $0 != line.chosen })
    #expect(choice.passedOver.allSatisfy { !$0.reason.isEmpty })
  }

  @Test("Freer tasks are warmer") func freerTasksAreWarmer() {
    #expect(AITaskKind.allCases.allSatisfy { (0...2).contains($0.temperature) })
    #expect(AITaskKind.intentParsing.temperature == 0)
    #expect(AITaskKind.chat.temperature > AITaskKind.summarising.temperature)
  }
}

struct RouterTests {
  private static func service(_ text: String) throws -> LocalLLMService {
    let settings = try BackendSettings(try TemporaryFolder().settings(text))
    let factory = LLMBackendFactory(
      transport: HTTPTransport(egress: settings.egress), environment: [:], mlxWorker: noMLX,
      mockResponder: { _ in "built in" })
    return LocalLLMService(settings: settings, factory: factory) { _ in }
  }

  @Test("A task is done by the chosen backend, at the task's temperature, and the choice is logged without the prompt")
  func taskIsDoneByChosenBackendAndLogged() async throws {
    let server = try ScriptedServer { request, _ in
      request.line.hasPrefix("GET")
        ? [ScriptedServer.answer(200, #"{"data":[{"id":"m","meta":{"n_ctx":2048}}]}"#)]
        : ScriptedServer.stream("a sheet")
    }
    let folder = try TemporaryFolder()
    let log = ChoiceLog(path: folder.path + "/choices.jsonl")
    let service = try Self.service(
      "[backends.s]\nkind = \"openai-compatible\"\nurl = \"\(server.url)\"\nmodel = \"m\"\n"
        + "[backends.ollama]\nurl = \"http://127.0.0.1:\(try ScriptedServer.refusingPort())\"\n")
    let router = AIRouter(service: service, mode: .auto, privacy: .localOnly, log: log)
    let assignment = try await router.assign(AITask(.summarising))
    #expect(assignment.provider.configuration.id == "s")
    #expect(assignment.contextTokens == 2048)
    let response = try await assignment.complete([LLMMessage(.user, "secret notes")], maxTokens: 10)
    #expect(response.text == "a sheet")
    let body = try JSONValue(parsing: try #require(server.requests.last?.body))
    #expect(body["temperature"]?.double == AITaskKind.summarising.temperature)

    let entry = try #require(log.latest().first)
    #expect(entry["task"]?.string == "summarising")
    #expect(entry["backend"]?.string == "s")
    #expect(entry["place"]?.string == "this machine")
    #expect(entry["passedOver"]?.elements?.count == 4)
    #expect(!entry.text.contains("secret notes"))
  }

  @Test("Without a model there is one sentence that says what to do") func withoutModelThereIsOneSentence() async throws
  {
    let service = try Self.service("[backend]\nselected = \"mock\"\n")
    let router = AIRouter(service: service, mode: .auto, privacy: .localOnly)
    let error = await #expect(throws: NoProvider.self) {
      try await router.assign(AITask(.summarising), backend: "mock")
    }
    #expect(error?.category == .unavailable)
    #expect(
      error?.sentence == "No model can be used for this (mock: it has no model): choose one with `testlet backends`.")
  }

  @Test("A backend is at its host, or on this machine") func backendIsAtItsPlace() {
    #expect(LLMBackendConfig.openAICompatible().place == .host("api.openai.com"))
    for local in [LLMBackendConfig.mock, .ollamaDefault, .mlxDefault] { #expect(local.place == .thisMachine) }
    var elsewhere = LLMBackendConfig.ollamaDefault
    elsewhere.url = "https://ollama.example"
    #expect(!elsewhere.isOnThisMachine)
    var handedOn = LLMBackendConfig.ollamaDefault
    handedOn.model = "gpt-oss:120b-cloud"
    #expect(!handedOn.isOnThisMachine)
  }

  @Test("The log of choices stays small and passes over what is damaged") func logStaysSmall() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/choices.jsonl"
    let log = ChoiceLog(path: path)
    let choice = AIChoice(chosen: nil, reason: String(repeating: "x", count: 2000), passedOver: [])
    for _ in 0..<400 { log.note(choice, for: .chat, mode: .auto, privacy: .any) }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let sizes = try files.map { name in
      try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)[.size] as? Int ?? 0
    }
    #expect(files.count == 2)
    #expect(sizes.reduce(0, +) <= 2 * 256 << 10)
    #expect(log.latest(10).count == 10)
    try "garbage\n{\"task\":1}\n".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(log.latest(10).count == 8)
  }

  @Test("Servers at their usual places are found, and nothing else") func serversAtUsualPlacesAreFound() async throws {
    let model = try ScriptedServer { _, _ in [ScriptedServer.answer(200, #"{"data":[]}"#)] }
    let web = try ScriptedServer { _, _ in [ScriptedServer.answer(200, "<html>")] }
    func place(_ id: String, _ url: String) -> LLMBackendConfig {
      .openAICompatible(id: id, keyEnvironmentVariable: nil, endpoint: url, model: nil, profile: .lmStudio)
    }
    let factory = LLMBackendFactory(
      transport: HTTPTransport(egress: EgressPolicy(mode: .any)), environment: [:], mlxWorker: noMLX,
      mockResponder: { _ in "" })
    let found = await factory.detect(at: [
      place("nothing", "http://127.0.0.1:\(try ScriptedServer.refusingPort())"), place("web", web.url),
      place("model", model.url), place("elsewhere", "https://models.invalid"),
    ])
    #expect(found.map(\.id) == ["model"])
  }
}
