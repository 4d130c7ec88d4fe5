import Foundation
import TestSupport
import Testing

@testable import LanguageModels

/// Workers that misbehave as told, in a real Python process.
@Suite(.enabled(if: MLXModelFolder.isWanted, "\(MLXModelFolder.skipReason)"), .timeLimit(.minutes(1)))
struct MLXWorkerTests {
  private static let answer = "say(event='delta', text='fine'); say(event='done', finish='stop', prompt=3, output=1)"

  @Test("What is no answer to the request is passed over") func whatIsNoAnswerIsPassedOver() async throws {
    let junk = """
      print("loading... 50%")
      print('{"id":')
      print('[1]')
      print('{"id": %d, "event": "unheard-of"}' % id)
      print("\\ud83d".encode("utf-16", "surrogatepass"))
      sys.stdout.buffer.write(b"\\xff\\xfe\\n")
      say(id=id + 7, event="delta", text="for another")
      """
    let fixture = try MLXFixture.scripted("\(junk)\n\(Self.answer)")
    let pieces = Pieces()
    let response = try await fixture.backend.generate(helloRequest, onDelta: pieces.add)
    #expect(response.text == "fine" && pieces.text == "fine")
    #expect(response.usage.promptTokens == 3 && response.usage.outputTokens == 1)
    #expect(response.kind == .mlx && response.backend == "mlx")
  }

