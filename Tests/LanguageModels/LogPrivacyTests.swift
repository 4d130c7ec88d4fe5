import Foundation
import Logging
import TestSupport
import Testing

@testable import LanguageModels

private struct Odd: Error {
  var prompt: String
}

@Suite("What the log holds of a server that repeats what it is sent")
struct LogPrivacyTests {
  private static let secret = "canary-in-the-prompt"
  private static let request = LLMRequest(messages: [LLMMessage(.user, secret)], maxTokens: 64)

  /// As FastAPI refuses a request.
  private static let refusal =
    #"{"detail":[{"type":"missing","loc":["body","x"],"msg":"Field required","input":{"messages":"\#(secret)"}}]}"#

  @Test(
    "A prompt that comes back in an error reaches the student, and neither the log nor the choices",
    arguments: [
      ("a refusal", [ScriptedServer.answer(422, Self.refusal)]),
      ("a failure", [ScriptedServer.answer(500, "no answer to \(Self.secret)")]),
      ("an error in a success", [ScriptedServer.answer(200, #"{"error":{"message":"\#(Self.secret)"}}"#)]),
      ("an event", [ScriptedServer.streamHead, .send("event: error\ndata: \(Self.secret)\n\n")]),
      ("a server that loads", [ScriptedServer.answer(503, #"{"error":{"message":"loading for \#(Self.secret)"}}"#)]),
      ("another server", [ScriptedServer.answer(404, "not found: \(Self.secret)")]),
    ])
  func errors(name: String, steps: [ScriptedServer.Step]) async throws {
    let server = try ScriptedServer { _, _ in steps }
    let folder = try TemporaryFolder()
    let service = try Self.service(server, folder)
    let error = await #expect(throws: LLMError.self) { try await service.generate(Self.request) { _ in } }
    #expect(error?.sentence.contains(Self.secret) == true)
    // The built-in writer stands in where it may, and the log says why.
    _ = try? await service.withFallback { id in try await service.generate(Self.request, backend: id) { _ in } }
    let router = AIRouter(
      service: service, mode: .auto, privacy: .localOnly, log: ChoiceLog(path: folder.path + "/choices"))
    await #expect(throws: NoProvider.self) { try await router.assign(AITask(.summarising), backend: "a") }
    let (log, choices) = (try Self.text(folder, "log"), try Self.text(folder, "choices"))
    #expect(log.contains("warning request") && log.contains("availability") && choices.contains("passedOver"))
    #expect(!log.contains(Self.secret) && !choices.contains(Self.secret), "\(log)\n\(choices)")
  }

  @Test("The status of a refusal stays in the log") func status() async throws {
    let server = try ScriptedServer { _, _ in [ScriptedServer.answer(422, Self.refusal)] }
    let folder = try TemporaryFolder()
    let service = try Self.service(server, folder)
    _ = try? await service.generate(Self.request) { _ in }
    #expect(try Self.text(folder, "log").contains("error 422: look at its log"))
  }

  @Test("An answer whose every name is the prompt leaves none of it in the log") func names() async throws {
    let name = Self.secret
    let answer =
      #"{"model":"\#(name)","choices":[{"message":{"content":"\#(name)"},"finish_reason":"\#(name)"}]}"#
    let server = try ScriptedServer { _, _ in [ScriptedServer.answer(200, answer)] }
    let folder = try TemporaryFolder()
    let service = try Self.service(server, folder)
    #expect(try await service.generate(Self.request) { _ in }.text == name)
    let log = try Self.text(folder, "log")
    #expect(log.contains("info request") && !log.contains(name), "\(log)")
  }

  @Test(
    "No error has another's words in what is logged of it",
    arguments: [
      .loading(detail: Self.secret), .failedOnServer(detail: Self.secret),
      .unexpectedAnswer(url: "u", detail: Self.secret), .status(code: 400, detail: Self.secret),
      .schemaRefused(detail: Self.secret), .pullFailed(model: "m", detail: Self.secret),
      .workerFailed(detail: "it ended with code 1; its last words: \(Self.secret)"), .other(Self.secret),
    ] as [LLMError])
  func everyError(error: LLMError) throws {
    #expect(error.sentence.contains(Self.secret) && !error.loggedReason.contains(Self.secret))
    let availability = BackendAvailability(error, url: try ServerURL("http://localhost:1"))
    #expect(availability.loggedProblem?.contains(Self.secret) == false)
  }

  @Test("Of an error that nobody is shown, only its kind is logged") func otherErrors() {
    #expect(Odd(prompt: Self.secret).loggedReason == "Odd")
  }

  private static func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
  }

  /// A service of a server and the built-in writer, which logs all but what only `trace` may.
  private static func service(_ server: ScriptedServer, _ folder: TemporaryFolder) throws -> LocalLLMService {
    var settings = try BackendSettings(
      folder.settings(
        """
        [backend]
        selected = "a"
        fallback = ["mock"]
        [backends.a]
        kind = "openai-compatible"
        url = "\(server.url)"
        """))
    settings.backends.removeAll { !["a", "mock"].contains($0.id) }
    let handler = LogFileHandler(file: LogFile(path: folder.path + "/log"), level: .debug)
    let logger = Logger(label: "test") { _ in handler }
    let factory = LLMBackendFactory(
      transport: HTTPTransport(egress: settings.egress, logger: logger), environment: [:], mlxWorker: noMLX,
      retry: RetryPolicy(clock: InstantClock(), random: { 1 }), mockResponder: { _ in "built in" })
    return LocalLLMService(settings: settings, factory: factory, logger: logger) { _ in }
  }
}
