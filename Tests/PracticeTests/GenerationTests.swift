import Foundation
import LanguageModels
import Testing

@testable import PracticeTests

/// From a plan to a test, with a model of a script.
@Suite("Generating a test")
struct GenerationTests {
  private let fixture: GenerationFixture
  private var library: Library { fixture.library }

  init() throws {
    fixture = try GenerationFixture()
  }

  private func prompts(_ id: String) throws -> [[String]] {
    try library.test(id).questions.map { [$0.item.prompt] + $0.item.choices }
  }

  @Test("The built-in writer fills every slot, and each is told of from its draft to its acceptance")
  func builtIn() async throws {
    let id = try fixture.plan(6)
    let events = Events()
    #expect(try await fixture.run(id, GenerationFixture.builtIn(), events) == .complete)
    let test = try library.test(id)
    #expect(test.questions.count == 6 && test.status == .complete)
    #expect(test.questions.allSatisfy { $0.provenance.origin == .builtin && $0.provenance.verified == nil })
    #expect(test.questions.allSatisfy { $0.bloom == .remember && $0.grounding != nil })
    guard case .began(let planned)? = events.all.first else {
      Issue.record("\(events.all)")
      return
    }
    #expect(planned.slots.allSatisfy { $0.state == .open })
    for (slot, question) in test.questions.enumerated() {
      let progress = events.progress(slot)
      #expect(progress.first == .drafting(attempt: 1))
      #expect(progress.last == .accepted(question))
      #expect(progress.contains(.checking))
    }
    guard case .stats(let stats)? = events.all.last else {
      Issue.record("\(events.all)")
      return
    }
    #expect(stats.drafts == test.stats.drafts && stats.drafts >= 6)
    #expect(Accounting.sentence(test) == "Asked 6: 6 built in.")
  }

  @Test("Where topics are chosen no other is asked about, and each question bears the topic of its passage")
  func topics() async throws {
    let topics = Dictionary(
      fixture.material.passages.map { ($0.id, $0.topic) }, uniquingKeysWith: { first, _ in first })
    let chosen = fixture.material.topics[0]
    let narrow = try fixture.plan(40, topics: [chosen])
    for id in [narrow, try fixture.plan(30, seed: 6)] {
      try await fixture.run(id, GenerationFixture.builtIn())
      for question in try library.test(id).questions {
        #expect(question.topic == topics[question.grounding?.passageID ?? "-"])
      }
    }
    let questions = try library.test(narrow).questions
    #expect(!questions.isEmpty && questions.count < 40 && questions.allSatisfy { $0.topic == chosen })
  }

  @Test(
    "The same request and seed give the same questions, whatever the parallelism", arguments: [1, 2, 3] as [UInt64])
  func parallelism(seed: UInt64) async throws {
    var found: [[[String]]] = []
    for parallel in [1, 4, 16] {
      let fixture = try GenerationFixture()
      let id = try fixture.plan(12, formats: [.multipleChoice, .trueFalse, .cloze], seed: seed)
      try await fixture.run(id, GenerationFixture.builtIn(parallel: parallel))
      found.append(
        try fixture.library.test(id).slots.map { slot in
          guard case .accepted(let question) = slot.state else { return [] }
          return [question.item.prompt, question.item.correctAnswer] + question.item.choices
        })
    }
    #expect(found[0].filter { !$0.isEmpty }.count >= 10)
    #expect(found[0] == found[1])
    #expect(found[0] == found[2])
  }

  @Test("A second test of a course asks nothing that the first did")
  func bank() async throws {
    let (first, second) = (try fixture.plan(6), try fixture.plan(6))
    try await fixture.run(first, GenerationFixture.builtIn())
    try await fixture.run(second, GenerationFixture.builtIn())
    let (old, new) = (try prompts(first), try prompts(second))
    #expect(!new.isEmpty)
    #expect(Set(old).isDisjoint(with: new))
  }

  // MARK: - Models

