import LanguageModels
import Synchronization
import Testing

@testable import PracticeTests

/// Another backend is selected in the middle of a generation.
struct GenerationSwapTests {
  private let fixture: GenerationFixture

  init() throws {
    fixture = try GenerationFixture()
  }

  /// A service with two models, of which `old` is selected, and dies on demand in the middle of what it is asked.
  private static func service(
    old: @escaping MockResponder, new: @escaping MockResponder
  ) throws -> LocalLLMService {
    var settings = try BackendSettings(SettingsFile(path: "/nonexistent/config.toml"))
    let configurations = ["old", "new"].map { LLMBackendConfig(id: $0, kind: .openAICompatible, model: $0) }
    settings.backends = configurations + [.mock]
    settings.selected = "old"
    let factory = LLMBackendFactory { configuration in
      switch configuration.id {
      case "old": MockLLMBackend(configuration: configuration, respond: old)
      case "new": MockLLMBackend(configuration: configuration, respond: new)
      default: MockLLMBackend { BuiltInResponder.respond(to: $0) }
      }
    }
    return LocalLLMService(settings: settings, factory: factory) { _ in }
  }

  @Test(
    "A slot in flight finishes on the old backend, or where that is gone is written by the new one; the rest are the new one's",
    arguments: [(false, false), (true, false), (true, true)])
  func swap(isGone: Bool, allowsFallback: Bool) async throws {
    let id = try fixture.plan(3, allowsFallback: allowsFallback)
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let (releases, release) = AsyncStream.makeStream(of: Void.self)
    let old = ScriptedModel { number, assignment in
      guard number == 2 else { return ScriptedModel.good(assignment) }
      arrival.yield()
      for await _ in releases { break }
      if isGone { throw LLMError.connectionLost }
      return ScriptedModel.good(assignment)
    }
    let new = ScriptedModel { _, assignment in ScriptedModel.good(assignment) }
    let service = try Self.service(old: old.respond, new: new.respond)
    let generation = Task { [fixture] in try await fixture.run(id, service) }
    for await _ in arrivals { break }
    try await service.select("new")
    release.yield()
    #expect(try await generation.value == .complete)
    let writers = try fixture.library.test(id).questions.map(\.provenance.backend)
    #expect(writers == ["old", isGone ? "new" : "old", "new"])
    #expect(old.prompts.count == 2 && new.prompts.count == (isGone ? 2 : 1))
  }
}
