/// The text of an answer as it grows, with reasoning kept apart, and a model that writes white space for ever found out.
struct AnswerText: Sendable {
  /// White space in a row after which a model counts as stuck.
  private static let longestBlank = 400

  /// The answer so far.
  private(set) var text = ""
  /// Whether the model has gone over to writing nothing but white space.
  private(set) var isStuck = false

  private var splitter = ReasoningSplitter()
  private var blankRun = 0

  /// Takes the next piece of content, and returns what it adds to the answer.
  mutating func add(_ content: String) -> [LLMDelta] {
    note(splitter.feed(content))
  }

  /// Ends the answer, and returns what was still held back.
  ///
  /// - Throws: ``LLMError/emptyAnswer``.
  mutating func finish() throws(LLMError) -> [LLMDelta] {
    let deltas = note(splitter.finish())
    guard text.contains(where: { !$0.isWhitespace }) else { throw .emptyAnswer }
    return deltas
  }

  private mutating func note(_ deltas: [LLMDelta]) -> [LLMDelta] {
    for case .text(let piece) in deltas {
      text += piece
      let trailing = piece.reversed().prefix(while: \.isWhitespace).count
      blankRun = trailing == piece.count ? blankRun + trailing : trailing
      if blankRun > Self.longestBlank { isStuck = true }
    }
    return deltas
  }
}
