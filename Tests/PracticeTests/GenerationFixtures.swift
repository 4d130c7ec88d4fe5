import Assets
import Foundation
import LanguageModels
import Synchronization
import Testing

@testable import PracticeTests

/// A library with a sample's notes, or with others, and what is needed to generate tests on them.
struct GenerationFixture {
  let store: LibraryFixture
  var library: Library { store.library }
  let material: TestMaterial
  private let versionID: String

  init(notes: String? = nil) throws {
    store = try LibraryFixture()
    // Its terms are of few sorts, so that each can be asked with options.
    let sample = try #require(Assets.samples.first { $0.name == "computing.md" })
    let document = NoteReader.document(text: notes ?? sample.text, name: sample.name)
    versionID = try store.library.importSource(document, path: "/notes/\(sample.name)", course: "Computing").versionID
    material = TestMaterial([(sample.name, document)])
  }

  /// Plans and stores a test.
  func plan(
    _ count: Int, formats: [QuestionFormat] = [.multipleChoice], topics: [String] = [], seed: UInt64 = 5,
    allowsFallback: Bool = false
  ) throws -> String {
    let blueprint = try material.plan(TestRequest(count: count, formats: formats, topics: topics, seed: seed))
    return try library.createTest(
      NewTest(
        title: "Computing", course: "Computing", blueprint: blueprint, versionIDs: [versionID], backend: "model",
        model: "m",
        allowsFallback: allowsFallback))
  }

  /// Generates what is open of a test.
  @discardableResult
  func run(_ id: String, _ service: LocalLLMService, _ events: Events = Events()) async throws -> TestStatus {
    try await TestGenerator(library: library, service: service, settings: .atOnce, newID: Library.randomID)
      .run(id, report: events.add)
  }

  /// A service with the built-in writer selected.
  static func builtIn(parallel: Int = 1) throws -> LocalLLMService {
    var configuration = LLMBackendConfig.mock
    configuration.parallel = parallel
    return try service(configuration) { BuiltInResponder.respond(to: $0) }
  }

  /// A service with a model whose answers `respond` writes.
  static func model(parallel: Int = 1, respond: @escaping MockResponder) throws -> LocalLLMService {
    var configuration = LLMBackendConfig(id: "model", kind: .openAICompatible, model: "m")
    configuration.parallel = parallel
    return try service(configuration, respond: respond)
  }

  private static func service(
    _ configuration: LLMBackendConfig, respond: @escaping MockResponder
  ) throws -> LocalLLMService {
    var settings = try BackendSettings(SettingsFile(path: "/nonexistent/config.toml"))
    settings.backends = [configuration]
    settings.selected = configuration.id
    let factory = LLMBackendFactory { MockLLMBackend(configuration: $0, respond: respond) }
    return LocalLLMService(settings: settings, factory: factory) { _ in }
  }
}

extension GenerationSettings {
  /// Whole drafts in one request, not verified.
  static var atOnce: GenerationSettings {
    var settings = GenerationSettings()
    (settings.drafting, settings.verifies) = (.oneShot, false)
    return settings
  }
}

/// What a generation told.
final class Events: Sendable {
  private let kept = Mutex<[GenerationEvent]>([])
  var all: [GenerationEvent] { kept.withLock { $0 } }

  func add(_ event: GenerationEvent) { kept.withLock { $0.append(event) } }

  /// How a slot went on.
  func progress(_ slot: Int) -> [SlotProgress] {
    all.compactMap { event in
      if case .slot(slot, let progress) = event { progress } else { nil }
    }
  }
}

/// A model that notes what it is asked, and answers by the number of the question, counted from 1.
final class ScriptedModel: Sendable {
  private let requests = Mutex<[LLMRequest]>([])
  private let answer: @Sendable (Int, SlotAssignment) async throws -> String

  init(_ answer: @escaping @Sendable (Int, SlotAssignment) async throws -> String) {
    self.answer = answer
  }

  /// What it was asked.
  var prompts: [String] { requests.withLock { $0.map { $0.messages.map(\.content).joined(separator: "\n") } } }

  func respond(_ request: LLMRequest) async throws -> String {
    let number = requests.withLock { requests in
      requests.append(request)
      return requests.count
    }
    guard let assignment = request.attachment as? SlotAssignment else { return "" }
    return try await answer(number, assignment)
  }

  /// A good question for a slot, as a model would answer it.
  static func good(_ assignment: SlotAssignment) -> String {
    assignment.builtIn.draft(for: assignment.slot, attempt: assignment.attempt)?.draft.json.text ?? "{}"
  }

  /// A question that lacks its rationale.
  static func flawed(_ assignment: SlotAssignment) -> String {
    good(assignment).replacing("\"rationale\"", with: "\"reason\"")
  }
}
