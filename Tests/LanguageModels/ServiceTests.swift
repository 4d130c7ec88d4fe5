import Synchronization
import TestSupport
import Testing

@testable import LanguageModels

struct ServiceTests {
  private static func service(
    _ text: String = "", save: @escaping @Sendable (String) throws -> Void = { _ in }
  ) throws -> LocalLLMService {
    let settings = try BackendSettings(try TemporaryFolder().settings(text))
    let factory = LLMBackendFactory(
      transport: HTTPTransport(egress: settings.egress), environment: [:], mlxWorker: noMLX,
      mockResponder: { _ in "one two" })
    return LocalLLMService(settings: settings, factory: factory, save: save)
  }

  private static let twoMocks = "[backend]\nselected = \"b\"\n[backends.b]\nkind = \"mock\"\nparallel = 4\n"

  @Test("The mock answers word by word, each after its delay") func mockAnswersWordByWordEachAfterItsDelay()
    async throws
  {
    let clock = InstantClock()
    let mock = MockLLMBackend(delay: .milliseconds(5), clock: clock) { _ in "one  two\nthree" }
    let pieces = Pieces()
    let response = try await mock.generate(helloRequest, onDelta: pieces.add)
    #expect(pieces.all == [.text("one  "), .text("two\n"), .text("three")])
    #expect(response.text == "one  two\nthree")
    #expect(clock.waits.count == 3)
  }

  @Test("The mock cuts an answer off, breaks it and is away when it is told to") func mockFaults() async throws {
    let cut = MockLLMBackend { _ in throw MockFault.cutOff("one two") }
    #expect(try await cut.generate(helloRequest) { _ in }.finishReason == .length)
    let broken = MockLLMBackend { _ in throw MockFault.broken(after: "one ") }
    let pieces = Pieces()
    await #expect(throws: LLMError.connectionLost) { try await broken.generate(helloRequest, onDelta: pieces.add) }
    #expect(pieces.all == [.text("one ")])
    let away = MockLLMBackend(availability: .unavailable(.noModel)) { _ in "" }
    #expect(await away.availability() == .unavailable(.noModel))
  }

  @Test("The saved choice is restored and answers") func savedChoiceIsRestoredAndAnswers() async throws {
    let service = try Self.service(Self.twoMocks)
    #expect(await service.selected.id == "b")
    #expect(try await service.generate(helloRequest) { _ in }.backend == "b")
    #expect(try await service.generate(helloRequest, backend: "mock") { _ in }.backend == "mock")
    #expect(await service.capabilities().parallelism == 4)
  }

  @Test("A choice is saved, announced and effective at once") func choiceIsSavedAnnouncedAndEffectiveAtOnce()
    async throws
  {
    let saved = Mutex<[String]>([])
    let service = try Self.service(Self.twoMocks) { id in saved.withLock { $0.append(id) } }
    let changes = service.changes()
    try await service.select("mock")
    #expect(saved.withLock { $0 } == ["mock"])
    #expect(try await service.generate(helloRequest) { _ in }.backend == "mock")
    for await change in changes {
      #expect(change == .selected(id: "mock"))
      break
    }
  }

  @Test("A choice that can't be saved changes nothing") func choiceThatCantBeSavedChangesNothing() async throws {
    struct Full: Error {}
    let service = try Self.service(Self.twoMocks) { _ in throw Full() }
    await #expect(throws: Full.self) { try await service.select("mock") }
    #expect(await service.selected.id == "b")
  }

  @Test("An unknown backend is refused with those there are") func unknownBackendIsRefusedWithThoseThereAre()
    async throws
  {
    let service = try Self.service()
    let known = ["ollama", "openai", "mlx", "mock"]
    await #expect(throws: LLMError.unknownBackend("x", known: known)) { try await service.select("x") }
    await #expect(throws: LLMError.self) { try await service.generate(helloRequest, backend: "x") { _ in } }
  }

  @Test("A backend that is gone is an error and never another backend")
  func backendThatIsGoneIsErrorAndNeverAnotherBackend() async throws {
    let port = try ScriptedServer.refusingPort()
    let service = try Self.service(
      "[backend]\nselected = \"s\"\n[backends.s]\nkind = \"openai-compatible\"\nurl = \"http://127.0.0.1:\(port)\"\n")
    await #expect(throws: LLMError.notRunning(url: "http://127.0.0.1:\(port)")) {
      try await service.generate(helloRequest) { _ in }
    }
  }

  @Test("On a first start the built-in writer is used when nothing better answers")
  func onFirstStartBuiltInWriterIsUsedWhenNothingBetterAnswers() async throws {
    let port = try ScriptedServer.refusingPort()
    let service = try Self.service("[backends.ollama]\nurl = \"http://127.0.0.1:\(port)\"\n")
    #expect(await service.useBestAvailable() == "mock")
  }

  @Test("All backends are asked at once, and a stalled one holds up nothing")
  func allBackendsAreAskedAtOnceAndStalledOneHoldsUpNothing() async throws {
    let stalled = try ScriptedServer { _, _ in [.hold] }
    let service = try Self.service(
      "[backends.ollama]\nurl = \"\(stalled.url)\"\n[backends.s]\nkind = \"openai-compatible\"\nurl = \"\(stalled.url)\"\n"
    )
    let start = ContinuousClock.now
    async let all = service.refreshAll()
    #expect(try await service.generate(helloRequest, backend: "mock") { _ in }.text == "one two")
    let found = await all
    #expect(ContinuousClock.now - start < .seconds(6))
    #expect(found["mock"] == .available(latencyMilliseconds: 0, proven: true))
    guard case .unavailable(.notInstalled(program: "MLX for Python", _)) = found["mlx"] else {
      Issue.record("got \(String(describing: found["mlx"]))")
      return
    }
    #expect(found["openai"] == .unavailable(.notPermitted(host: "api.openai.com")))
    #expect(found["s"] == .unavailable(.other("the server at \(stalled.url) does not answer in time")))
  }

  @Test("Changed settings keep what unchanged backends learnt") func changedSettingsKeepWhatUnchangedBackendsLearnt()
    async throws
  {
    let service = try Self.service(Self.twoMocks)
    let settings = try BackendSettings(TemporaryFolder().settings("[backend]\nselected = \"mock\"\n"))
    await service.reload(settings, factory: LLMBackendFactory { MockLLMBackend(configuration: $0) { _ in "" } })
    #expect(await service.selected.id == "mock")
    #expect(await service.backends.map(\.id) == ["ollama", "openai", "mlx", "mock"])
  }
}
