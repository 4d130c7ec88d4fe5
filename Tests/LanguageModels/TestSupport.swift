import Foundation
import Synchronization
import TestSupport
import Testing

@testable import LanguageModels

/// Collects the pieces of an answer.
final class Pieces: Sendable {
  private let deltas = Mutex<[LLMDelta]>([])

  var all: [LLMDelta] { deltas.withLock { $0 } }

  var text: String { all.map { if case .text(let piece) = $0 { piece } else { "" } }.joined() }

  var reasoning: String { all.map { if case .reasoning(let piece) = $0 { piece } else { "" } }.joined() }

  func add(_ delta: LLMDelta) { deltas.withLock { $0.append(delta) } }
}

/// A clock that never waits, and notes how long it should have.
final class InstantClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (a: Instant, b: Instant) -> Bool { a.offset < b.offset }
  }

  private let waited = Mutex<[Duration]>([])

  var waits: [Duration] { waited.withLock { $0 } }
  var now: Instant { Instant(offset: waits.reduce(.zero, +)) }
  var minimumResolution: Duration { .zero }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let duration = now.duration(to: deadline)
    waited.withLock { $0.append(duration) }
  }
}

/// A backend on a server of this machine.
func backend(
  _ url: String, model: String? = nil, keyVariable: String? = nil, environment: [String: String] = [:],
  clock: any Clock<Duration> = InstantClock(), limits: HTTPLimits = HTTPLimits(), parallel: Int = 0,
  profile: ServerProfile = .custom, egress: EgressPolicy = EgressPolicy(mode: .localOnly),
  memory: ServerMemory = ServerMemory()
) throws -> OpenAICompatibleBackend {
  var configuration = LLMBackendConfig.openAICompatible(
    id: "test", keyEnvironmentVariable: keyVariable, endpoint: url, model: model, profile: profile)
  configuration.parallel = parallel
  return try OpenAICompatibleBackend(
    configuration: configuration, transport: HTTPTransport(egress: egress),
    keys: KeyStore(folder: nil, environment: environment), memory: memory,
    retry: RetryPolicy(clock: clock, random: { 1 }, now: { 784_111_777 }), limits: limits)
}

/// Where nothing is installed.
let noMLX = MLXWorkerProgram(source: "", environment: ["PATH": "/absent"], virtualEnvironment: "/absent")

let helloRequest = LLMRequest(messages: [LLMMessage(.user, "Hello")], maxTokens: 64)

/// A folder that goes away with the value.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("testlet-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a settings file, and reads it.
  func settings(_ text: String) throws -> SettingsFile {
    try text.write(toFile: path + "/config.toml", atomically: true, encoding: .utf8)
    return try SettingsFile(path: path + "/config.toml")
  }
}
