import LanguageModels
import Synchronization
import TestSupport
import Testing

@testable import PracticeTests

/// Which way of drafting a model gets.
@Suite struct DraftingCalibrationTests {
  private let fixture: GenerationFixture

  init() throws { fixture = try GenerationFixture() }

  private static func calibration(
    staged: (verified: Int, requests: Int), oneShot: (drafts: Int, verified: Int, requests: Int), seconds: Double = 1
  ) -> DraftingCalibration {
    var calibration = DraftingCalibration()
    (calibration.staged.drafts, calibration.staged.verified) = (3, staged.verified)
    (calibration.staged.requests, calibration.staged.seconds) = (staged.requests, seconds)
    calibration.oneShot.drafts = oneShot.drafts
    (calibration.oneShot.verified, calibration.oneShot.requests) = (oneShot.verified, oneShot.requests)
    return calibration
  }

  @Test(
    "The way with more verified questions a request wins, in stages on a tie",
    arguments: [
      ((3, 9), (3, 3, 9), DraftingMethod.staged), ((3, 12), (3, 3, 9), .oneShot), ((0, 9), (3, 0, 3), .staged),
      ((0, 9), (3, 1, 5), .oneShot), ((2, 9), (0, 0, 0), .staged), ((2, 8), (3, 2, 9), .staged),
    ] as [((Int, Int), (Int, Int, Int), DraftingMethod)])
  func method(staged: (Int, Int), oneShot: (Int, Int, Int), method: DraftingMethod) {
    #expect(Self.calibration(staged: staged, oneShot: oneShot).method == method)
  }

  @Test("The second half is tried only while it can win, and only where it is quick")
  func bounds() {
    // Three requests a question, each verified, can't be beaten with two votes.
    #expect(!Self.calibration(staged: (3, 9), oneShot: (0, 0, 0)).isOpen(votes: 2))
    #expect(Self.calibration(staged: (3, 10), oneShot: (0, 0, 0)).isOpen(votes: 2))
    #expect(!Self.calibration(staged: (3, 10), oneShot: (0, 0, 0), seconds: 31).isOpen(votes: 2))
    // One draft that failed with two requests leaves 2 of 8 at best.
    #expect(!Self.calibration(staged: (3, 12), oneShot: (1, 0, 2)).isOpen(votes: 2))
    #expect(!Self.calibration(staged: (0, 9), oneShot: (3, 0, 9)).isOpen(votes: 2))
    #expect(!DraftingCalibration().isOpen(votes: 2))
  }

  /// A model that verifies whatever it wrote, words questions well, and words them badly in stages if told so.
  private final class Writer: Sendable {
    private let counts = Mutex<(staged: Int, oneShot: Int)>((0, 0))
    private let keys = Mutex<[String: String]>([:])
    private let known: [String: String]
    private let failsInStages: Bool

    init(failsInStages: Bool) throws {
      self.failsInStages = failsInStages
      known = Dictionary(
        try CalibrationSet.entries().filter { !$0.isPlanted }.map { ($0.item.prompt, $0.item.correctAnswer) },
        uniquingKeysWith: { a, _ in a })
    }

    var asked: (staged: Int, oneShot: Int) { counts.withLock { $0 } }

    func respond(_ request: LLMRequest) -> String {
      if let assignment = request.attachment as? SlotAssignment {
        counts.withLock { $0.oneShot += 1 }
        let draft = assignment.builtIn.draft(for: assignment.slot, attempt: 0)?.draft
        if case .multipleChoice(let draft)? = draft {
          keys.withLock { $0[draft.prompt] = draft.correctAnswer }
        }
        return draft?.json.text ?? "{}"
      }
      let prompt = request.messages[1].content
      guard prompt.hasPrefix("Fact: ") else { return verify(prompt) }
      counts.withLock { $0.staged += 1 }
      let key = StagePrompt.line("Answer", of: prompt)
      if failsInStages, counts.withLock({ $0.staged > 1 }) { return #"{"question": "What is \#(key)?"}"# }
      let question = StagePrompt.question(on: prompt)
      keys.withLock { $0[question] = key }
      return #"{"question": "\#(question)"}"#
    }

    private func verify(_ prompt: String) -> String {
      let question = StagePrompt.line("Question", of: prompt)
      let key = known[question] ?? keys.withLock { $0[question] }
      let option = prompt.split(separator: "\n").first { line in
        line.dropFirst().hasPrefix(") ") && line.dropFirst(3) == key ?? "-"
      }
      return #"{"answer": "\#(option?.prefix(1) ?? "none")"}"#
    }
  }

  private func run(_ id: String, _ writer: Writer, _ events: Events) async throws -> StoredTest {
    let service = try GenerationFixture.model { writer.respond($0) }
    let generator = TestGenerator(
      library: fixture.library, service: service, settings: GenerationSettings(), newID: Library.randomID)
    _ = try await generator.run(id, report: events.add)
    return try fixture.library.test(id)
  }

  private static func measured(_ events: Events) -> [DraftingCalibration] {
    events.all.compactMap { event in
      if case .draftingMeasured(_, let calibration) = event { calibration } else { nil }
    }
  }

  @Test("A model that is better in one request is asked so after its first question, and is not measured again")
  func oneShot() async throws {
    let (writer, events) = (try Writer(failsInStages: true), Events())
    let test = try await run(try fixture.plan(4), writer, events)
    let found = try #require(Self.measured(events).first)
    #expect(found.method == .oneShot && found.staged.verified == 0 && found.oneShot.verified == 3)
    #expect(test.questions.count == 4 && test.questions.allSatisfy { $0.provenance.origin == .model })
    let asked = writer.asked
    #expect(asked.oneShot >= 6)
    // The model is known from the start now.
    _ = try await run(try fixture.plan(1, seed: 9), writer, events)
    #expect(writer.asked.staged == asked.staged && Self.measured(events).count == 1)
  }

  @Test("A model that can't be beaten in stages is not asked for the second half")
  func staged() async throws {
    let (writer, events) = (try Writer(failsInStages: false), Events())
    let test = try await run(try fixture.plan(3), writer, events)
    let found = try #require(Self.measured(events).first)
    #expect(found.method == .staged)
    #expect(test.questions.filter { $0.provenance.verified == true }.count >= 2)
    if found.staged.requests == 9 { #expect(found.oneShot.drafts == 0) }
  }

  @Test("A way that the settings choose is taken without measuring")
  func chosen() async throws {
    for (choice, method) in [(DraftingChoice.staged, DraftingMethod.staged), (.oneShot, .oneShot), (.open, .open)] {
      var settings = GenerationSettings()
      settings.drafting = choice
      let desk = DraftingDesk(
        library: fixture.library, service: try GenerationFixture.model { _ in "" }, settings: settings
      ) { _ in Issue.record("measured") }
      #expect(try await desk.method() == method)
    }
  }

  @Test("What was measured is said in a sentence")
  func sentence() {
    #expect(
      Accounting.sentence(Self.calibration(staged: (2, 12), oneShot: (3, 3, 9)), of: "m")
        == "m: 2 of 3 questions asked in stages were verified (12 requests), 3 of 3 in one request each (9 requests): it is asked in one request."
    )
    #expect(
      Accounting.sentence(Self.calibration(staged: (3, 9), oneShot: (0, 0, 0)), of: "m")
        == "m: 3 of 3 questions asked in stages were verified (9 requests), in one request was not tried: it is asked in stages."
    )
  }
}
