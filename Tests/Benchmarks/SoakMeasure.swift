import ArgumentParser
import Foundation
import LanguageModels
import PracticeTests
import TestSupport

/// `measure soak NOTES`: many questions from a server that misbehaves.
struct SoakMeasure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soak",
    abstract: "Make many questions with a server that misbehaves, and look for what was lost.",
    discussion: """
      A generation that a fault stops is begun again, as a student would. Fails where a question was lost or doubled, \
      does not pass the gates, or where a key reached another host, or a connection stayed open.
      """)

  @Argument(help: "The folder of the notes.")
  var notes: String

  @Option(help: "How many questions are asked for.")
  var questions = 2_000

  @Option(help: "The share of answers that are no good.")
  var share = 0.25

  @Option(help: "Requests at once.")
  var parallel = 4

  @Option(help: "The same seed gives the same plans and the same faults, but not the same order of requests.")
  var seed: UInt64 = 1

  /// How often one test is begun again.
  private static let mostRuns = 2_000

  func run() async throws {
    let elsewhere = try ScriptedServer { _, _ in [ScriptedServer.answer(200, "{}")] }
    let server = try UnreliableServer(seed: seed, share: share, elsewhere: elsewhere.url)
    let folder = try TemporaryFolder()
    let library = try Library(path: folder.file("testlet.sqlite"))
    let openBefore = Self.openSockets()
    let transport = HTTPTransport(egress: EgressPolicy(mode: .localOnly))
    let log = SoakLog()
    let generator = TestGenerator(
      library: library, service: try service(server, transport), settings: InstantModel.settings,
      newID: Library.randomID)
    for test in try createTests(in: library) {
      server.beginTest()
      try await generate(test, generator, log)
    }
    await transport.shutDown()
    let openAfter = try await Self.openSockets(settlingAt: openBefore)
    let findings = try log.findings(in: library)
    print(report(server, log, findings))
    print("elsewhere          \(elsewhere.connections) connections; left open here: \(openAfter - openBefore)")
    print("peak memory        \(decimals(peakMegabytes(), 0)) MB")
    guard findings.isClean, server.keyless == 0, elsewhere.connections == 0, openAfter <= openBefore else {
      throw ExitCode.failure
    }
  }

  private func service(_ server: UnreliableServer, _ transport: HTTPTransport) throws -> LocalLLMService {
    var configuration = LLMBackendConfig.openAICompatible(
      id: MeasuredServer.id, keyEnvironmentVariable: "KEY", endpoint: server.url, model: nil, profile: .custom)
    (configuration.timeout, configuration.parallel) = (1, parallel)
    return try .measured(configuration, environment: ["KEY": UnreliableServer.key], transport: transport)
  }

  /// Tests of at most 200 questions, with the chapters dealt out among them.
  private func createTests(in library: Library) throws -> [String] {
    let files = try markdownFiles(in: notes)
    let count = (questions + TestRequest.countRange.upperBound - 1) / TestRequest.countRange.upperBound
    return try (0..<count).map { test in
      let chapters = files.indices.filter { $0 % count == test }.map { files[$0] }
      let preparation = try TestPreparation(library: library, notes: chapters, course: "Soak")
      let size = questions / count + (test < questions % count ? 1 : 0)
      return try preparation.createTest(
        TestRequest(count: size, seed: seed), title: nil, writer: .mock, allowsFallback: false)
    }
  }

  private func generate(_ test: String, _ generator: TestGenerator, _ log: SoakLog) async throws {
    for _ in 0..<Self.mostRuns {
      do {
        _ = try await generator.run(test, report: log.note)
        return
      } catch is LLMError {
        log.stopped()
      }
    }
    throw ValidationError("A test did not come to its end.")
  }

  private func report(_ server: UnreliableServer, _ log: SoakLog, _ findings: SoakFindings) -> String {
    let misdeeds = server.misdeeds.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    return """
      asked for          \(questions), seed \(seed): \(findings.text)
      requests           \(server.requests), \(server.keyless) without the key; stopped \(log.stops) times and begun again
      misbehaviour       \(server.misdeeds.values.reduce(0, +)): \(misdeeds)
      """
  }

  // MARK: - Connections

  /// How many sockets this process has open.
  private static func openSockets() -> Int {
    (0..<getdtablesize()).count { descriptor in
      var status = stat()
      return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
    }
  }

  /// The same, once as few are open as before, or after some seconds: connections end in their own time.
  private static func openSockets(settlingAt before: Int) async throws -> Int {
    do { try await eventually(within: .seconds(10)) { openSockets() <= before } } catch is NeverHeld {}
    return openSockets()
  }
}
