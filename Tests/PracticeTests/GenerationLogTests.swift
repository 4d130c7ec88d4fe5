import Foundation
import LanguageModels
import Logging
import TestSupport
import Testing

@testable import PracticeTests

@Suite("What the log holds of a generation")
struct GenerationLogTests {
  @Test("A generation that a server stops is logged without the server's words") func stopped() async throws {
    let fixture = try GenerationFixture()
    let folder = try TemporaryFolder()
    var settings = try BackendSettings(SettingsFile(path: "/nonexistent/config.toml"))
    settings.backends = [LLMBackendConfig(id: "model", kind: .openAICompatible, model: "m")]
    settings.selected = "model"
    let handler = LogFileHandler(file: LogFile(path: folder.file("log")), level: .debug)
    let service = LocalLLMService(
      settings: settings,
      factory: LLMBackendFactory {
        MockLLMBackend(configuration: $0) { _ in throw LLMError.status(code: 500, detail: "canary") }
      }, logger: Logger(label: "test") { _ in handler }
    ) { _ in }
    let test = try fixture.plan(1)
    await #expect(throws: LLMError.status(code: 500, detail: "canary")) { try await fixture.run(test, service) }
    let log = try String(contentsOfFile: folder.file("log"), encoding: .utf8)
    #expect(log.contains("generation stopped") && log.contains("error 500"))
    #expect(!log.contains("canary"), "\(log)")
  }
}
