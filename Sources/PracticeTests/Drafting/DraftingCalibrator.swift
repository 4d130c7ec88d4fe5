import LanguageModels

/// Measures which way of drafting yields more with a model: on slots of the sample notes, through the same gates and the
/// same verification as every question.
struct DraftingCalibrator: Sendable {
  let verifier: Verifier

  /// Drafts one after the other, until it is clear which way is better.
  ///
  /// - Parameter report: told how many drafts are done, of how many at the most.
  /// - Throws: `LLMError`, or `CancellationError`.
  func run(report: @escaping @Sendable (_ done: Int, _ of: Int) -> Void) async throws -> DraftingCalibration {
    let samples = try SampleSlots(DraftingCalibration.drafts)
    let most = 2 * samples.assignments.count
    var calibration = DraftingCalibration()
    for assignment in samples.assignments {
      report(calibration.staged.drafts, most)
      try await draft(assignment, .staged, samples.passages, &calibration.staged)
    }
    for assignment in samples.assignments where calibration.isOpen(votes: verifier.votes) {
      report(calibration.staged.drafts + calibration.oneShot.drafts, most)
      try await draft(assignment, .oneShot, samples.passages, &calibration.oneShot)
    }
    return calibration
  }

  private func draft(
    _ assignment: SlotAssignment, _ method: DraftingMethod, _ passages: GroundedPassages,
    _ yield: inout DraftingCalibration.Yield
  ) async throws {
    var assignment = assignment
    assignment.method = method
    if let id = assignment.subject?.passageID, let passage = passages[id] { assignment.passage = passage }
    yield.drafts += 1
    do {
      let answer = try await verifier.service.generateQuestionForSlot(assignment, backend: verifier.backend) { _ in }
      guard let response = answer.response else { return }
      if let measured = verifier.measured, await verifier.service.identity(of: response) != measured {
        throw ModelChanged()
      }
      yield.requests += answer.requests
      yield.seconds += response.usage.seconds
      let judged = answer.reading.judged(
        for: assignment.slot, in: assignment.passage,
        ownWords: answer.method.ownWords(assignment.slot, assignment.passage))
      guard let report = try? judged.get(), report.passes else { return }
      let result = try await verifier.verify(report.item, passage: assignment.passage)
      yield.requests += result.requests
      yield.seconds += result.usage.seconds
      if result.verdict == .confirmed { yield.verified += 1 }
    } catch let error as LLMError where error.concernsOneSlot {
      yield.requests += 1
    }
  }
}
