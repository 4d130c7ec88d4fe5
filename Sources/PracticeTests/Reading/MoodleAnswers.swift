/// The answers of a question in Moodle's XML.
struct MoodleAnswers {
  private let question: XMLTree.Element
  private let answers: [(text: MoodleText, fraction: Double, element: XMLTree.Element)]

  init(_ question: XMLTree.Element) {
    self.question = question
    answers = question.all("answer").map { answer in
      (MoodleText(answer), Double(answer.attributes["fraction"] ?? "") ?? 0, answer)
    }
  }

  /// What is told after the right answer: it explains the answer, where nothing else does.
  var explanation: String? {
    answers.first { $0.fraction == 100 }?.element.first("feedback").flatMap {
      WrittenQuestion.explanation(MoodleText($0).text)
    }
  }

  /// Gives a question its options or its answers.
  func fill(_ written: inout WrittenQuestion, type: String) throws(Doubt) {
    if answers.contains(where: { $0.text.hasMedia }) { throw Doubt("An answer shows more than text.") }
    switch type {
    case "multichoice":
      if answers.count(where: { $0.fraction > 0 }) == 1 { _ = try wholly() }
      written.options = answers.map { .init(text: $0.text.text, isMarked: $0.fraction > 0) }
    case "truefalse":
      guard let right = answers.first(where: { $0.fraction > 0 }) else { throw Doubt("No answer is given.") }
      guard let isTrue = WrittenQuestion.truth(right.text.text) else {
        throw Doubt("The answer is neither true nor false.")
      }
      written.answers = [.bool(isTrue)]
    case "shortanswer": try written.answerInWriting(wholly())
    case "numerical":
      guard answers.allSatisfy({ Double($0.element.first("tolerance")?.text ?? "0") == 0 }) else {
        throw Doubt("A range of numbers can't be read.")
      }
      try written.answerInWriting(wholly())
    case "essay":
      let model = ModelAnswer.parts(of: question.first("graderinfo").map { MoodleText($0).text } ?? "")
      guard !model.answer.isEmpty else { throw Doubt("The essay question gives no answer to check.") }
      written.format = .explanation
      written.answers = [.text(model.answer)]
      written.keyPoints = model.keyPoints
    default: throw Doubt("Questions of the type \"\(type.shortened)\" can't be read.")
    }
  }

  /// The answers that are right; those that are wrong only carry feedback.
  private func wholly() throws(Doubt) -> [String] {
    let right = answers.filter { $0.fraction > 0 }
    guard right.allSatisfy({ $0.fraction == 100 }) else { throw Doubt("An answer is right only in part.") }
    return right.map { $0.text.text }
  }
}
