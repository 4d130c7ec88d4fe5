/// Where finished slots are kept, one at a time: no two of them can be duplicates of each other.
actor AcceptanceDesk {
  private let library: Library
  private let test: StoredTest
  private let lease: Lease
  private let newID: @Sendable () -> String
  private let report: @Sendable (GenerationEvent) -> Void
  private var asked = DuplicateIndex()
  private var stats = GenerationStats()

  /// Opens the desk for a test, knowing every question of its course.
  init(
    library: Library, test: StoredTest, lease: Lease, newID: @escaping @Sendable () -> String,
    report: @escaping @Sendable (GenerationEvent) -> Void
  ) throws {
    self.library = library
    self.test = test
    self.lease = lease
    self.newID = newID
    self.report = report
    for (id, item) in try library.bank(course: test.course) {
      asked.insert(item, id: id)
    }
  }

  /// What a question repeats, if it was asked before.
  func repetition(in item: Item) -> Violation? { asked.violation(of: item) }

  /// Keeps a question, unless it was asked before.
  func offer(_ candidate: SlotPipeline.Candidate, for slot: QuestionSlot) throws -> Violation? {
    if let violation = repetition(in: candidate.item) { return violation }
    let question = Question(
      id: newID(), item: candidate.item, topic: slot.topic, bloom: candidate.bloom, difficulty: slot.difficulty,
      template: slot.template, grounding: candidate.grounding, provenance: candidate.provenance,
      warnings: candidate.warnings)
    let generation = test.slots[slot.index].generation
    guard try library.accept(question, slot: slot.index, generation: generation, lease: lease) else {
      throw GenerationError.overtaken
    }
    asked.insert(question.item, id: question.id)
    report(.slot(index: slot.index, .accepted(question)))
    return nil
  }

  /// Notes how a slot ended, and what it cost.
  func close(_ slot: QuestionSlot, _ outcome: SlotPipeline.Outcome) throws {
    if let missing = outcome.missing {
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
