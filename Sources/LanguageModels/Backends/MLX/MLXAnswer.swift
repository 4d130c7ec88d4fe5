/// The answer to a request, as it grows.
struct MLXAnswer: Sendable {
  /// Why the model stopped.
  private(set) var finishReason = LLMResponse.FinishReason.length
  /// What the worker counted.
  private(set) var usage = LLMUsage()

  private var answer = AnswerText()

  /// The answer so far, without reasoning.
  var text: String { answer.text }

  /// Takes what the worker says.
  ///
  /// - Returns: whether the answer is whole, or nothing more than white space will come.
  /// - Throws: ``LLMError/emptyAnswer``.
  mutating func take(_ event: MLXEvent, onDelta: (LLMDelta) -> Void) throws(LLMError) -> Bool {
    switch event {
    case .delta(let piece):
      answer.add(piece).forEach(onDelta)
      return answer.isStuck
    case .done(let reason, let counted):
      try answer.finish().forEach(onDelta)
      (finishReason, usage) = (reason, counted)
      return true
    default: return false
    }
  }
}
