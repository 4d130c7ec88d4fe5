/// What a draft in stages is about.
enum DraftSubject: Sendable, Hashable {
  /// An answer that code has chosen.
  case target(DraftTarget)
  /// A sentence that code has chosen; the model chooses the answer in it.
  case sentence(AskableSentence)
  /// The whole passage: for an explanation.
  case passage

  /// The passage that it stands in, where that may be another than the slot's own.
  var passageID: String? {
    switch self {
    case .target(let target): target.passageID
    case .sentence(let sentence): sentence.passageID
    case .passage: nil
    }
  }

  /// How the model is asked.
  var method: DraftingMethod {
    if case .sentence = self { .open } else { .staged }
  }
}
