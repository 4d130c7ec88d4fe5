/// How a model is asked for a draft.
public enum DraftingMethod: String, Sendable, Hashable, Codable, CaseIterable {
  /// In small requests with worked examples, about a subject that code has chosen: what small models can do.
  case staged
  /// In one request for the whole draft: for models that measure better with it.
  case oneShot = "one-shot"
  /// In stages too, but the model chooses the answer in a sentence. Never chosen by itself: a model of 1.5 billion weights
  /// chose well in one sentence of five.
  case open

  /// Our own words in the requests, which a draft must not repeat.
  func ownWords(_ slot: QuestionSlot, _ passage: Passage) -> String {
    switch self {
    case .staged: DraftStage.examples(of: slot.format)
    case .open: "\(DraftStage.choose(among: []).instructions)\n\(DraftStage.examples(of: slot.format))"
    case .oneShot: SlotPrompt(slot: slot, passage: passage).ownWords
    }
  }
}

/// Which way models are asked for drafts.
public enum DraftingChoice: String, Sendable, Hashable, CaseIterable {
  /// The way that was measured to be better with the model; in stages as long as nothing is known.
  case auto
  /// ``DraftingMethod/staged``, whatever was measured.
  case staged
  /// ``DraftingMethod/oneShot``, whatever was measured.
  case oneShot = "one-shot"
  /// ``DraftingMethod/open``, whatever was measured.
  case open

  /// The way that was chosen; `nil` where measuring decides.
  var method: DraftingMethod? { DraftingMethod(rawValue: rawValue) }
}
