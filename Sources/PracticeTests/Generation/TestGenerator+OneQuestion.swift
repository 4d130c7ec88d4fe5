import LanguageModels

extension TestGenerator {
  /// Makes a new question for a slot in the place of the one that it has: about something else, in the same format and
  /// of the same topic where the notes have more of it. The old one leaves the test, and is not made again for the
  /// course; sittings keep what they showed. Where no other can be made, all stays as it is.
  ///
  /// - Throws: ``GenerationError``, ``LibraryError``, `LLMError`, or `CancellationError`.
  public func replace(
    _ slot: Int, of testID: String, allowsFallback: Bool = false,
    report: @escaping @Sendable (GenerationEvent) -> Void
  ) async throws -> Question {
    try await make(in: testID, allowsFallback, report) { test in
      let (slot, question) = try Self.filled(slot, of: test)
      return (slot, .replacing(question))
    }
  }

  /// Makes one more question of the topic, format and difficulty of a slot, in a new slot at the end of the test. Where
  /// none can be made, the test stays as it is.
  ///
  /// - Throws: ``GenerationError``, ``LibraryError``, `LLMError`, or `CancellationError`.
  public func another(
    like slot: Int, in testID: String, allowsFallback: Bool = false,
    report: @escaping @Sendable (GenerationEvent) -> Void
  ) async throws -> Question {
    try await make(in: testID, allowsFallback, report) { test in
      let (slot, _) = try Self.filled(slot, of: test)
      guard test.slots.count < TestRequest.countRange.upperBound else { throw GenerationError.full }
      return (test.blueprint.slot(like: slot), .another)
    }
  }

  private static func filled(_ slot: Int, of test: StoredTest) throws -> (QuestionSlot, Question) {
    guard test.slots.indices.contains(slot), case .accepted(let question) = test.slots[slot].state else {
      throw GenerationError.noQuestion
    }
    guard question.provenance.origin != .imported else { throw GenerationError.brought }
    return (test.slots[slot].slot, question)
  }

  private func make(
    in testID: String, _ allowsFallback: Bool, _ report: @escaping @Sendable (GenerationEvent) -> Void,
    _ choose: (StoredTest) throws -> (QuestionSlot, AcceptanceDesk.Purpose)
  ) async throws -> Question {
    let made = try await library.withLease(test: testID) { lease in
      var test = try library.test(testID)
      test.allowsFallback = test.allowsFallback || allowsFallback
      let (slot, purpose) = try choose(test)
      let material = try library.material(of: test)
      // Whatever the test asks already, and what the student had replaced, is not asked in other words.
      let known = try test.questions + library.replacedQuestions(course: test.course)
      let builtIn = try await builtInWriter(
        for: test, material, slots: [slot], besides: Set(known.compactMap(\.grounding?.quote)))
      let desk = AcceptanceDesk(
        library: library, test: test, lease: lease, purpose: purpose, newID: newID, report: report)
      let outcome = try await pipeline(of: test, material, builtIn, desk, report).fill(slot)
      try await desk.close(slot, outcome)
      if let missing = outcome.missing { throw GenerationError.noneMade(missing.last?.message ?? "") }
      try library.finish(lease)
      return try Self.filled(slot.index, of: library.test(testID)).1
    }
    guard let made else { throw GenerationError.busy }
    return made
  }
}

extension TestBlueprint {
  /// A new slot behind the others, like one of them; its key goes where the fewest are.
  func slot(like model: QuestionSlot) -> QuestionSlot {
    var slot = model
    slot.index = slots.count
    let positions = model.format == .trueFalse ? 2 : model.format == .multipleChoice ? model.choices : 1
    let taken = slots.filter { $0.format == model.format }.map(\.keyPosition)
    slot.keyPosition = (0..<positions).min { a, b in taken.count { $0 == a } < taken.count { $0 == b } } ?? 0
    return slot
  }
}
