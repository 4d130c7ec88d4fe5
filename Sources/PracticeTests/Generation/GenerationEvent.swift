/// What happens while a test is being generated.
public enum GenerationEvent: Sendable, Hashable {
  /// The generation has the test, which stands so.
  case began(StoredTest)
  /// A slot moved on.
  case slot(index: Int, SlotProgress)
  /// A piece of a slot's draft arrived.
  case text(slot: Int, String)
  /// A model is being measured: questions of the set that it has answered, of how many.
  case calibrating(done: Int, of: Int)
  /// A model has been measured.
  case calibrated(model: String, Calibration)
  /// It is being measured how a model is best asked: drafts that were tried, of how many at the most.
  case measuringDrafting(done: Int, of: Int)
  /// It is known how a model is best asked.
  case draftingMeasured(model: String, DraftingCalibration)
  /// What the generation has cost until now.
  case stats(GenerationStats)
}

/// Where a slot stands.
public enum SlotProgress: Sendable, Hashable {
  case queued
  case drafting(attempt: Int)
  case checking
  case verifying
  case repairing(attempt: Int, violations: [Violation])
  case accepted(Question)
  case missing([Violation])
}
