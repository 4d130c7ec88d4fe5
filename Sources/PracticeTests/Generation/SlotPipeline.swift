import LanguageModels

/// Fills one slot: draft, gates, verification, repair with the violations, and at the end the built-in writer.
struct SlotPipeline: Sendable {
  /// The most drafts that are asked of a model for one slot.
  static let maxDrafts = 5
  /// Requests to a model after which no further draft of a slot is begun: stages, their repairs, and votes on keys.
  static let maxRequests = 12
  /// How often a model's own verification may refute its drafts before the built-in writer takes over.
  static let maxRefutations = 2

  /// Writes the drafts, and verifies them.
  var service: LocalLLMService
  /// Writes them when the model can't.
  var builtIn: BuiltInWriter
  /// What questions are grounded in.
  var passages: GroundedPassages
  var settings: GenerationSettings
  /// Whether the backends of `backend.fallback` stand in, in their order, for one that is gone.
  var allowsFallback: Bool
  /// Where questions are kept.
  var desk: AcceptanceDesk
  /// Who may verify.
  var verification: VerificationDesk
  /// How models are asked.
  var drafting: DraftingDesk
  /// What the notes say of the terms of a passage elsewhere.
  var neighbours: Neighbours
  /// What the models that write can hold.
  var windows: ModelWindows
  /// Told how the slot moves on.
  var report: @Sendable (GenerationEvent) -> Void

  /// A question that passed the gates of a single item, not yet kept.
  struct Candidate: Sendable {
    var item: Item
    /// Where its passage belongs: to the slot's topic, unless that had nothing more to ask about.
    var topic: String
    var grounding: Grounding
    var provenance: Provenance
    var bloom: BloomLevel
  }

  /// How a slot ended, and what that cost.
  struct Outcome: Sendable {
    /// `nil` when the slot was filled.
    var missing: [Violation]?
    var stats: GenerationStats
  }

  /// What is known of a slot while it is worked on.
  struct Work: Sendable {
    var assignment: SlotAssignment
    var stats = GenerationStats()
    /// What was wrong with the draft before the last, and with the last: that may only say that nothing is left to write.
    var faults: (before: [Violation], last: [Violation]) = ([], [])
    /// Requests to a model until now.
    var requests = 0
    /// Drafts that a model refuted itself.
    var refutations = 0
  }

  /// What was written for a slot, and by whom.
  struct Written: Sendable {
    var reading: DraftReading
    /// What it is grounded in.
    var passage: Passage
    var origin: Provenance.Origin
    /// How a model was asked.
    var method = DraftingMethod.oneShot
    /// The level that was really asked for.
    var bloom = BloomLevel.remember
    /// The answer of a model.
    var response: LLMResponse?
    /// There is no use in asking for another.
    var isLast = false
  }

  private enum Ending: Equatable {
    case kept
    /// The one who wrote has no more to give.
    case gaveUp(Provenance.Origin)
  }

  /// Fills a slot.
  ///
  /// - Throws: `LLMError` when the backend is gone and no fallback is allowed, a `LibraryError`, or `CancellationError`.
  func fill(_ slot: QuestionSlot) async throws -> Outcome {
    guard let passage = passages[slot.passageID] else {
      return Outcome(missing: [.passageGone], stats: GenerationStats())
    }
    let method = try await drafting.method()
    var work = Work(assignment: SlotAssignment(slot: slot, passage: passage, method: method, builtIn: builtIn))
    var ending = try await write(&work, by: ask)
    // Where the built-in writer stood in for a backend midway, it has not begun with its first candidate.
    if ending == .gaveUp(.model) || ending == .gaveUp(.builtin) && work.requests > 0 {
      work.stats.fallbacks += 1
      ending = try await write(&work) { work in writeBuiltIn(work.assignment) }
    }
    return Outcome(missing: ending == .kept ? nil : work.faults.before + work.faults.last, stats: work.stats)
  }

