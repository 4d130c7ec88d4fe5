import ArgumentParser
import LanguageModels
import PracticeTests
import TestSupport

/// `measure slots NOTES`: what the generator itself costs, with a backend that answers at once.
struct SlotsMeasure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slots",
    abstract: "Fill slots with a model in this process that answers at once, in small and large courses.",
    discussion: """
      The chapters of the folder are dealt out to tests of at most 200 questions. Then one test is made in a course that \
      holds few questions and in one that holds many, in turns; and with --url one with the model that answers at once \
      and one with a real server, in turns, both asked for whole drafts that are not verified. Every question is on the \
      disk when it counts; set TMPDIR to a folder in memory to measure without the disk.
      """)

  @Argument(help: "The folder of the chapters.")
  var notes: String

  @Option(help: "How many slots.")
  var slots = 1_000

  @Option(help: "Requests at once.")
  var parallel = 4

  @Option(help: "Questions of the small course.")
  var few = 1_000

  @Option(help: "Questions of the large course.")
  var many = 100_000

  @Option(help: "Questions of the test that is made in each course.")
  var compared = 100

  @Option(help: "How often each course is measured.")
  var rounds = 3

  @Option(help: "The base URL of a real OpenAI-compatible server on this machine, to make tests with it too.")
  var url: String?

  @Option(help: "The model, where the real server has several.")
  var model: String?

  @Option(help: "Questions of each test that is made with the real server.")
  var real = 20

  @Option(help: "The seed of all tests.")
  var seed: UInt64 = 1

  func run() async throws {
    let instant = InstantModel()
    let service = try instant.service(parallel: parallel)
    try await fill(instant, service)
    try await compare(instant, service)
    if let url { try await compareServers(instant, service, LocalLLMService.measured(url: url, model: model)) }
    print("peak memory        \(decimals(peakMegabytes(), 0)) MB")
  }

  private func fill(_ model: InstantModel, _ service: LocalLLMService) async throws {
    let course = try MeasuredCourse(model: model, service: service)
    let files = try markdownFiles(in: notes)
    let tests = (slots + TestRequest.countRange.upperBound - 1) / TestRequest.countRange.upperBound
    var (accepted, byModel, duration) = (0, 0, Duration.zero)
    for test in 0..<tests {
      let count = slots / tests + (test < slots % tests ? 1 : 0)
      let chapters = files.indices.filter { $0 % tests == test }.map { files[$0] }
      let run = try await course.generate(count, from: chapters, seed: seed)
      accepted += run.accepted
      byModel += run.byModel
      duration += run.whole
    }
    let rate = Double(accepted) / (duration / .seconds(1))
    print("slots              \(slots): \(accepted) filled, \(byModel) by the model, \(decimals(rate, 0)) a second")
    print("memory until here  \(decimals(peakMegabytes(), 0)) MB")
  }

  private func compare(_ model: InstantModel, _ service: LocalLLMService) async throws {
    let files = try markdownFiles(in: notes)
    var courses: [MeasuredCourse] = []
    for size in [few, many] {
      courses.append(try MeasuredCourse(model: model, service: service))
      try await courses.last?.stock(size, from: files, seed: seed)
    }
    var runs: [[MeasuredCourse.Run]] = [[], []]
    for _ in 0..<rounds {
      for (index, course) in courses.enumerated() {
        runs[index].append(try await course.generate(compared, from: files, seed: seed, isKept: false))
      }
    }
    let opening = runs.map { Spread($0.map { $0.opening / .milliseconds(1) }) }
    let each = runs.map { Spread($0.map { $0.filling / .microseconds(1) / Double(max(1, $0.accepted)) }) }
    for (index, size) in [few, many].enumerated() {
      let byModel = runs[index].reduce(0) { $0 + $1.byModel }
      print("course of \(size): opened in \(opening[index].text(0)) ms, then \(each[index].text(0)) us a question")
      print("                   \(byModel) of \(runs[index].reduce(0) { $0 + $1.accepted }) by the model")
    }
    let ratios = [each, opening].map { decimals($0[1].median / $0[0].median, 2) }
    print("ratio              \(ratios[0]) a question, \(ratios[1]) to open")
  }

  /// From the order to the last question, with a model that takes no time and with a real one.
  private func compareServers(
    _ model: InstantModel, _ instant: LocalLLMService, _ server: LocalLLMService
  ) async throws {
    let files = try markdownFiles(in: notes)
    let courses = try [instant, server].map { try MeasuredCourse(model: model, service: $0) }
    var (times, byModel, accepted) = ([[Double]](repeating: [], count: courses.count), [0, 0], [0, 0])
    for _ in 0..<rounds {
      for (index, course) in courses.enumerated() {
        let run = try await course.generate(real, from: files, seed: seed, isKept: false)
        times[index].append(run.whole / .milliseconds(1) / Double(max(1, run.accepted)))
        byModel[index] += run.byModel
        accepted[index] += run.accepted
      }
    }
    let spreads = times.map { Spread($0) }
    for (index, name) in ["instant model", "real server"].enumerated() {
      print("\(pad(name))\(spreads[index].text(1)) ms a question, \(byModel[index]) of \(accepted[index]) by the model")
    }
    print("ratio              \(decimals(spreads[1].median / spreads[0].median, 1))")
  }
}
