/// What of every question is listed and searched.
enum BankMigration {
  /// The newest revision of each question in columns, and an index of its words; triggers keep both up to date in the
  /// transaction that changes a question.
  static let sql = """
    CREATE TABLE bankEntry (
      number INTEGER PRIMARY KEY,     -- counted up as questions come in
      questionID TEXT NOT NULL UNIQUE REFERENCES question(id) ON DELETE CASCADE,
      course TEXT NOT NULL,
      topic TEXT NOT NULL,
      format TEXT NOT NULL,
      origin TEXT NOT NULL,
      verified INTEGER,
      passageID TEXT,                 -- what it rests on
      prompt TEXT NOT NULL,
      answers TEXT NOT NULL,          -- the key and the other options, one a line
      tags TEXT NOT NULL DEFAULT '',  -- one a line
      isDeleted INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX bankEntryListed ON bankEntry(isDeleted, number);
    CREATE INDEX bankEntryByCourse ON bankEntry(isDeleted, course, number);
    CREATE INDEX bankEntryByPassage ON bankEntry(passageID);

    CREATE VIRTUAL TABLE bankSearch USING fts5 (
      prompt, answers, topic, course, tags,
      content = 'bankEntry', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    );

    CREATE TRIGGER bankEntryAdded AFTER INSERT ON bankEntry BEGIN
      INSERT INTO bankSearch (rowid, prompt, answers, topic, course, tags)
      VALUES (new.number, new.prompt, new.answers, new.topic, new.course, new.tags);
    END;
    CREATE TRIGGER bankEntryRemoved AFTER DELETE ON bankEntry BEGIN
      INSERT INTO bankSearch (bankSearch, rowid, prompt, answers, topic, course, tags)
      VALUES ('delete', old.number, old.prompt, old.answers, old.topic, old.course, old.tags);
    END;
    CREATE TRIGGER bankEntryChanged AFTER UPDATE OF prompt, answers, topic, course, tags ON bankEntry BEGIN
      INSERT INTO bankSearch (bankSearch, rowid, prompt, answers, topic, course, tags)
      VALUES ('delete', old.number, old.prompt, old.answers, old.topic, old.course, old.tags);
      INSERT INTO bankSearch (rowid, prompt, answers, topic, course, tags)
      VALUES (new.number, new.prompt, new.answers, new.topic, new.course, new.tags);
    END;

    \(revisionTrigger)
    CREATE TRIGGER questionDeletionListed AFTER UPDATE OF deletedAt ON question BEGIN
      UPDATE bankEntry SET isDeleted = new.deletedAt IS NOT NULL WHERE questionID = new.id;
    END;

    INSERT INTO bankEntry (questionID, course, topic, format, origin, verified, passageID, prompt, answers, isDeleted)
    SELECT question.id, question.course, topic, format, origin, verified, content ->> '$.grounding.passageID', prompt,
      \(answers("questionRevision")), deletedAt IS NOT NULL
    FROM question JOIN questionRevision ON questionRevision.questionID = question.id
    WHERE revision = (SELECT max(revision) FROM questionRevision AS other WHERE other.questionID = question.id)
    ORDER BY questionRevision.createdAt, questionRevision.rowid;
    """

  /// Lists a revision as it comes in.
  static let revisionTrigger = """
    CREATE TRIGGER revisionListed AFTER INSERT ON questionRevision BEGIN
      INSERT INTO bankEntry (questionID, course, topic, format, origin, verified, passageID, prompt, answers)
      SELECT new.questionID, question.course, new.topic, new.format, new.origin, new.verified,
        new.content ->> '$.grounding.passageID', new.prompt, \(answers("new"))
      FROM question WHERE question.id = new.questionID
      ON CONFLICT (questionID) DO UPDATE SET
        topic = excluded.topic, format = excluded.format, origin = excluded.origin, verified = excluded.verified,
        passageID = excluded.passageID, prompt = excluded.prompt, answers = excluded.answers;
    END;
    """

  /// The key of a revision, and the options beside it.
  static func answers(_ revision: String) -> String {
    """
    \(revision).correctAnswer || coalesce((
          SELECT char(10) || group_concat(value, char(10)) FROM json_each(\(revision).content, '$.item.choices')
          WHERE value <> \(revision).correctAnswer), '')
    """
  }
}