  /// Has one writer write until a question is kept or the writer gives up.
  private func write(_ work: inout Work, by writer: (inout Work) async throws -> Written) async throws -> Ending {
    let index = work.assignment.slot.index
    work.assignment.attempt = 0
    while true {
      try Task.checkCancellation()
      report(.slot(index: index, work.assignment.progress))
      work.stats.drafts += 1
      let written = try await writer(&work)
      report(.slot(index: index, .checking))
      let violations = try await refusal(of: written, &work)
      guard !violations.isEmpty else { return .kept }
      work.faults = (work.faults.last, violations)
      work.assignment.goOn(after: violations)
      guard !written.isLast, written.origin == .builtin || !work.isSpent else { return .gaveUp(written.origin) }
      work.stats.repairs += 1
    }
  }

  // MARK: - Writing

  private func ask(_ work: inout Work) async throws -> Written {
    work.assignment.answers = await desk.answers
    var assignment = work.assignment
    if let id = assignment.subject?.passageID, let passage = passages[id] { assignment.passage = passage }
    assignment.neighbours = neighbours.sentences(for: assignment.passage)
    do {
      let answer = try await draft(assignment)
      if let usage = answer.response?.usage { work.stats.add(usage) }
      work.stats.repairedAnswers += answer.repairedAnswers
      guard answer.response?.kind != .mock else {
        return Written(
          reading: answer.reading, passage: builtInPassage(assignment), origin: .builtin, response: answer.response,
          isLast: answer.reading.isRefusal)
      }
      work.requests += answer.requests
      return Written(
        reading: answer.reading, passage: assignment.passage, origin: .model, method: answer.method,
        bloom: Self.bloom(of: answer, assignment.slot), response: answer.response, isLast: answer.response == nil)
    } catch let error as LLMError where allowsFallback || error.concernsOneSlot {
      return Written(
        reading: .unreadable([.backendFailed(error)]), passage: assignment.passage, origin: .model,
        isLast: !error.concernsOneAnswer)
    }
  }

  /// A draft of the selected backend; where that may be replaced and is gone, of the first that stands in for it.
  private func draft(_ assignment: SlotAssignment) async throws -> SlotAnswer {
    let index = assignment.slot.index
    let tell: @Sendable (String) -> Void = { [report] in report(.text(slot: index, $0)) }
    func ask(_ backend: String) async throws -> SlotAnswer {
      var assignment = assignment
      assignment.window = await windows.window(of: backend)
      return try await service.generateQuestionForSlot(assignment, backend: backend, onText: tell)
    }
    return allowsFallback ? try await service.withFallback(ask) : try await ask(service.selected.id)
  }

  /// A question about what one fact says is no deeper than that, whatever was planned.
  private static func bloom(of answer: SlotAnswer, _ slot: QuestionSlot) -> BloomLevel {
    let isAboutOneFact = answer.method != .oneShot && slot.format != .explanation
    return isAboutOneFact ? min(slot.bloom, .understand) : slot.bloom
  }

  private func writeBuiltIn(_ assignment: SlotAssignment) -> Written {
    guard let written = builtIn.draft(for: assignment.slot, attempt: assignment.attempt) else {
      return Written(
        reading: .refusal(builtIn.reasonForNone(assignment.slot)), passage: assignment.passage, origin: .builtin,
        isLast: true)
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
}

extension SlotPipeline.Work {
  /// Whether a model has had its chances.
  fileprivate var isSpent: Bool {
    assignment.attempt >= SlotPipeline.maxDrafts || requests >= SlotPipeline.maxRequests
      || refutations >= SlotPipeline.maxRefutations
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
  var concernsOneAnswer: Bool {
    switch self {
    case .emptyAnswer, .responseTooLarge: true
    default: false
    }
  }

  /// Whether nothing is wrong with the backend, but with what was asked of it.
  var concernsOneSlot: Bool {
    if case .contextExceeded = self { true } else { concernsOneAnswer }
  }
}
