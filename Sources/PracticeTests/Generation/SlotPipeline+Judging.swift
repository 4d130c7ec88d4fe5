import LanguageModels

extension SlotPipeline {
  /// What is wrong with a draft; empty when it was kept as a question.
  func refusal(of written: Written, _ work: inout Work) async throws -> [Violation] {
    let slot = work.assignment.slot
    let ownWords = written.origin == .model ? written.method.ownWords(slot, written.passage) : ""
    switch written.reading.judged(for: slot, in: written.passage, ownWords: ownWords) {
    case .failure(let faults): return faults.violations
    case .success(let report): return try await refusal(of: report, written, &work)
    }
  }

  private func refusal(of checked: GateReport, _ written: Written, _ work: inout Work) async throws -> [Violation] {
    let slot = work.assignment.slot
    guard checked.passes else { return checked.violations.filter { !$0.isKept } }
    guard let grounding = passages.grounding(of: checked.item.evidence ?? "", in: written.passage) else {
      return [.evidenceMissing]
    }
    // Before any more time is spent on it.
    if let repetition = try await desk.repetition(in: checked.item) { return [repetition] }
    let verified: Bool?
    switch try await verdict(on: checked.item, written, &work) {
    case .confirmed: verified = true
    case .unknown: verified = nil
    case .refuted(let finding):
      work.refutations += 1
      return [.refuted(finding)]
    }
    if verified == true, let answer = written.response { await drafting.note(answer) }
    if verified == nil, checked.item.format != .explanation, written.origin == .model, settings.verifies,
      settings.unverified == .builtIn
    {
      work.refutations = Self.maxRefutations
      return [.notVerified]
    }
    let provenance = Provenance(
      origin: written.origin, backend: written.response?.backend ?? LLMBackendConfig.mock.id,
      model: written.response?.model ?? MockLLMBackend.model, attempts: work.stats.drafts, verified: verified)
    let candidate = Candidate(
      item: checked.item, topic: written.passage.topic, grounding: grounding, provenance: provenance,
      bloom: written.bloom)
    return try await desk.offer(candidate, for: slot).map { [$0] } ?? []
  }

  /// Whether the model that wrote a question finds its key again, where it may verify.
  private func verdict(on item: Item, _ written: Written, _ work: inout Work) async throws -> Verdict {
    guard written.origin == .model, item.format != .explanation, let answer = written.response else { return .unknown }
    do {
      guard let verifier = try await verification.verifier(for: answer) else { return .unknown }
      report(.slot(index: work.assignment.slot.index, .verifying))
      let result = try await verifier.verify(item, passage: written.passage)
      work.stats.add(result.usage)
      work.stats.repairedAnswers += result.repairedAnswers
      work.requests += result.requests
      return result.verdict
    } catch let error as LLMError where allowsFallback || error.concernsOneSlot {
      return .unknown
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

  /// Answered with the key hidden, the question has another answer.
  static func refuted(_ finding: String) -> Violation {
    Violation(
      gate: .verification, field: "correctAnswer", action: .repair,
      message: "Answered from the passage with the key hidden, \(finding): write a question that only its key answers.")
  }

  /// The model can't verify, and the settings keep no question that is not verified.
  static let notVerified = Violation(
    gate: .verification, field: "correctAnswer", action: .reject, message: "The model is too weak to check itself.")
}
