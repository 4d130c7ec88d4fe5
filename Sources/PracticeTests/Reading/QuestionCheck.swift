/// Checks questions that were brought, with the gates that every question passes: those about the question alone, about
/// all questions of a text, and, where notes are given, about the passage that fits best.
public struct QuestionCheck: Sendable {
  /// A question, and what the gates say about it.
  public struct Checked: Sendable, Hashable {
    /// The question as it was read.
    public var question: QuestionReading.Read
    /// What was found, in the order of the gates; last what it gives away of others of its text.
    public var violations: [Violation]
    /// The question with everything mended that code can mend.
    public var item: Item

    /// Whether the question can be kept.
    public var passes: Bool { violations.allSatisfy(\.isKept) }
  }

  private let notes: PassageFinder?

  /// Takes the notes that the questions are about; `nil` where there are none.
  public init(notes: NoteDocument?) {
    self.notes = notes.map { PassageFinder($0.passages) }
  }

  /// Checks the questions of a text.
  public func check(_ reading: QuestionReading) -> [Checked] {
    var known = DuplicateIndex()
    var checked: [Checked] = []
    for (index, question) in reading.questions.enumerated() {
      let passage = notes?.passage(for: question.item)
      let context = GateContext(
        passage: passage, topic: passage?.topic, requiresGrounding: false)
      let report = Gates.check(question.item, context)
      var violations = report.violations
      if let violation = known.violation(of: question.item) { violations.append(violation) }
      known.insert(question.item, id: String(index))
      checked.append(Checked(question: question, violations: violations, item: report.item))
    }
    let cues = CrossCues(reading.questions.map(\.item))
    for index in checked.indices {
      if let violation = cues.violation(of: index) { checked[index].violations.append(violation) }
    }
    return checked
  }
}
