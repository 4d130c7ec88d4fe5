import LanguageModels

/// Fills one slot: draft, gates, repair with the violations, and at the end the built-in writer.
struct SlotPipeline: Sendable {
  /// The most drafts that are asked of a model for one slot.
  static let maxDrafts = 5

  /// Writes the drafts.
  var service: LocalLLMService
  /// Writes them when the model can't.
  var builtIn: BuiltInWriter
  /// What questions are grounded in.
  var passages: GroundedPassages
  /// Whether a backend that is gone is replaced by the built-in writer.
  var allowsFallback: Bool
  /// Takes a question that passed its gates: `nil` when it was kept, else what is wrong with it.
  var offer: @Sendable (QuestionSlot, Candidate) async throws -> Violation?
  /// Told how the slot moves on.
  var report: @Sendable (GenerationEvent) -> Void

  /// A question that passed the gates of a single item, not yet kept.
  struct Candidate: Sendable {
    var item: Item
    var grounding: Grounding
    var provenance: Provenance
    var warnings: [Violation]
    var bloom: BloomLevel
  }

  /// How a slot ended, and what that cost.
  struct Outcome: Sendable {
    /// `nil` when the slot was filled.
    var missing: [Violation]?
    var stats: GenerationStats
  }

  /// Fills a slot.
  ///
  /// - Throws: `LLMError` when the backend is gone and no fallback is allowed, a `LibraryError`, or `CancellationError`.
  func fill(_ slot: QuestionSlot) async throws -> Outcome {
    var stats = GenerationStats()
    guard let passage = passages[slot.passageID] else {
      return Outcome(missing: [.passageGone], stats: stats)
    }
    var violations: [Violation] = []
    var attempt = 0
    var writer = Writer.selectedBackend
    while true {
      try Task.checkCancellation()
      report(
        .slot(
          index: slot.index,
          violations.isEmpty
            ? .drafting(attempt: attempt + 1) : .repairing(attempt: attempt + 1, violations: violations)))
      let assignment = SlotAssignment(
        slot: slot, passage: passage, attempt: attempt, violations: violations, builtIn: builtIn)
      let draft = try await write(assignment, by: writer, &stats)
      report(.slot(index: slot.index, .checking))
      switch try await judge(draft, assignment, stats) {
      case .kept:
        return Outcome(missing: nil, stats: stats)
      case .refused(let found):
        violations = found
        stats.repairs += 1
      case .exhausted(let found):
        return Outcome(missing: violations + found, stats: stats)
      }
      attempt += 1
      if draft.origin == .model, attempt >= Self.maxDrafts || draft.isLast {
        writer = .builtIn
        attempt = 0
        stats.fallbacks += 1
      }
    }
  }

  private enum Writer {
    case selectedBackend
    case builtIn
  }

  /// What was written for a slot, and by whom.
  private struct Written {
    var reading: DraftReading
    var origin: Provenance.Origin
    var backend: String
    var model: String
    /// The backend is gone: there is no use in asking it again.
    var isLast = false
  }

  private enum Judgement {
    case kept
    case refused([Violation])
    case exhausted([Violation])
  }

  private func write(
    _ assignment: SlotAssignment, by writer: Writer, _ stats: inout GenerationStats
  ) async throws -> Written {
    stats.drafts += 1
    if writer == .builtIn { return writeBuiltIn(assignment) }
    let index = assignment.slot.index
    do {
      let answer = try await service.generateQuestionForSlot(assignment) { [report] in report(.text(slot: index, $0)) }
      stats.add(answer.response.usage)
      return Written(
        reading: answer.reading, origin: answer.response.kind == .mock ? .builtin : .model,
        backend: answer.response.backend, model: answer.response.model)
    } catch let error as LLMError where allowsFallback {
      return Written(
        reading: .unreadable([.backendFailed(error)]), origin: .model, backend: "", model: "", isLast: true)
    }
  }

  private func writeBuiltIn(_ assignment: SlotAssignment) -> Written {
    let reading: DraftReading
    if let written = builtIn.draft(for: assignment.slot, attempt: assignment.attempt) {
      reading = .draft(written.draft, repairs: [])
    } else {
      reading = .refusal("No sentence is left that makes a good question without a model.")
    }
    return Written(reading: reading, origin: .builtin, backend: "mock", model: "built-in")
  }

  private func judge(
    _ written: Written, _ assignment: SlotAssignment, _ stats: GenerationStats
  ) async throws -> Judgement {
    switch written.reading {
    case .unreadable(let violations):
      return .refused(violations)
    case .refusal(let reason):
      let violation = Violation(gate: .schema, field: "draft", action: .reject, message: reason)
      return written.origin == .builtin ? .exhausted([violation]) : .refused([violation])
    case .draft(let draft, _):
      switch Items.assemble(draft: draft, slot: assignment.slot) {
      case .failure(let faults): return .refused(faults.violations)
      case .success(let item): return try await check(item, written, assignment, stats)
      }
    }
  }

  private func check(
    _ item: Item, _ written: Written, _ assignment: SlotAssignment, _ stats: GenerationStats
  ) async throws -> Judgement {
    let slot = assignment.slot
    let passage = passageOf(written, assignment)
    let prompt = SlotPrompt(slot: slot, passage: passage)
    let context = GateContext(
      slot: slot, passage: passage, topic: slot.topic, promptText: written.origin == .model ? prompt.ownWords : "")
    let checked = Gates.check(item, context)
    guard checked.passes else { return .refused(checked.violations.filter { !$0.isKept }) }
    guard let grounding = passages.grounding(of: checked.item.evidence ?? "", in: passage) else {
      return .refused([.evidenceMissing])
    }
    let provenance = Provenance(
      origin: written.origin, backend: written.backend, model: written.model, attempts: stats.drafts)
    let candidate = Candidate(
      item: checked.item, grounding: grounding, provenance: provenance, warnings: checked.violations,
      bloom: written.origin == .builtin ? .remember : slot.bloom)
    return try await offer(slot, candidate).map { .refused([$0]) } ?? .kept
  }

  /// The built-in writer may have taken a sibling of the slot's passage.
  private func passageOf(_ written: Written, _ assignment: SlotAssignment) -> Passage {
    guard written.origin == .builtin,
      let draft = builtIn.draft(for: assignment.slot, attempt: assignment.attempt),
      let passage = passages[draft.passageID]
    else { return assignment.passage }
    return passage
  }
}

extension Violation {
  /// The passage of a slot is no longer among the notes of the test.
  static let passageGone = Violation(
    gate: .evidence, field: "evidence", action: .reject, message: "The passage is no longer part of the notes.")

  /// The quote is not in the passage.
  static let evidenceMissing = Violation(
    gate: .evidence, field: "evidence", action: .repair,
    message: "The evidence does not stand in the passage: copy one sentence of it word for word.")

  /// The backend failed.
  static func backendFailed(_ error: LLMError) -> Violation {
    Violation(gate: .schema, field: "draft", action: .reject, message: error.sentence)
  }
}
