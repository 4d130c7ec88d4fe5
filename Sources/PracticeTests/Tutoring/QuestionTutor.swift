import LanguageModels

/// Answers what a student asks about an answered question, with a model that the router picked.
public struct QuestionTutor: Sendable {
  /// Twice what the rules ask for.
  private static let maxTokens = 256

  private let model: AIAssignment
  private let passage: Passage?

  /// Makes a tutor.
  ///
  /// - Parameter passage: what the question is grounded in; without it the model knows what the question itself says.
  public init(model: AIAssignment, passage: Passage?) {
    (self.model, self.passage) = (model, passage)
  }

  /// Answers; the passage is never cut, but the earliest turns are left out where the model's context can't hold them.
  ///
  /// - Parameter onText: called with each piece of the answer as it arrives.
  /// - Throws: `LLMError`, or `CancellationError`.
  @concurrent
  public func answer(
    _ question: String, in chat: QuestionChat, onText: @escaping @Sendable (String) -> Void
  ) async throws -> ChatAnswer {
    let prompt = ChatPrompt(chat: chat, passage: passage)
    let (messages, forgotten) = try await fitted(prompt, asking: question)
    let response = try await model.complete(messages, maxTokens: Self.maxTokens) { delta in
      if case .text(let piece) = delta { onText(piece) }
    }
    let text = response.shownText
    guard !text.isEmpty else { throw LLMError.emptyAnswer }
    return ChatAnswer(
      question: question, text: text, author: ModelSignature(model, response),
      ending: response.finishReason == .length ? .cutOff : .whole, forgotten: forgotten)
  }

  private func fitted(_ prompt: ChatPrompt, asking question: String) async throws -> ([LLMMessage], forgotten: Int) {
    for count in 0..<prompt.turns {
      let messages = prompt.messages(asking: question, forgetting: count)
      if await model.window.hasRoom(for: LLMRequest(messages: messages, maxTokens: Self.maxTokens)) {
        return (messages, count)
      }
    }
    let messages = prompt.messages(asking: question, forgetting: prompt.turns)
    try await model.window.check(LLMRequest(messages: messages, maxTokens: Self.maxTokens))
    return (messages, prompt.turns)
  }
}

extension LLMResponse {
  /// The answer as it can be shown, without white space around it.
  var shownText: String { String(SafeText.text(text).trimming(\.isWhitespace)) }
}
