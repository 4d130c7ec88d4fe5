import Assets
import Foundation
import LanguageModels
import Synchronization
import TestSupport
import Testing

@testable import PracticeTests

@Suite struct VerificationTests {
  private let fixture: GenerationFixture

  init() throws { fixture = try GenerationFixture() }

  @Test("The key stands in another place in each order", arguments: 3...5)
  func orders(count: Int) {
    for key in 0..<count {
      let orders = OptionOrders.orders(3, count: count, key: key)
      #expect(orders.allSatisfy { $0.sorted() == Array(0..<count) })
      #expect(Set(orders.map { $0.firstIndex(of: key) }).count == 3)
      #expect(orders.allSatisfy { $0.firstIndex(of: key) != key || count == 3 })
    }
  }

  /// A model that verifies by a rule, and writes nothing.
  private final class Judge: Sendable {
    private let asked = Mutex<[String]>([])
    private let rule: @Sendable (String, Int) -> String

    init(_ rule: @escaping @Sendable (String, Int) -> String) { self.rule = rule }

    var prompts: [String] { asked.withLock { $0 } }

    func respond(_ request: LLMRequest) -> String {
      let number = asked.withLock { asked in
        asked.append(request.messages[1].content)
        return asked.count
      }
      return #"{"answer": "\#(rule(request.messages[1].content, number))"}"#
    }

    /// The letter at which an option stands.
    static func letter(of option: String, in prompt: String) -> String? {
      prompt.split(separator: "\n").first { $0.dropFirst(3) == option && $0.dropFirst().hasPrefix(") ") }
        .map { String($0.prefix(1)) }
    }
  }

  private static let item = Item(
    format: .multipleChoice, prompt: "What makes proteins?", choices: ["lysosome", "ribosome", "nucleus"],
    correctIndex: 1, correctAnswer: "ribosome")

  private func verify(_ item: Item, _ judge: Judge) async throws -> Verifier.Result {
    let service = try GenerationFixture.model { judge.respond($0) }
    return try await Verifier(service: service, backend: "model", votes: 2)
      .verify(item, passage: fixture.material.passages[0])
  }

  @Test("A key is confirmed only when it is found under every order")
  func choice() async throws {
    let knowing = Judge { prompt, _ in Judge.letter(of: "ribosome", in: prompt) ?? "none" }
    let confirmed = try await verify(Self.item, knowing)
    #expect(confirmed.verdict == .confirmed && confirmed.requests == 2)
    #expect(Set(knowing.prompts).count == 2)
    // Who always says the same letter is found out.
    for letter in ["A", "B", "C"] {
      #expect(try await verify(Self.item, Judge { _, _ in letter }).verdict != .confirmed)
    }
    let other = Judge { prompt, _ in Judge.letter(of: "nucleus", in: prompt) ?? "none" }
    #expect(try await verify(Self.item, other).verdict == .refuted("the passage shows \"nucleus\" to be right"))
    #expect(other.prompts.count == 1)
    for answer in ["several", "none", "E", "Ribosome", ""] {
      #expect(try await verify(Self.item, Judge { _, _ in answer }).verdict != .confirmed)
    }
  }

  @Test("The key is hidden in what a verifying model is asked")
  func hidden() async throws {
    let judge = Judge { _, _ in "none" }
    _ = try await verify(
      Item(
        format: .shortAnswer, prompt: "What makes proteins?", correctAnswer: "polysomal particle",
        rationale: "Because of the polysomal particle."), judge)
    #expect(!judge.prompts[0].contains("polysomal"))
  }

