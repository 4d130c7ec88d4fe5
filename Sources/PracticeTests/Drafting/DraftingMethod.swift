/// How a model is asked for a draft.
public enum DraftingMethod: String, Sendable, Hashable, Codable, CaseIterable {
  /// In small requests with worked examples, about a subject that code has chosen: what small models can do.
  case staged
  /// In one request for the whole draft: for models that measure better with it.
  case oneShot = "one-shot"
}
