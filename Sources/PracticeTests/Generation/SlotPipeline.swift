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
    guard let passage = passages[slot.passageID] else {
      return Outcome(missing: [.passageGone], stats: GenerationStats())
    }
    var work = Work(assignment: SlotAssignment(slot: slot, passage: passage, builtIn: builtIn))
    var ending = try await write(&work, by: ask)
    if ending == .gaveUp(.model) {
      work.stats.fallbacks += 1
      ending = try await write(&work) { assignment, _ in writeBuiltIn(assignment) }
    }
    return Outcome(missing: ending == .kept ? nil : work.reasons, stats: work.stats)
  }

  /// What is known of a slot while it is worked on.
  private struct Work {
    var assignment: SlotAssignment
    var stats = GenerationStats()
    /// What was wrong with the last two drafts: the last may only say that nothing is left to write.
    var reasons: [Violation] = []
  }

  private enum Ending: Equatable {
    case kept
    /// The one who wrote has no more to give.
    case gaveUp(Provenance.Origin)
  }

  /// Has one writer write until a question is kept or the writer gives up.
  private func write(
    _ work: inout Work, by writer: (SlotAssignment, inout GenerationStats) async throws -> Written
  ) async throws -> Ending {
    let index = work.assignment.slot.index
    work.assignment.attempt = 0
    while true {
      try Task.checkCancellation()
      report(.slot(index: index, work.assignment.progress))
      work.stats.drafts += 1
      let written = try await writer(work.assignment, &work.stats)
      report(.slot(index: index, .checking))
      let violations = try await refusal(of: written, work)
      guard !violations.isEmpty else { return .kept }
      work.reasons = work.assignment.violations + violations
      work.assignment.violations = violations
      work.assignment.attempt += 1
      let isSpent = written.origin == .model && work.assignment.attempt >= Self.maxDrafts
      guard !written.isLast, !isSpent else { return .gaveUp(written.origin) }
      work.stats.repairs += 1
    }
  }

  // MARK: - Writing

  /// What was written for a slot, and by whom.
  private struct Written {
    var reading: DraftReading
    /// What it is grounded in.
    var passage: Passage
    var origin: Provenance.Origin
    var backend = LLMBackendConfig.mock.id
    var model = MockLLMBackend.model
    /// There is no use in asking for another.
    var isLast = false
  }

  private func ask(_ assignment: SlotAssignment, _ stats: inout GenerationStats) async throws -> Written {
    let index = assignment.slot.index
    do {
      let answer = try await service.generateQuestionForSlot(assignment) { [report] in report(.text(slot: index, $0)) }
      stats.add(answer.response.usage)
      if answer.response.kind == .mock {
        return Written(
          reading: answer.reading, passage: builtInPassage(assignment), origin: .builtin,
          backend: answer.response.backend, model: answer.response.model, isLast: answer.reading.isRefusal)
      }
      return Written(
        reading: answer.reading, passage: assignment.passage, origin: .model, backend: answer.response.backend,
        model: answer.response.model)
    } catch let error as LLMError where allowsFallback || error.concernsOneAnswer {
      return Written(
        reading: .unreadable([.backendFailed(error)]), passage: assignment.passage, origin: .model,
        isLast: !error.concernsOneAnswer)
    }
  }

  private func writeBuiltIn(_ assignment: SlotAssignment) -> Written {
    guard let written = builtIn.draft(for: assignment.slot, attempt: assignment.attempt) else {
      return Written(
        reading: .refusal(BuiltInResponder.nothingLeft), passage: assignment.passage, origin: .builtin, isLast: true)
    }
    return Written(
      reading: .draft(written.draft, repairs: []), passage: passages[written.passageID] ?? assignment.passage,
      origin: .builtin)
  }

  /// The built-in writer may have taken a sibling of the slot's passage.
  private func builtInPassage(_ assignment: SlotAssignment) -> Passage {
    let written = builtIn.draft(for: assignment.slot, attempt: assignment.attempt)
    return written.flatMap { passages[$0.passageID] } ?? assignment.passage
  }

  // MARK: - Judging

  /// What is wrong with a draft; empty when it was kept as a question.
  private func refusal(of written: Written, _ work: Work) async throws -> [Violation] {
    switch written.reading {
    case .unreadable(let violations): return violations
    case .refusal(let reason): return [.refused(reason)]
    case .draft(let draft, _):
      switch Items.assemble(draft: draft, slot: work.assignment.slot) {
      case .failure(let faults): return faults.violations
      case .success(let item): return try await refusal(of: item, written, work)
      }
    }
  }

  private func refusal(of item: Item, _ written: Written, _ work: Work) async throws -> [Violation] {
    let slot = work.assignment.slot
    let ownWords = written.origin == .model ? SlotPrompt(slot: slot, passage: written.passage).ownWords : ""
    let checked = Gates.check(
      item, GateContext(slot: slot, passage: written.passage, topic: slot.topic, promptText: ownWords))
    guard checked.passes else { return checked.violations.filter { !$0.isKept } }
    guard let grounding = passages.grounding(of: checked.item.evidence ?? "", in: written.passage) else {
      return [.evidenceMissing]
    }
    let provenance = Provenance(
      origin: written.origin, backend: written.backend, model: written.model, attempts: work.stats.drafts)
    let candidate = Candidate(
      item: checked.item, grounding: grounding, provenance: provenance, warnings: checked.violations,
      bloom: written.origin == .builtin ? .remember : slot.bloom)
    return try await offer(slot, candidate).map { [$0] } ?? []
  }
}

extension SlotAssignment {
  fileprivate var progress: SlotProgress {
    violations.isEmpty
      ? .drafting(attempt: attempt + 1) : .repairing(attempt: attempt + 1, violations: violations)
  }
}

extension LLMError {
  /// Whether only this answer failed: the backend can be asked again.
  fileprivate var concernsOneAnswer: Bool {
    switch self {
    case .emptyAnswer, .responseTooLarge: true
    default: false
    }
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

  /// The writer refused to write, for a reason of its own.
  static func refused(_ reason: String) -> Violation {
    Violation(gate: .schema, field: "draft", action: .reject, message: reason)
  }

  /// The backend failed.
  static func backendFailed(_ error: LLMError) -> Violation {
    Violation(gate: .schema, field: "draft", action: .reject, message: error.sentence)
  }
}
