import GRDB

/// What is asked already, and better not asked again.
extension Library {
  /// The questions of a course that were replaced, in their newest revision.
  func replacedQuestions(course: String) throws(LibraryError) -> [Question] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT content, max(revision) FROM questionRevision JOIN question ON question.id = questionID
          WHERE course = ? AND replacedAt IS NOT NULL GROUP BY questionID
          """, arguments: [course]
      ).map { try JSONColumn.value(Question.self, $0["content"]) }
    }
  }

  /// The sentences of the notes that older tests of the same notes ask about. Younger ones do not count, so that a test
  /// that is gone on with chooses as it did at first, whatever was made meanwhile.
  func evidence(besidesTest id: String) throws(LibraryError) -> Set<String> {
    try read { database in
      try Set(Optional<String>.fetchAll(database, sql: Self.evidenceOfOlderTests, arguments: [id]).compactMap { $0 })
    }
  }

  /// Each test is looked into once, however many sources it shares with the one asked for.
  static let evidenceOfOlderTests = """
    SELECT DISTINCT json_extract(content, '$.grounding.quote')
    FROM slot JOIN questionRevision USING (questionID, revision)
    WHERE slot.testID IN (
      SELECT other.testID FROM testVersion AS own
      JOIN sourceVersion AS used ON used.id = own.versionID
      JOIN sourceVersion AS version ON version.sourceID = used.sourceID
      JOIN testVersion AS other ON other.versionID = version.id
      JOIN test ON test.id = other.testID AND test.deletedAt IS NULL
      WHERE own.testID = ?1 AND (test.createdAt, test.id) < (SELECT createdAt, id FROM test WHERE id = ?1))
    """
}
