import GRDB

extension Library {
  /// The slots of a test in their order, each with what it holds.
  func slots(of id: String, _ database: Database) throws -> [StoredSlot] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT slot.specification, slot.generation, slot.state, slot.violations, questionRevision.content,
          bankEntry.tags
        FROM slot LEFT JOIN questionRevision USING (questionID, revision)
          LEFT JOIN bankEntry ON bankEntry.questionID = slot.questionID
        WHERE testID = ? ORDER BY slot.position
        """, arguments: [id]
    ).map { row in
      let state: StoredSlot.State =
        if let content: String = row["content"] {
          .accepted(try JSONColumn.value(Question.self, content))
        } else if let violations: String = row["violations"] {
          .missing(try JSONColumn.value([Violation].self, violations))
        } else {
          .open
        }
      return StoredSlot(
        slot: try JSONColumn.value(QuestionSlot.self, row["specification"]), generation: row["generation"],
        state: state, tags: Self.lines(row["tags"] ?? ""))
    }
  }
}
