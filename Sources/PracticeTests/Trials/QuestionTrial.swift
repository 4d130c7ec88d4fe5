import Assets
import LanguageModels

/// One real question asked of a backend, to see what it can do: on a sample passage, in one request, through the same
/// reader and gates as every question. Nothing is kept.
public struct QuestionTrial: Sendable, Hashable {
  /// What was sent.
  public var prompt: [LLMMessage]
  /// What came back, and what it took.
  public var response: LLMResponse
  /// The question, where the answer was one.
  public var item: Item?
  /// What is wrong with it, what was mended, and what was let pass.
  public var violations: [Violation]

  /// Whether it would be kept.
  public var isKept: Bool { item != nil && violations.allSatisfy(\.isKept) }

  private static let sample = "cell-biology.md"

  /// Asks the selected backend, or the one named.
  ///
  /// - Parameter onText: called with each piece of the answer as it arrives.
  /// - Throws: `LLMError`, or `CancellationError`.
  public static func ask(
    _ service: LocalLLMService, backend id: String? = nil, onText: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws -> QuestionTrial {
    let assignment = try assignment()
    let answer = try await service.generateQuestionForSlot(assignment, backend: id, onText: onText)
    var trial = QuestionTrial(
      prompt: SlotPrompt(slot: assignment.slot, passage: assignment.passage).messages, response: answer.response,
      item: nil, violations: [])
    trial.judge(answer.reading, assignment)
    return trial
  }

  private mutating func judge(_ reading: DraftReading, _ assignment: SlotAssignment) {
    switch reading {
    case .unreadable(let faults): violations = faults
    case .refusal(let reason): violations = [.refused(reason)]
    case .draft(let draft, _):
      switch Items.assemble(draft: draft, slot: assignment.slot) {
      case .failure(let faults): violations = faults.violations
      case .success(let item):
        let (slot, passage) = (assignment.slot, assignment.passage)
        let ownWords = response.kind == .mock ? "" : SlotPrompt(slot: slot, passage: passage).ownWords
        let report = Gates.check(
          item, GateContext(slot: slot, passage: passage, topic: slot.topic, promptText: ownWords))
        self.item = report.item
        violations = report.violations
      }
    }
  }

  /// The first slot of a plan on a sample note.
  private static func assignment() throws -> SlotAssignment {
    let text = Assets.samples.first { $0.name == sample }?.text ?? ""
    let material = TestMaterial([(sample, NoteReader.document(text: text, name: sample))])
    let blueprint = try material.plan(TestRequest(count: 1, difficulty: .easy, seed: 1))
    guard let slot = blueprint.slots.first, let passage = material.grounded[slot.passageID] else {
      throw PlanningError.nothingToAsk
    }
    let builtIn = BuiltInWriter(
      lexicon: material.lexicon, passages: material.passages, slots: blueprint.slots, seed: 1)
    return SlotAssignment(slot: slot, passage: passage, method: .oneShot, builtIn: builtIn)
  }
}
