/// The difficulty of each question beside what else the list is narrowed by.
enum DifficultyMigration {
  static let sql = """
    ALTER TABLE bankEntry ADD COLUMN difficulty TEXT;
    UPDATE bankEntry SET difficulty = newest.content ->> '$.difficulty'
    FROM questionRevision AS newest
    WHERE newest.questionID = bankEntry.questionID
      AND newest.revision = (SELECT max(revision) FROM questionRevision AS other
        WHERE other.questionID = bankEntry.questionID);

    DROP TRIGGER revisionListed;
    \(revisionTrigger)
    """

  /// Lists a revision as it comes in.
  private static let revisionTrigger = """
    CREATE TRIGGER revisionListed AFTER INSERT ON questionRevision BEGIN
      INSERT INTO bankEntry (questionID, course, topic, format, origin, verified, passageID, prompt, correctAnswer,
        answers, difficulty)
      SELECT new.questionID, question.course, new.topic, new.format, new.origin, new.verified,
        new.content ->> '$.grounding.passageID', new.prompt, new.correctAnswer, \(BankMigration.answers("new")),
        new.content ->> '$.difficulty'
      FROM question WHERE question.id = new.questionID
      ON CONFLICT (questionID) DO UPDATE SET
        topic = excluded.topic, format = excluded.format, origin = excluded.origin, verified = excluded.verified,
        passageID = excluded.passageID, prompt = excluded.prompt, correctAnswer = excluded.correctAnswer,
        answers = excluded.answers, difficulty = excluded.difficulty;
    END;
    """
}
