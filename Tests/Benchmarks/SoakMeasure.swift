import ArgumentParser
import Foundation
import LanguageModels
import PracticeTests
import TestSupport

/// `measure soak NOTES`: many questions from a server that misbehaves, or from a real one.
struct SoakMeasure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soak",
    abstract: "Make many questions with a server that misbehaves, or with a real one, and look for what was lost.",
    discussion: """
      A generation that a fault stops is begun again, as a student would. Fails where a question was lost or doubled, \
      does not pass the gates, or where a key reached another host, or a connection stayed open.

      The server that misbehaves writes whole drafts only, so with it drafts are asked for whole and keys are not \
      verified. With a real one (--url) both are as a student has them who has changed no setting: drafting in stages, \
      and verification where the model earns it.
      """)

  @Argument(help: "The folder of the notes, as Markdown.")
  var notes: String

  @Option(help: "The base URL of a real OpenAI-compatible server on this machine, in place of one that misbehaves.")
  var url: String?

  @Option(help: "The model, where a real server has several.")
  var model: String?

  @Option(help: "How many questions are asked for.")
  var questions = 2_000

  @Option(help: "The share of answers that are no good.")
  var share = 0.25

  @Option(help: "Requests at once. (default: 4; as many as a real server says)")
  var parallel: Int?

  @Option(help: "The same seed gives the same plans and the same faults, but not the same order of requests.")
  var seed: UInt64 = 1

  func run() async throws {
    let server = try url.map { SoakedServer.real(url: $0, model: model) } ?? SoakedServer(seed: seed, share: share)
    let folder = try TemporaryFolder()
    let library = try Library(path: folder.file("testlet.sqlite"))
    let openBefore = Self.openSockets()
    let transport = HTTPTransport(egress: EgressPolicy(mode: .localOnly))
    let service = try server.service(parallel: parallel, transport)
    let log = SoakLog()
    let generator = TestGenerator(
      library: library, service: service, settings: server.settings, newID: Library.randomID)
    for test in try await createTests(in: library, writer: service.selected) {
      server.beginTest()
      try await generate(test, generator, log, mostRuns: server.mostRuns)
    }
    await transport.shutDown()
    let openAfter = try await Self.openSockets(settlingAt: openBefore)
    let findings = try log.findings(in: library)
    print("asked for          \(questions), seed \(seed): \(findings.text)")
    for line in server.lines { print(line) }
    print("stopped            \(log.stops) times and begun again; sockets left open: \(openAfter - openBefore)")
    print("peak memory        \(decimals(peakMegabytes(), 0)) MB")
    for fault in server.faults { print("FAULT: \(fault)") }
    guard findings.isClean, server.faults.isEmpty, openAfter <= openBefore else { throw ExitCode.failure }
  }

  /// Tests of at most 200 questions, with the chapters dealt out among them.
  private func createTests(in library: Library, writer: LLMBackendConfig) throws -> [String] {
    let files = try markdownFiles(in: notes)
    let count = (questions + TestRequest.countRange.upperBound - 1) / TestRequest.countRange.upperBound
    return try (0..<count).map { test in
      let chapters = files.indices.filter { $0 % count == test }.map { files[$0] }
      let preparation = try TestPreparation(library: library, notes: chapters, course: "Soak")
      let size = questions / count + (test < questions % count ? 1 : 0)
      return try preparation.createTest(
        TestRequest(count: size, seed: seed), title: nil, writer: writer, allowsFallback: false)
    }
  }

  private func generate(
    _ test: String, _ generator: TestGenerator, _ log: SoakLog, mostRuns: Int
  ) async throws {
    for _ in 0..<mostRuns {
      do {
        _ = try await generator.run(test, report: log.note)
        return
      } catch let error as LLMError {
        log.stopped(by: error)
      }
    }
    throw ValidationError("A test did not come to its end: \(log.lastStop?.sentence ?? "")")
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
