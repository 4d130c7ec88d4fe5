import GRDB

/// Other terms of a course, which look like typing errors.
extension Library {
  /// A grade as it is kept: an answer that looks like a typing error is wrong where it is another term of the course of
  /// its question.
  func settled(
    _ outcome: Outcome, _ answer: Answer?, to question: Question, _ database: Database
  ) throws -> Outcome {
    guard outcome == .close, case .text(let text) = answer else { return outcome }
    let terms = try terms(like: text, inCourseOf: question.id, database)
    return Grading.grade(question.item, answer, amongTerms: terms)
  }

  /// The same for a question of a sitting.
  ///
  /// - Parameter answer: the answer; `nil` for the one that is kept.
  func settled(
    _ outcome: Outcome, _ answer: Answer? = nil, attempt id: String, _ position: Int, _ database: Database
  ) throws -> Outcome {
    guard outcome == .close, let shown = try shown(attempt: id, position, database) else { return outcome }
    return try settled(outcome, answer ?? shown.response.answer, to: shown.question, database)
  }

  /// A key or an option of the course of a question that says what a text says, where there is one. It is looked up by
  /// its words, so that the number of questions hardly matters.
  private func terms(like text: String, inCourseOf id: String, _ database: Database) throws -> [String] {
    let given = WrittenAnswer(text)
    // Quoted, so that nothing typed is taken for the index's own language.
    let words = given.words.filter { $0.contains { $0.isLetter || $0.isNumber } }.map { "\"\($0)\"" }
    guard !words.isEmpty else { return [] }
    let found = try String.fetchCursor(
      database,
      sql: """
        SELECT bankEntry.answers FROM bankSearch CROSS JOIN bankEntry ON number = bankSearch.rowid
        WHERE bankSearch MATCH ? AND bankEntry.course = (SELECT course FROM bankEntry WHERE questionID = ?)
        """, arguments: ["answers : (\(words.joined(separator: " ")))", id])
    while let answers = try found.next() {
      let term = answers.split(separator: "\n").first { line in
        abs(line.utf8.count - text.utf8.count) <= Self.mostBytesBeside && WrittenAnswer(String(line)) == given
      }
      if let term { return [String(term)] }
    }
    return []
  }

  /// How much articles, spaces and punctuation may add to a term.
  private static let mostBytesBeside = 16
}
