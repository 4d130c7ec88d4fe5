/// Where finished slots are kept, one at a time: no two of them can be duplicates of each other, or of any other question
/// of the course.
actor AcceptanceDesk {
  /// What the questions are for.
  enum Purpose: Sendable, Hashable {
    /// The open slots of a test.
    case openSlots
    /// The place of a question.
    case replacing(Question)
    /// A new slot at the end of the test.
    case another
  }

  private let library: Library
  private let test: StoredTest
  private let lease: Lease
  private let purpose: Purpose
  private let newID: @Sendable () -> String
  private let report: @Sendable (GenerationEvent) -> Void
  private var stats = GenerationStats()
  /// What the test's questions ask for.
  private var facts: Set<AskedFact>

  /// Opens the desk for a test.
  init(
    library: Library, test: StoredTest, lease: Lease, purpose: Purpose = .openSlots,
    newID: @escaping @Sendable () -> String, report: @escaping @Sendable (GenerationEvent) -> Void
  ) {
    self.library = library
    self.test = test
    self.lease = lease
    self.purpose = purpose
    self.newID = newID
    self.report = report
    let others = test.questions.filter { question in
      if case .replacing(let old) = purpose { question.id != old.id } else { true }
    }
    facts = Set(others.compactMap { AskedFact($0.item) })
  }

  /// The names and terms that the test asks for already, as answers are compared.
  var answers: Set<String> { Set(facts.filter(\.isName).map(\.key)) }

  /// What a question repeats, if it was asked before.
  func repetition(in item: Item) throws -> Violation? {
    let isRepeated = try AskedFact(item).map(facts.contains) == true || library.isRepeated(item, in: test.course)
    return isRepeated ? .askedBefore : nil
  }

  /// Keeps a question, unless it was asked before.
  func offer(_ candidate: SlotPipeline.Candidate, for slot: QuestionSlot) throws -> Violation? {
    let question = Question(
      id: newID(), item: candidate.item, topic: candidate.topic, bloom: candidate.bloom, difficulty: slot.difficulty,
      template: slot.template, grounding: candidate.grounding, provenance: candidate.provenance)
    let fact = AskedFact(question.item)
    if let fact, facts.contains(fact) { return .askedBefore }
    switch try accept(question, slot) {
    case .overtaken: throw GenerationError.overtaken
    case .repeats: return .askedBefore
    case .kept:
      if let fact { facts.insert(fact) }
      report(.slot(index: slot.index, .accepted(question)))
      return nil
    }
  }

  private func accept(_ question: Question, _ slot: QuestionSlot) throws -> Acceptance {
    switch purpose {
    case .openSlots:
      try library.accept(
        question, slot: slot.index, generation: test.slots[slot.index].generation, lease: lease)
    case .replacing(let old): try library.replace(old, by: question, slot: slot.index, lease: lease)
    case .another: try library.append(question, slot: slot, lease: lease)
    }
  }

  /// Notes how a slot ended, and what it cost.
  func close(_ slot: QuestionSlot, _ outcome: SlotPipeline.Outcome) throws {
    if let missing = outcome.missing, purpose == .openSlots {
      let generation = test.slots[slot.index].generation
      guard try library.markMissing(missing, slot: slot.index, generation: generation, lease: lease) else {
        throw GenerationError.overtaken
      }
      report(.slot(index: slot.index, .missing(missing)))
    }
    try library.addStats(outcome.stats, test: test.id)
    stats += outcome.stats
    report(.stats(stats))
  }
}
