/// Decides whether an answer is right.
public enum Grading {
  /// Grades an answer: choices by the key; written answers by what they say, never in silence where it is unclear.
  ///
  /// A written answer that says what the key or an accepted answer says is right, and so is a measured decimal within
  /// one per cent of it. One typing error away in a word of five letters or more it is ``Outcome/close``, for the student
  /// to decide. Where the key is a sentence, other words may say the same, and no fixed rule tells: an answer is
  /// ``Outcome/ungraded`` then, unless the key has numbers and it has another. An explanation is right when it holds
  /// half of what the key points say; else it is ungraded too: the student compares it with the model answer.
  ///
  /// - Parameter terms: other terms of the course: who writes one of them means it, and made no typing error.
  public static func grade(_ item: Item, _ answer: Answer?, amongTerms terms: [String] = []) -> Outcome {
    switch answer {
    case nil:
      return .wrong
    case .choice(let index):
      return index == item.correctIndex ? .right : .wrong
    case .text(let text):
      return item.format == .explanation ? gradeExplanation(text, item) : gradeWritten(text, item, terms)
    }
  }

  private static func gradeWritten(_ text: String, _ item: Item, _ terms: [String]) -> Outcome {
    let given = WrittenAnswer(text)
    let right = [item.correctAnswer] + item.acceptedAnswers
    // A key of nothing but symbols, such as "&&", says nothing that could be folded.
    guard !given.words.isEmpty else { return right.contains(text) && !text.isBlank ? .right : .wrong }
    let comparisons = right.map { AnswerComparison(text, $0) }
    if comparisons.contains(where: \.isRight) { return .right }
    if comparisons.contains(where: \.isTypo) {
      return terms.contains { WrittenAnswer($0) == given } ? .wrong : .close
    }
    let mayRestate = item.isAnsweredInSentences && given.mayRestate(right.map { WrittenAnswer($0) })
    return mayRestate ? .ungraded : .wrong
  }

  /// Word overlap may accept an explanation, never refuse it; where one side negates and the other does not, the overlap
  /// says nothing.
  private static func gradeExplanation(_ text: String, _ item: Item) -> Outcome {
    guard !text.isBlank else { return .wrong }
    let points = item.keyPoints.isEmpty ? item.correctAnswer : item.keyPoints.joined(separator: " ")
    let (wanted, given) = (Words.contentStems(points), Words.contentStems(text))
    let recall = Double(wanted.intersection(given).count) / Double(max(1, wanted.count))
    let isNegated = Negation.count(in: text) > 0
    return recall >= 0.5 && isNegated == (Negation.count(in: "\(points) \(item.correctAnswer)") > 0)
      ? .right : .ungraded
  }
}
