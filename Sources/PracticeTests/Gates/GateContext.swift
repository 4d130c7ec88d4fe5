/// What a gate may know besides the item itself.
public struct GateContext: Sendable {
  /// The slot that the item is for; `nil` for brought questions.
  public var slot: QuestionSlot?
  /// The passage; `nil` for brought questions without notes.
  public var passage: Passage?
  /// The topic.
  public var topic: String?
  /// Our own prompt and examples, for the echo gate.
  public var promptText: String
  /// Whether the item must have evidence and a rationale (brought questions need not).
  public var requiresGrounding: Bool

  /// Makes a context.
  public init(
    slot: QuestionSlot? = nil, passage: Passage? = nil, topic: String? = nil, promptText: String = "",
    requiresGrounding: Bool = true
  ) {
    self.slot = slot
    self.passage = passage
    self.topic = topic
    self.promptText = promptText
    self.requiresGrounding = requiresGrounding
  }
}
