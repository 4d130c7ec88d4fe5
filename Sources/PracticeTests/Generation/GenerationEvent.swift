/// What happens while a test is being generated.
public enum GenerationEvent: Sendable, Hashable {
  /// The generation has the test, which stands so.
  case began(StoredTest)
  /// A slot moved on.
  case slot(index: Int, SlotProgress)
  /// A piece of a slot's draft arrived.
  case text(slot: Int, String)
  /// What the generation has cost until now.
  case stats(GenerationStats)
}

/// Where a slot stands.
public enum SlotProgress: Sendable, Hashable {
  case queued
  case drafting(attempt: Int)
  case checking
  case repairing(attempt: Int, violations: [Violation])
  case accepted(Question)
  case missing([Violation])
}