  @Test("Statements and written answers are verified, explanations are not")
  func otherFormats() async throws {
    let statement = Item(
      format: .trueFalse, prompt: "Cells have walls.", choices: ["True", "False"], correctIndex: 1,
      correctAnswer: "False")
    #expect(try await verify(statement, Judge { _, _ in "false" }).verdict == .confirmed)
    #expect(try await verify(statement, Judge { _, number in number == 1 ? "false" : "true" }).verdict != .confirmed)
    #expect(try await verify(statement, Judge { _, _ in "unclear" }).verdict != .confirmed)
    let written = Item(
      format: .cloze, prompt: "Proteins are made by ____.", correctAnswer: "ribosomes", acceptedAnswers: ["ribosome"])
    #expect(try await verify(written, Judge { _, _ in "the ribosome" }).verdict == .confirmed)
    #expect(try await verify(written, Judge { _, _ in "lysosomes" }).verdict != .confirmed)
    let explanation = Item(format: .explanation, prompt: "Explain how cells work.", correctAnswer: "They do.")
    let judge = Judge { _, _ in "none" }
    #expect(try await verify(explanation, judge).verdict == .unknown && judge.prompts.isEmpty)
  }

  // MARK: - Calibration

  @Test("Half of the known questions have a planted wrong key, and every passage is found")
  func calibrationSet() throws {
    let entries = try CalibrationSet.entries()
    #expect(entries.count == 26 && entries.filter(\.isPlanted).count == 13)
    for entry in entries {
      let item = entry.item
      #expect(Set(item.choices).count == 4 && item.correctIndex.map { item.choices[$0] } == item.correctAnswer)
    }
    let positions = Dictionary(grouping: entries.compactMap(\.item.correctIndex), by: \.self).mapValues(\.count)
    #expect(positions.values.allSatisfy { $0 <= 10 })
  }

  @Test("A model that knows earns the right to verify, a guesser and one that agrees with everything do not")
  func earned() async throws {
    let entries = try CalibrationSet.entries()
    let keys = Dictionary(
      entries.filter { !$0.isPlanted }.map { ($0.item.prompt, $0.item.correctAnswer) }, uniquingKeysWith: { a, _ in a })
    let knowing = Judge { prompt, _ in
      let question = prompt.split(separator: "\n").last { $0.hasPrefix("Question: ") }.map { String($0.dropFirst(10)) }
      return question.flatMap { keys[$0] }.flatMap { Judge.letter(of: $0, in: prompt) } ?? "none"
    }
    #expect(try await calibrate(knowing).isEarned)
    for letter in ["A", "B", "C", "D", "none", "several"] {
      #expect(try await !calibrate(Judge { _, _ in letter }).isEarned)
    }
    var agreeable = Calibration()
    (agreeable.right, agreeable.rightConfirmed, agreeable.wrong, agreeable.wrongConfirmed) = (13, 13, 13, 13)
    #expect(!agreeable.isEarned)
  }

  private func calibrate(_ judge: Judge) async throws -> Calibration {
    let service = try GenerationFixture.model { judge.respond($0) }
    return try await Calibrator(verifier: Verifier(service: service, backend: "model", votes: 2), width: 2)
      .run { _, _ in }
  }

  @Test("What a model has shown is measured once and kept")
  func remembered() async throws {
    let id = try fixture.plan(2)
    let judge = Judge { prompt, _ in
      prompt.hasPrefix("Fact:") ? "" : "none"
    }
    let events = Events()
    let service = try GenerationFixture.model { request in
      guard request.messages[1].content.hasPrefix("Fact:") else { return judge.respond(request) }
      return #"{"question": "\#(StagePrompt.question(on: request.messages[1].content))"}"#
    }
    let generator = TestGenerator(
      library: fixture.library, service: service, settings: GenerationSettings(), newID: Library.randomID)
    _ = try await generator.run(id, report: events.add)
    let asked = judge.prompts.count
    #expect(asked == 26)
    let questions = try fixture.library.test(id).questions
    #expect(questions.count == 2 && questions.allSatisfy { $0.provenance.verified == nil })
    #expect(questions.contains { $0.provenance.origin == .model })
    _ = try await generator.run(try fixture.plan(1, seed: 9), report: events.add)
    #expect(judge.prompts.count == asked)
    let measured = events.all.filter { if case .calibrated = $0 { true } else { false } }
    #expect(measured.count == 1)
  }
}
