/// Keeps a `<think>` block at the beginning of an answer apart from the answer, wherever the pieces were cut.
struct ReasoningSplitter: Sendable {
  private enum Phase {
    case start
    case reasoning
    case answer
  }

  private static let opening = "<think>"
  private static let closing = "</think>"

  private var phase = Phase.start
  private var pending = ""

  /// Takes the next piece of content, and returns what can already be told apart.
  mutating func feed(_ piece: String) -> [LLMDelta] {
    guard phase != .answer else { return piece.isEmpty ? [] : [.text(piece)] }
    pending += piece
    return phase == .start ? atStart() : inReasoning()
  }

  /// What is left when the stream ends.
  mutating func finish() -> [LLMDelta] {
    defer { pending = "" }
    guard !pending.isEmpty else { return [] }
    return [phase == .reasoning ? .reasoning(pending) : .text(pending)]
  }

  private mutating func atStart() -> [LLMDelta] {
    let trimmed = pending.drop(while: \.isWhitespace)
    if trimmed.hasPrefix(Self.opening) {
      pending = String(trimmed.dropFirst(Self.opening.count))
      phase = .reasoning
      return inReasoning()
    }
    guard !Self.opening.hasPrefix(trimmed) else { return [] }
    phase = .answer
    return take()
  }

  private mutating func inReasoning() -> [LLMDelta] {
    if let end = pending.firstRange(of: Self.closing) {
      let thought = String(pending[..<end.lowerBound])
      pending = String(pending[end.upperBound...])
      phase = .answer
      return (thought.isEmpty ? [] : [.reasoning(thought)]) + take()
    }
    // What may be the beginning of the closing tag waits for the next piece.
    let kept = (1..<Self.closing.count).reversed().first { pending.hasSuffix(Self.closing.prefix($0)) } ?? 0
    let thought = String(pending.dropLast(kept))
    pending = String(pending.suffix(kept))
    return thought.isEmpty ? [] : [.reasoning(thought)]
  }

  private mutating func take() -> [LLMDelta] {
    defer { pending = "" }
    return pending.isEmpty ? [] : [.text(pending)]
  }
}
