import PracticeTests

/// What holds of the questions of a course, however they came into the library.
package struct QuestionSoundness {
  /// Questions that repeat one that was looked at before, whatever their ids are.
  package private(set) var doubled = 0
  /// Questions that do not pass the gates, or whose passage is not among the notes.
  package private(set) var invalid = 0
  private var asked = DuplicateIndex()

  /// Nothing was looked at yet.
  package init() {}

  /// Looks at a question of a test.
  ///
  /// - Parameter passages: those of the notes of its test.
  package mutating func look(at question: Question, in passages: [Passage]) {
    if asked.duplicate(of: question.item) != nil { doubled += 1 }
    asked.insert(question.item, id: question.id)
    if !Self.isValid(question, passages) { invalid += 1 }
  }

  private static func isValid(_ question: Question, _ passages: [Passage]) -> Bool {
    guard let passage = passages.first(where: { $0.id == question.grounding?.passageID }) else { return false }
    return Gates.check(question.item, GateContext(passage: passage, topic: question.topic)).passes
  }
}
