import Assets
import LanguageModels

/// Has an explanation said in simpler words, and holds these against it.
public struct ExplanationSimplifier: Sendable {
  private let model: AIAssignment
  private let passage: Passage?

  /// Makes a simplifier with a model that the router picked.
  ///
  /// - Parameter passage: what the question is grounded in; the terms that it sets in bold have to stay.
  public init(model: AIAssignment, passage: Passage?) {
    (self.model, self.passage) = (model, passage)
  }

  /// Says an explanation of a question in simpler words.
  ///
  /// - Throws: `LLMError`, or `CancellationError`.
  @concurrent
  public func simplify(_ explanation: String, of question: Question) async throws -> Simplification {
    let terms = SimplificationCheck.terms(of: question, passage: passage, in: explanation)
    let messages = Self.messages(explanation, keeping: terms)
    let maxTokens = 2 * TokenEstimate.most(of: explanation) + 40
    try await model.window.check(LLMRequest(messages: messages, maxTokens: maxTokens))
    let response = try await model.complete(messages, maxTokens: maxTokens)
    let wording = response.shownText
    guard !wording.isEmpty else { throw LLMError.emptyAnswer }
    let fault =
      response.finishReason == .length
      ? .cutOff : SimplificationCheck.fault(in: wording, of: explanation, keeping: terms)
    return Simplification(
      original: explanation, wording: wording, fault: fault, author: ModelSignature(model, response))
  }

  /// The request: the rules first, which are the same every time.
  static func messages(_ explanation: String, keeping terms: [String]) -> [LLMMessage] {
    let list = terms.isEmpty ? "" : "\n\nTerms to keep: \(PromptFence.line(terms.joined(separator: "; ")))"
    return [
      LLMMessage(.system, Assets.Prompt.simpler),
      LLMMessage(.user, "Explanation:\n\(PromptFence.around(explanation))\(list)"),
    ]
  }
}
