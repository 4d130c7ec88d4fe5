import LanguageModels

/// What happens while a test is being generated.
public enum GenerationEvent: Sendable {
  /// A slot moved on.
  case slot(index: Int, SlotProgress)
  /// A piece of a slot's draft arrived.
  case text(slot: Int, String)
  /// What the generation has cost until now.
  case stats(GenerationStats)
  /// Every slot is accepted or missing.
  case ended(TestStatus)
  /// The generation can't go on; what was accepted is kept, the rest can be resumed.
  case stopped(any ReportableError)
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
