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

  /// Asks the selected backend, or the one named.
  ///
  /// - Parameter onText: called with each piece of the answer as it arrives.
  /// - Throws: `LLMError`, or `CancellationError`.
  public static func ask(
    _ service: LocalLLMService, backend id: String? = nil, onText: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws -> QuestionTrial {
    guard let assignment = try SampleSlots(1).assignments.first else { throw PlanningError.nothingToAsk }
    let answer = try await service.generateQuestionForSlot(assignment, backend: id, onText: onText)
    guard let response = answer.response else { throw PlanningError.nothingToAsk }
    var trial = QuestionTrial(
      prompt: SlotPrompt(slot: assignment.slot, passage: assignment.passage).messages, response: response, item: nil,
      violations: [])
    trial.judge(answer.reading, assignment)
    return trial
  }

  private mutating func judge(_ reading: DraftReading, _ assignment: SlotAssignment) {
    let (slot, passage) = (assignment.slot, assignment.passage)
    let ownWords = response.kind == .mock ? "" : DraftingMethod.oneShot.ownWords(slot, passage)
    switch reading.judged(for: slot, in: passage, ownWords: ownWords) {
    case .failure(let faults): violations = faults.violations
    case .success(let report): (item, violations) = (report.item, report.violations)
    }
  }
}
