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

  /// The sentences of the notes that other tests of the same notes, as they are or were, ask about.
  func evidence(besidesTest id: String) throws(LibraryError) -> Set<String> {
    try read { database in
      try String.fetchSet(
        database,
        sql: """
          SELECT json_extract(content, '$.grounding.quote') AS quote FROM testVersion AS own
          JOIN sourceVersion AS used ON used.id = own.versionID
          JOIN sourceVersion AS version ON version.sourceID = used.sourceID
          JOIN testVersion AS other ON other.versionID = version.id AND other.testID <> own.testID
          JOIN slot ON slot.testID = other.testID
          JOIN questionRevision USING (questionID, revision)
          WHERE own.testID = ? AND quote IS NOT NULL
          """, arguments: [id])
    }
  }
}
