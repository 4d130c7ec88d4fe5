import GRDB

/// The marks by which questions that repeat another are found, among however many.
enum QuestionMarks {
  /// Marks the newest revision of a question, and no other of it.
  static func keep(_ item: Item, of question: String, course: String, _ database: Database) throws {
    try database.execute(sql: "DELETE FROM questionMark WHERE questionID = ?", arguments: [question])
    let insert = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO questionMark (course, mark, questionID) VALUES (?, ?, ?)")
    for mark in Likeness(item).marks { try insert.execute(arguments: [course, mark, question]) }
  }

  /// The questions of a course that have a mark of a question, with what is compared. A question that was put away may
  /// be made again; one that was replaced or reported as bad may not.
  static let alike = """
    SELECT DISTINCT question.id, format, prompt, correctAnswer
    FROM questionMark
      JOIN question ON question.id = questionMark.questionID
      JOIN questionRevision ON questionRevision.questionID = question.id
        AND revision = (SELECT max(revision) FROM questionRevision WHERE questionID = question.id)
    WHERE questionMark.course = ? AND mark = ?
      AND (deletedAt IS NULL OR replacedAt IS NOT NULL OR reportedAt IS NOT NULL)
    """

  /// Whether a course has a question that an item repeats, another than the one named.
  static func isRepeated(
    _ item: Item, in course: String, besides own: String? = nil, _ database: Database
  ) throws -> Bool {
    let likeness = Likeness(item)
    let find = try database.cachedStatement(sql: alike)
    for mark in likeness.marks {
      let rows = try Row.fetchCursor(find, arguments: [course, mark])
      while let row = try rows.next() {
        guard row["id"] as String != own, let format = QuestionFormat(rawValue: row["format"]) else { continue }
        let other = Likeness(format: format, prompt: row["prompt"], correctAnswer: row["correctAnswer"])
        if other.isAlike(likeness) { return true }
      }
    }
    return false
  }

  /// Whether a course may have a question with an answer; one that was put away counts, too.
  static func isKnown(answer: String, in course: String, _ database: Database) throws -> Bool {
    let find = try database.cachedStatement(
      sql: "SELECT EXISTS (SELECT 1 FROM questionMark WHERE course = ? AND mark = ?)")
    return try Likeness(format: .shortAnswer, prompt: "", correctAnswer: answer).marks.contains { mark in
      try Bool.fetchOne(find, arguments: [course, mark]) ?? false
    }
  }

  /// Whether a course has a question.
  static func hasAny(in course: String, _ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM questionMark WHERE course = ?)", arguments: [course]) ?? false
  }

  /// Marks the questions of a library that was made before there were marks.
  static func makeAll(_ database: Database) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT question.id, course, content, max(revision)
        FROM questionRevision JOIN question ON question.id = questionID GROUP BY question.id
        """)
    while let row = try rows.next() {
      let item = try JSONColumn.value(Question.self, row["content"]).item
      try keep(item, of: row["id"], course: row["course"], database)
    }
  }
}

extension Library {
  /// Whether a course has a question that an item repeats.
  public func isRepeated(_ item: Item, in course: String) throws(LibraryError) -> Bool {
    try read { try QuestionMarks.isRepeated(item, in: course, $0) }
  }

  /// The course that has more than half of some items already, and the most of them, of several the first by name;
  /// `nil` where none has.
  func course(knowing items: [Item]) throws(LibraryError) -> String? {
    try read { database in
      let courses = try String.fetchAll(database, sql: "SELECT DISTINCT course FROM question ORDER BY course")
      let counts = try courses.map { course in
        (course: course, known: try items.count { try QuestionMarks.isRepeated($0, in: course, database) })
      }
      guard let most = counts.max(by: { $0.known < $1.known }), most.known * 2 > items.count else { return nil }
      return most.course
    }
  }
}