  @Test("A worker that ends says why, is started again, and is left alone after three failures")
  func workerThatEndsSaysWhy() async throws {
    let fixture = try MLXFixture.scripted(
      #"sys.stderr.write("x" * 100000 + "\nTraceback\n\x1b[31mMemoryError: no room\n"); os._exit(3)"#)
    for count in 1...4 {
      let error = await #expect(throws: LLMError.self) { try await fixture.backend.generate(helloRequest) { _ in } }
      #expect(error == .workerFailed(detail: "it ended with code 3; its last words: \(Self.lastWords)"))
      #expect(fixture.starts.count == min(count, 3))
    }
    guard case .unavailable(.workerFailed) = await fixture.backend.availability() else {
      Issue.record("it should be unavailable")
      return
    }
    #expect(fixture.areAllGone)
  }

  private static let lastWords = SafeText.line(
    String(repeating: "x", count: 8192 - 40) + " | Traceback | [31mMemoryError: no room", limit: 300)

  @Test(
    "A worker that writes without end is stopped",
    arguments: [
      #"while True: sys.stdout.write("x" * 65536)"#, #"while True: say(event="delta", text="x" * 10000)"#,
    ])
  func workerThatWritesWithoutEndIsStopped(script: String) async throws {
    var limits = HTTPLimits()
    (limits.bodyBytes, limits.eventBytes) = (1 << 20, 1 << 18)
    let fixture = try MLXFixture.scripted(script, limits: limits)
    await #expect(throws: LLMError.responseTooLarge) { try await fixture.backend.generate(helloRequest) { _ in } }
    try await eventually { fixture.areAllGone }
  }

  @Test(
    "A worker that stalls is stopped when its time is over",
    arguments: [
      ("time.sleep(1000)", LLMError.firstByteTimeout),
      ("say(event='delta', text='x'); time.sleep(1000)", .idleTimeout),
      ("while True: say(event='delta', text='x'); time.sleep(0.01)", .overallTimeout),
    ])
  func workerThatStallsIsStopped(script: String, expected: LLMError) async throws {
    var limits = HTTPLimits()
    (limits.firstByte, limits.idle, limits.whole) = (.milliseconds(300), .milliseconds(300), .milliseconds(900))
    let fixture = try MLXFixture.scripted(script, limits: limits)
    await #expect(throws: expected) { try await fixture.backend.generate(helloRequest) { _ in } }
    try await eventually { fixture.areAllGone }
  }

  @Test("Without llguidance the prompt says the schema") func withoutGuidancePromptSaysSchema() async throws {
    let fixture = try MLXFixture.scripted(
      "say(event='delta', text=request['messages'][-1]['content']); say(event='done')",
      load: "say(event='ready', context=100, constrains=False)")
    var request = helloRequest
    request.schema = .object([.init("verdict", .string)])
    let text = try await fixture.backend.generate(request) { _ in }.text
    #expect(text.hasPrefix("Hello") && text.contains("\"verdict\""))
    guard case .available(_, proven: false) = await fixture.backend.availability() else {
      Issue.record("it should be available and not proven")
      return
    }
  }

  @Test("Reasoning is no part of the answer, and reasoning alone is no answer") func reasoningIsNoPart() async throws {
    let thinking = try MLXFixture.scripted(
      "say(event='delta', text='<thi'); say(event='delta', text='nk>hm</think>yes'); say(event='done')")
    let pieces = Pieces()
    #expect(try await thinking.backend.generate(helloRequest, onDelta: pieces.add).text == "yes")
    #expect(pieces.reasoning == "hm")
    let silent = try MLXFixture.scripted("say(event='delta', text='<think>hm</think>'); say(event='done')")
    await #expect(throws: LLMError.emptyAnswer) { try await silent.backend.generate(helloRequest) { _ in } }
    // The worker itself is sound, so it is kept.
    await #expect(throws: LLMError.emptyAnswer) { try await silent.backend.generate(helloRequest) { _ in } }
    #expect(silent.starts.count == 1)
  }

  @Test("A download is seen as it goes on, and cancelling ends it") func downloadIsSeen() async throws {
    let fixture = try MLXFixture.scripted(
      "pass", load: "say(event='progress', done=1_500_000_000, total=4_300_000_000)")
    let task = Task { try await fixture.backend.generate(helloRequest) { _ in } }
    try await eventually {
      await fixture.backend.availability() == .loading("it downloads the model, 35% of 4.3 GB")
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    try await eventually { fixture.areAllGone }
  }

  @Test("Requests are served one after the other, and one that is cancelled in the queue leaves it")
  func requestsAreServedOneAfterTheOther() async throws {
    let fixture = try MLXFixture.scripted(
      "say(event='delta', text='a'); time.sleep(0.2); say(event='delta', text='b'); say(event='done')")
    let pieces = Pieces()
    let backend = fixture.backend
    let tasks = (0..<4).map { _ in Task { try await backend.generate(helloRequest, onDelta: pieces.add) } }
    try await eventually { !pieces.all.isEmpty }
    tasks[3].cancel()
    var answered = 0
    for task in tasks where (try? await task.value) != nil { answered += 1 }
    #expect(answered == 3)
    #expect(pieces.text.hasPrefix("ababab"))
    #expect(fixture.starts.count == 1)
  }

  @Test("The worker ends with its backend, in the middle of a request too") func workerEndsWithBackend() async throws {
    var fixture: MLXFixture? = try MLXFixture.scripted(Self.answer)
    _ = try await fixture?.backend.generate(helloRequest) { _ in }
    let starts = try #require(fixture?.starts)
    #expect(starts.count == 1)
    fixture = nil
    try await eventually { starts.allSatisfy { kill($0, 0) != 0 } }
  }

  @Test("The worker gets no key and may not go out") func workerGetsNoKey() async throws {
    let settings = try BackendSettings(
      TemporaryFolder().settings(
        "[backends.s]\nkind = \"openai-compatible\"\nurl = \"http://localhost\"\nkey-env = \"S_KEY\"\n"))
    let environment = ["S_KEY": "secret1", "OPENAI_API_KEY": "secret2", "MLXLM_USE_MODELSCOPE": "true", "KEPT": "1"]
    let fixture = try MLXFixture.scripted(
      "say(event='delta', text=json.dumps(dict(os.environ))); say(event='done')",
      environment: settings.withoutKeys(environment))
    let seen = try JSONValue(parsing: try await fixture.backend.generate(helloRequest) { _ in }.text)
    #expect(seen["KEPT"]?.string == "1" && seen["HF_HUB_OFFLINE"]?.string == "1")
    for name in ["S_KEY", "OPENAI_API_KEY", "MLXLM_USE_MODELSCOPE"] { #expect(seen[name] == nil) }
  }
}
