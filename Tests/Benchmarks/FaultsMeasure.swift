import ArgumentParser
import LanguageModels
import TestSupport

/// `measure faults`: what becomes of answers that are none.
struct FaultsMeasure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "faults",
    abstract: "Ask servers that answer wrongly in every way, and count the typed errors.",
    discussion: "Fails where an answer was taken for one, where an error had no type, or where memory passed 200 MB.")

  @Option(help: "How many answers.")
  var count = 1_000

  @Option(help: "The same seed gives the same faults.")
  var seed: UInt64 = 1

  @Option(help: "Answers at once.")
  var parallel = 4

  /// The most memory that the whole may take, in megabytes.
  private static let mostMemory = 200.0

  func run() async throws {
    let outcomes = try await withThrowingTaskGroup(of: [Outcome].self) { [count, parallel, seed] group in
      for worker in 0..<parallel {
        group.addTask {
          var outcomes: [Outcome] = []
          for number in stride(from: worker, to: count, by: parallel) {
            outcomes.append(try await Self.outcome(of: FaultyAnswer(number: number, seed: seed)))
          }
          return outcomes
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    for fault in FaultyAnswer.Fault.allCases { print(Self.row(fault, outcomes.filter { $0.fault == fault })) }
    let typed = outcomes.count { $0.error != nil }
    print("\(count) answers, seed \(seed): \(typed) typed errors, peak memory \(decimals(peakMegabytes(), 0)) MB")
    guard typed == count, peakMegabytes() < Self.mostMemory else { throw ExitCode.failure }
  }

  /// What was said of an answer.
  private struct Outcome: Sendable {
    var fault: FaultyAnswer.Fault
    /// `nil` where there was none, or one of no known type.
    var error: LLMError?
    var duration: Duration
  }

  private static func row(_ fault: FaultyAnswer.Fault, _ outcomes: [Outcome]) -> String {
    let names = outcomes.map { $0.error.map { String("\($0)".prefix { $0.isLetter }) } ?? "NO TYPED ERROR" }
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    let parts = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
    let slowest = (outcomes.map(\.duration).max() ?? .zero) / .milliseconds(1)
    return "\(pad(fault.rawValue)) \(parts.joined(separator: ", ")), slowest \(decimals(slowest, 0)) ms"
  }

  private static func outcome(of answer: FaultyAnswer) async throws -> Outcome {
    let steps = answer.steps
    let server = try ScriptedServer { _, _ in steps }
    var configuration = LLMBackendConfig.openAICompatible(
      id: MeasuredServer.id, keyEnvironmentVariable: nil, endpoint: server.url, model: nil, profile: .custom)
    configuration.timeout = 1
    let service = try LocalLLMService.measured(configuration, retry: RetryPolicy(attempts: 1))
    let request = LLMRequest(messages: [LLMMessage(.user, "Ask a question.")], maxTokens: 64)
    let start = ContinuousClock.now
    var found: LLMError?
    do {
      _ = try await service.generate(request) { _ in }
    } catch {
      found = error as? LLMError
    }
    return Outcome(fault: answer.fault, error: found, duration: ContinuousClock.now - start)
  }
}
