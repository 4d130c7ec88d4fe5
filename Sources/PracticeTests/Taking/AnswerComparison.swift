/// A written answer beside one that is right. Both are read alike: as formulas where one of them is.
struct AnswerComparison {
  private let given: WrittenAnswer
  private let key: WrittenAnswer
  private let differsInUnit: Bool

  /// Compares an answer with one that is right.
  init(_ given: String, _ key: String) {
    let isFormula = WrittenAnswer.isFormula(given) || WrittenAnswer.isFormula(key)
    self.given = WrittenAnswer(given, isFormula: isFormula)
    self.key = WrittenAnswer(key, isFormula: isFormula)
    differsInUnit = UnitCase.differs(given, key)
  }

  /// Whether the answer says the same.
  var isRight: Bool { (key == given || key.isMeasure(near: given)) && !differsInUnit }

  /// Whether the answer is one typing error away.
  var isTypo: Bool { key.isOneTypoAway(from: given) }
}
