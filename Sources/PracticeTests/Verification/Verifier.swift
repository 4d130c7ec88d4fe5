import LanguageModels

/// Has a model answer a question from its passage with the key hidden, several times under different orders.
package struct Verifier: Sendable {
  let service: LocalLLMService
  /// The backend that answers.
  let backend: String
  /// How often each question is answered; at least 2.
  let votes: Int
  /// What its model can hold.
  var window = ModelWindow.unknown
  /// The model that is measured; `nil` where any answer will do.
  var measured: ModelIdentity?

  /// What came of it, and what it cost.
  package struct Result: Sendable {
    package var verdict: Verdict
    package var usage = LLMUsage()
    package var requests = 0
    /// Answers whose form had to be repaired to read them.
    package var repairedAnswers = 0
  }

  /// Confirmed only where every vote finds the key; the first that does not ends it.
  ///
  /// - Throws: `LLMError`, or `CancellationError`.
  package func verify(_ item: Item, passage: Passage) async throws -> Result {
    var result = Result(verdict: .unknown)
    let questions = VerificationQuestion.questions(item, passage: passage, votes: max(2, votes))
    for (vote, question) in questions.enumerated() {
      result.requests += 1
      var answer: TolerantReading?
      do {
        let request = question.request(vote: vote)
        try await window.check(request)
        let response = try await service.generate(request, backend: backend) { _ in }
        if let measured, await service.identity(of: response) != measured { throw ModelChanged() }
        result.usage = result.usage + response.usage
        answer = TolerantJSON.read(response.text)
      } catch let error as LLMError where error.concernsOneAnswer {}
      let verdict = answer.flatMap(question.verdict)
      if verdict != nil, answer?.repairs.isEmpty == false { result.repairedAnswers += 1 }
      result.verdict = verdict ?? .refuted("the model gave no answer that can be read")
      guard result.verdict == .confirmed else { break }
    }
    return result
  }
}

extension Verifier {
  /// Makes a verifier with a model whose window is not known.
  package init(service: LocalLLMService, backend: String, votes: Int) {
    self.init(service: service, backend: backend, votes: votes, window: .unknown)
  }
}
