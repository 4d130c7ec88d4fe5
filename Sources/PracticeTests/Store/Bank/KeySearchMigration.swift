/// The keys of questions in a column of the index of words, so that they weigh more than the options beside them.
enum KeySearchMigration {
  static let sql = """
    DROP TRIGGER revisionListed;
    DROP TRIGGER bankEntryAdded;
    DROP TRIGGER bankEntryRemoved;
    DROP TRIGGER bankEntryChanged;
    DROP TABLE bankSearch;

    ALTER TABLE bankEntry ADD COLUMN correctAnswer TEXT NOT NULL DEFAULT '';
    UPDATE bankEntry SET correctAnswer = newest.correctAnswer
    FROM questionRevision AS newest
    WHERE newest.questionID = bankEntry.questionID
      AND newest.revision = (SELECT max(revision) FROM questionRevision AS other
        WHERE other.questionID = bankEntry.questionID);

    CREATE VIRTUAL TABLE bankSearch USING fts5 (
      prompt, correctAnswer, answers, topic, course, tags,
      content = 'bankEntry', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    );
    INSERT INTO bankSearch (bankSearch) VALUES ('rebuild');

    CREATE TRIGGER bankEntryAdded AFTER INSERT ON bankEntry BEGIN
      \(add)
    END;
    CREATE TRIGGER bankEntryRemoved AFTER DELETE ON bankEntry BEGIN
      \(remove)
    END;
    CREATE TRIGGER bankEntryChanged
    AFTER UPDATE OF prompt, correctAnswer, answers, topic, course, tags ON bankEntry BEGIN
      \(remove)
      \(add)
    END;

    \(revisionTrigger)
    """

  private static let add = """
    INSERT INTO bankSearch (rowid, prompt, correctAnswer, answers, topic, course, tags)
    VALUES (new.number, new.prompt, new.correctAnswer, new.answers, new.topic, new.course, new.tags);
    """

  private static let remove = """
    INSERT INTO bankSearch (bankSearch, rowid, prompt, correctAnswer, answers, topic, course, tags)
    VALUES ('delete', old.number, old.prompt, old.correctAnswer, old.answers, old.topic, old.course, old.tags);
    """

  /// Lists a revision as it comes in.
  private static let revisionTrigger = """
    CREATE TRIGGER revisionListed AFTER INSERT ON questionRevision BEGIN
      INSERT INTO bankEntry (questionID, course, topic, format, origin, verified, passageID, prompt, correctAnswer,
        answers)
      SELECT new.questionID, question.course, new.topic, new.format, new.origin, new.verified,
        new.content ->> '$.grounding.passageID', new.prompt, new.correctAnswer, \(BankMigration.answers("new"))
      FROM question WHERE question.id = new.questionID
      ON CONFLICT (questionID) DO UPDATE SET
        topic = excluded.topic, format = excluded.format, origin = excluded.origin, verified = excluded.verified,
        passageID = excluded.passageID, prompt = excluded.prompt, correctAnswer = excluded.correctAnswer,
        answers = excluded.answers;
    END;
    """
}