  @Test("A flawed draft is asked for again with what was wrong, and the question names its writer")
  func repair() async throws {
    let id = try fixture.plan(1)
    let events = Events()
    let model = ScriptedModel { number, assignment in
      number == 1 ? ScriptedModel.flawed(assignment) : ScriptedModel.good(assignment)
    }
    #expect(try await fixture.run(id, GenerationFixture.model(respond: model.respond), events) == .complete)
    let message = "The field \"rationale\" is missing: write it as a string."
    #expect(!model.prompts[0].contains(message) && model.prompts[1].contains("- \(message)"))
    #expect(model.prompts.count == 2)
    let test = try library.test(id)
    let question = try #require(test.questions.first)
    #expect(
      question.provenance == Provenance(origin: .model, backend: "model", model: "m", attempts: 2, verified: nil))
    #expect(question.bloom == test.slots[0].slot.bloom)
    #expect((test.stats.drafts, test.stats.repairs, test.stats.fallbacks) == (2, 1, 0))
    let violation = Violation(gate: .schema, field: "rationale", action: .reject, message: message)
    #expect(
      events.progress(0) == [
        .drafting(attempt: 1), .checking, .repairing(attempt: 2, violations: [violation]), .checking,
        .accepted(question),
      ])
    #expect(Accounting.sentence(test) == "Asked 1: 1 from the model (0 verified).")
  }

  @Test("After five drafts the built-in writer takes over, and is named as the writer")
  func fallback() async throws {
    let id = try fixture.plan(2)
    let model = ScriptedModel { _, _ in "I'm sorry, I can't." }
    #expect(try await fixture.run(id, GenerationFixture.model(respond: model.respond)) == .complete)
    #expect(model.prompts.count == 10)
    let test = try library.test(id)
    #expect(test.questions.allSatisfy { $0.provenance.origin == .builtin && $0.provenance.backend == "mock" })
    #expect(test.questions.allSatisfy { $0.provenance.model == "built-in" && $0.provenance.attempts == 6 })
    #expect((test.stats.drafts, test.stats.repairs, test.stats.fallbacks) == (12, 8, 2))
  }

  @Test("What nobody can write is missing, with the reasons of the model and of the built-in writer")
  func missing() async throws {
    let id = try fixture.plan(2, formats: [.explanation])
    let refusal = "{\"error\": \"CONTRACT_VIOLATION\", \"reason\": \"nothing to ask\\u001b[31m\"}"
    let model = ScriptedModel { _, _ in refusal }
    let reason = "Explanations are not asked without a model: choose a model, or another format."
    #expect(try await fixture.run(id, GenerationFixture.model(respond: model.respond)) == .failed)
    let test = try library.test(id)
    for slot in test.slots {
      guard case .missing(let violations) = slot.state else {
        Issue.record("\(slot.state)")
        continue
      }
      #expect(violations.map(\.message) == ["nothing to ask[31m", reason])
    }
    #expect(Accounting.sentence(test) == "Asked 2: 2 missing: \(reason)")
  }

  @Test("A model that repeats itself is told so; no question is kept twice")
  func duplicates() async throws {
    let id = try fixture.plan(2)
    let first = try ScriptedModel.good(
      SlotAssignment(
        slot: library.test(id).slots[0].slot, passage: fixture.material.passages[0],
        builtIn: BuiltInWriter(
          lexicon: fixture.material.lexicon, passages: fixture.material.passages,
          slots: library.test(id).blueprint.slots, seed: 5)))
    let model = ScriptedModel { _, _ in first }
    try await fixture.run(id, GenerationFixture.model(parallel: 2, respond: model.respond))
    let questions = try library.test(id).questions
    #expect(questions.filter { $0.provenance.origin == .model }.count <= 1)
    #expect(Set(questions.map(\.item.prompt)).count == questions.count)
  }

  @Test("An empty answer is a failed draft; a backend that dies stops the generation and keeps what was made")
  func dies() async throws {
    let id = try fixture.plan(4)
    let model = ScriptedModel { number, assignment in
      if number == 1 { throw LLMError.emptyAnswer }
      if number == 4 { throw LLMError.connectionLost }
      return ScriptedModel.good(assignment)
    }
    await #expect(throws: LLMError.connectionLost) {
      try await fixture.run(id, GenerationFixture.model(respond: model.respond))
    }
    let stopped = try library.test(id)
    #expect(stopped.questions.count == 2 && stopped.status == .generating)
    #expect(Accounting.sentence(stopped) == "Asked 4: 2 from the model (0 verified), 2 not made yet.")
    // Going on makes what is open, and nothing else.
    let again = ScriptedModel { _, assignment in ScriptedModel.good(assignment) }
    #expect(try await fixture.run(id, GenerationFixture.model(respond: again.respond)) == .complete)
    #expect(again.prompts.count == 2)
    let whole = try library.test(id)
    #expect(whole.blueprint == stopped.blueprint)
    #expect(Array(whole.questions.prefix(2)) == stopped.questions)
    #expect(whole.stats.drafts == 5)
  }

  @Test("Where it is allowed, the built-in writer stands in for a backend that is gone")
  func standsIn() async throws {
    let id = try fixture.plan(3, allowsFallback: true)
    let model = ScriptedModel { number, assignment in
      if number > 1 { throw LLMError.notRunning(url: "http://127.0.0.1:1") }
      return ScriptedModel.good(assignment)
    }
    #expect(try await fixture.run(id, GenerationFixture.model(respond: model.respond)) == .complete)
    let test = try library.test(id)
    #expect(test.questions.map(\.provenance.origin) == [.model, .builtin, .builtin])
    #expect(test.stats.fallbacks == 2 && test.stats.repairs == 0)
    #expect(Accounting.sentence(test) == "Asked 3: 1 from the model (0 verified), 2 built in.")
  }

  @Test("An answer that the token limit cut off is no draft")
  func cutOff() async throws {
    let id = try fixture.plan(1)
    let writer = try BuiltInWriter(
      lexicon: fixture.material.lexicon, passages: fixture.material.passages,
      slots: library.test(id).blueprint.slots, seed: 5)
    let slot = try library.test(id).slots[0].slot
    let assignment = SlotAssignment(
      slot: slot, passage: fixture.material.passages[0], method: .oneShot, builtIn: writer)
    var settings = try BackendSettings(SettingsFile(path: "/nonexistent/config.toml"))
    (settings.backends, settings.selected) = ([.openAICompatible(id: "short")], "short")
    // At a place where it could be read.
    let factory = LLMBackendFactory { configuration in
      MockLLMBackend(configuration: configuration) { _ in throw MockFault.cutOff(ScriptedModel.good(assignment)) }
    }
    let service = LocalLLMService(settings: settings, factory: factory) { _ in }
    let answer = try await service.generateQuestionForSlot(assignment) { _ in }
    #expect(answer.reading == .unreadable([.cutOff]))
  }

  // MARK: - Ends

  @Test("A cancelled generation keeps what was accepted and gives the test back")
  func cancelled() async throws {
    let id = try fixture.plan(4)
    let (reached, signal) = AsyncStream.makeStream(of: Void.self)
    let model = ScriptedModel { number, assignment in
      guard number == 3 else { return ScriptedModel.good(assignment) }
      signal.yield()
      try await Task.sleep(for: .seconds(3600))
      return ""
    }
    let service = try GenerationFixture.model(respond: model.respond)
    let running = Task { [fixture] in try await fixture.run(id, service) }
    for await _ in reached { break }
    running.cancel()
    await #expect(throws: CancellationError.self) { try await running.value }
    let test = try library.test(id)
    #expect(test.questions.count == 2 && test.status == .generating)
    #expect(test.slots.filter { $0.state == .open }.count == 2)
    #expect(try await fixture.run(id, GenerationFixture.builtIn()) == .complete)
  }

  @Test("A test that is deleted in the middle stops its generation")
  func deleted() async throws {
    let id = try fixture.plan(3)
    let library = library
    let model = ScriptedModel { number, assignment in
      if number == 2 { try library.deleteTest(id) }
      return ScriptedModel.good(assignment)
    }
    await #expect(throws: GenerationError.overtaken) {
      try await fixture.run(id, GenerationFixture.model(respond: model.respond))
    }
    #expect(try library.tests().isEmpty)
    #expect(try library.isWhole())
  }

  @Test("A test that another has is told to be so, and left alone")
  func busy() async throws {
    let id = try fixture.plan(2)
    _ = try await library.withLease(test: id) { _ in
      let error = await #expect(throws: GenerationError.busy) {
        try await fixture.run(id, GenerationFixture.builtIn())
      }
      #expect(error?.category == .tryLater)
    }
    #expect(try library.test(id).questions.isEmpty)
  }

  @Test("Missing slots are tried again only when that is asked for")
  func reopens() async throws {
    let id = try fixture.plan(1, formats: [.explanation])
    let refusing = ScriptedModel { _, _ in "no" }
    #expect(try await fixture.run(id, GenerationFixture.model(respond: refusing.respond)) == .failed)
    let events = Events()
    let generator = TestGenerator(
      library: library, service: try GenerationFixture.model(respond: refusing.respond), settings: .atOnce,
      newID: Library.randomID)
    #expect(try await generator.run(id, report: events.add) == .failed)
    #expect(refusing.prompts.count == 5 && events.progress(0).isEmpty)
    #expect(try await generator.run(id, reopensMissing: true, report: events.add) == .failed)
    #expect(refusing.prompts.count == 10)
    #expect(try library.test(id).slots[0].generation == 2)
  }
}
