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
      or does not pass the gates, where the model wrote none, where a key reached another host, or where something is \
      left: an open descriptor, a child process, a thread, a file beside the library. What is there after a few \
      questions counts as what a process makes once and keeps.

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

  /// The questions after which it is counted what the process has open.
  private static let few = 2
  private static let library = "testlet.sqlite"

  func validate() throws {
    guard questions > 1 else { throw ValidationError("--questions is 2 or more.") }
  }

  func run() async throws {
    let server = try url.map { SoakedServer.real(url: $0, model: model) } ?? SoakedServer(seed: seed, share: share)
    let (files, folder, log) = (try markdownFiles(in: notes), try TemporaryFolder(), SoakLog())
    let few = min(Self.few, questions / 2)
    try await soak(few, from: [files[0]], server, folder, log)
    let before = try await ProcessCensus.settled()
    try await soak(questions - few, from: files, server, folder, log)
    let left = try await before.leaks() + Self.strays(in: folder)
    let findings = try log.findings(in: Library(path: folder.file(Self.library)))
    print("asked for          \(questions), seed \(seed): \(findings.text)")
    for line in server.lines { print(line) }
    print("stopped            \(log.stops) times and begun again")
    print("left               \(left.isEmpty ? "no descriptor, process, thread or file" : "see below")")
    print("peak memory        \(decimals(peakMegabytes(), 0)) MB")
    for fault in server.faults + left { print("FAULT: \(fault)") }
    guard findings.isClean, server.faults.isEmpty, left.isEmpty else { throw ExitCode.failure }
  }

  /// Makes tests, with a library and connections that are closed afterwards.
  private func soak(
    _ count: Int, from files: [String], _ server: SoakedServer, _ folder: TemporaryFolder, _ log: SoakLog
  ) async throws {
    let library = try Library(path: folder.file(Self.library))
    let transport = HTTPTransport(egress: EgressPolicy(mode: .localOnly))
    let service = try server.service(parallel: parallel, transport)
    let generator = TestGenerator(
      library: library, service: service, settings: server.settings, newID: Library.randomID)
    for test in try await createTests(count, from: files, in: library, writer: service.selected) {
      server.beginTest()
      try await generate(test, generator, log, mostRuns: server.mostRuns)
    }
    await transport.shutDown()
  }

  /// What lies beside a library that was closed.
  private static func strays(in folder: TemporaryFolder) throws -> [String] {
    let ours = ["", "-wal", "-shm"].map { library + $0 }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !ours.contains($0) }
      .sorted().map { "a file left: \($0)" }
  }

  /// Tests of at most 200 questions, with the chapters dealt out among them.
  private func createTests(
    _ questions: Int, from files: [String], in library: Library, writer: LLMBackendConfig
  ) throws -> [String] {
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
}
