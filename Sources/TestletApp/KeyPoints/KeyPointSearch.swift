import LanguageModels
import PracticeTests

/// A written answer to a question, on whichever screen it is shown.
struct GivenAnswer: Hashable, Sendable {
  let questionID: String
  let revision: Int
  let text: String

  /// The answer of a response; `nil` where it is not a written one.
  init?(_ question: Question, _ response: Response) {
    guard case .text(let text) = response.answer else { return nil }
    (questionID, revision, self.text) = (question.id, question.revision, text)
  }
}

/// How far a model is in looking for the key points of an answer.
enum KeyPointSearch: Equatable, Sendable {
  /// The model is named as soon as it is known.
  case running(by: ModelSignature?)
  case ended(KeyPointGrading)
  /// It came to nothing, for a reason in one sentence.
  case failed(String)
}

extension AppState {
  /// What is known of the key points in an answer.
  func keyPointSearch(of question: Question, _ response: Response) -> KeyPointSearch? {
    GivenAnswer(question, response).flatMap { keyPoints[$0] }
  }

  /// Has a model look for the key points of an answer on the screen that only the student can grade; what it has found
  /// before is taken over.
  mutating func lookForKeyPoints(_ question: Question, _ response: Response) -> [AppEffect] {
    guard KeyPointGrader.isWanted(question.item, response), let answer = GivenAnswer(question, response) else {
      return []
    }
    switch keyPoints[answer] {
    case .running?: return []
    case .ended(let grading)?: return takeOver(grading, answer)
    // What came to nothing is tried again.
    case .failed?, nil: break
    }
    let author = backends.author(of: .studyQuestions)
    // Nobody is asked to agree to a host for it.
    guard backends.modelHindrance == nil, author != nil || backends.hostToAgreeTo == nil else { return [] }
    keyPoints[answer] = .running(by: author)
    return [.tutoring(.findKeyPoints(answer, question.item))]
  }

  /// Takes in what came of looking; `nil` where nobody can look.
  mutating func updateKeyPoints(_ answer: GivenAnswer, _ search: KeyPointSearch?) -> [AppEffect] {
    keyPoints[answer] = search
    guard case .ended(let grading)? = search else { return [] }
    return takeOver(grading, answer)
  }

  /// An answer with every key point is right, until the student says otherwise; all else is for them to decide.
  private mutating func takeOver(_ grading: KeyPointGrading, _ answer: GivenAnswer) -> [AppEffect] {
    guard grading.isFull else { return [] }
    var effects: [AppEffect] = []
    if let position = taking?.attempt.items.firstIndex(where: { $0.isUngraded(answer) }) {
      effects += updateTaking(.keyPointsFound(position))
    }
    if let asked = review?.asked, asked.response.outcome == .ungraded,
      GivenAnswer(asked.item.question, asked.response) == answer
    {
      effects += updateReview(.keyPointsFound)
    }
    if let results, let position = results.attempt.items.firstIndex(where: { $0.isUngraded(answer) }) {
      effects.append(.taking(.regrade(attemptID: results.attempt.id, position: position, .modelGradedRight)))
    }
    return effects
  }
}

extension AttemptItem {
  /// Whether it has this answer, and only the student can grade it.
  fileprivate func isUngraded(_ answer: GivenAnswer) -> Bool {
    response.outcome == .ungraded && GivenAnswer(question, response) == answer
  }
}
