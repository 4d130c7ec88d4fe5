extension DraftReading {
  /// What the gates of a single item say of what was written for a slot.
  ///
  /// - Parameter ownWords: what a model's draft must not repeat of our prompts.
  /// - Returns: the report, also of an item that does not pass; the faults of what is no item at all.
  func judged(for slot: QuestionSlot, in passage: Passage, ownWords: String) -> Result<GateReport, DraftFaults> {
    switch self {
    case .unreadable(let violations): .failure(DraftFaults(violations: violations))
    case .refusal(let reason): .failure(DraftFaults(violations: [.refused(reason)]))
    case .draft(let draft, _):
      Items.assemble(draft: draft, slot: slot).map { item in
        Gates.check(item, GateContext(slot: slot, passage: passage, topic: slot.topic, promptText: ownWords))
      }
    }
  }
}
