extension Item {
  /// Terms and names have fewer words.
  private static let wordsOfSentence = 5

  /// Whether it is answered in sentences, which can say the same in many ways: an explanation, or a short answer whose
  /// key is a sentence.
  public var isAnsweredInSentences: Bool {
    switch format {
    case .explanation: true
    case .shortAnswer: WrittenAnswer(correctAnswer).words.count >= Self.wordsOfSentence
    case .multipleChoice, .trueFalse, .cloze: false
    }
  }
}
