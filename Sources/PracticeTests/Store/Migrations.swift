import GRDB

/// The schema, as named steps in order. A step that was released is never edited.
package enum Migrations {
  /// Marks a SQLite file as ours: "tslt".
  package static let applicationID = 0x7473_6C74

  /// All steps.
  package static var all: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 notes, tests, questions, attempts") { database in
      try database.execute(sql: FirstMigration.notes)
      try database.execute(sql: FirstMigration.tests)
      try database.execute(sql: FirstMigration.attempts)
    }
    migrator.registerMigration("2 calibrations") { database in
      try database.execute(sql: calibrations)
    }
    migrator.registerMigration("list of questions") { database in
      try database.execute(sql: BankMigration.sql)
    }
    migrator.registerMigration("calibrations of drafting") { database in
      try database.execute(sql: draftingCalibrations)
    }
    migrator.registerMigration("marks by which repeated questions are found") { database in
      try database.execute(sql: questionMarks)
      try QuestionMarks.makeAll(database)
    }
    migrator.registerMigration("answers and reviews") { database in
      try database.execute(sql: ReviewMigration.sql)
    }
    migrator.registerMigration("imported questions") { database in
      try database.execute(sql: importedQuestions)
    }
    migrator.registerMigration("limits and parts of attempts, reported questions") { database in
      try database.execute(sql: AttemptMigration.sql)
    }
    migrator.registerMigration("tests by their notes") { database in
      try database.execute(sql: testsByNotes)
    }
    migrator.registerMigration("keys in the index of words") { database in
      try database.execute(sql: KeySearchMigration.sql)
    }
    migrator.registerMigration("removed notes") { database in
      try database.execute(sql: removedNotes)
    }
    migrator.registerMigration("practice beside reviews") { database in
      try database.execute(sql: practice)
    }
    migrator.registerMigration("questions by their subjects") { database in
      try database.execute(sql: questionsBySubject)
    }
    migrator.registerMigration("deleted tests") { database in
      try database.execute(sql: deletedTests)
    }
    migrator.registerMigration("facts of answers") { database in
      try database.execute(sql: factsOfAnswers)
    }
    migrator.registerMigration("what questions ask for") { database in
      try database.execute(sql: askedOfQuestions)
    }
    migrator.registerMigration("difficulties in the list of questions") { database in
      try database.execute(sql: DifficultyMigration.sql)
    }
    return migrator
  }

  private static let factsOfAnswers = """
    -- What figures need of an answer, in one number: all answers are read for them, in their order.
    ALTER TABLE answer ADD COLUMN facts INTEGER GENERATED ALWAYS AS (
      (CAST(answeredAt AS INTEGER) << 12) | (bloom << 9) | (options << 3) | (isRight << 2) | (isUnsure << 1) | isEvidence
    ) VIRTUAL;
    CREATE INDEX answerFacts ON answer(id, question, facts) WHERE isEvidence OR isRight OR position IS NULL;
    """

  private static let askedOfQuestions = """
    -- What practice needs of a question: all questions are read to choose one.
    ALTER TABLE questionRevision ADD COLUMN bloom TEXT GENERATED ALWAYS AS (json_extract(content, '$.bloom')) VIRTUAL;
    ALTER TABLE questionRevision ADD COLUMN options INTEGER
      GENERATED ALWAYS AS (json_array_length(content, '$.item.choices')) VIRTUAL;
    CREATE INDEX revisionAsked ON questionRevision(questionID, revision, bloom, options);
    """

  private static let deletedTests = """
    -- When the student deleted the test: nothing finds it any more, and it can be put back until its rows go. Questions
    -- that went with it bear the same time.
    ALTER TABLE test ADD COLUMN deletedAt REAL;
    CREATE INDEX testByDeletion ON test(deletedAt) WHERE deletedAt IS NOT NULL;
    CREATE INDEX questionByDeletion ON question(deletedAt) WHERE deletedAt IS NOT NULL;
    """

  private static let practice = """
    -- Whether a question was answered in the Review screen that was not due: the limits of a day don't count it.
    ALTER TABLE answer ADD COLUMN isPractice INTEGER NOT NULL DEFAULT 0;
    """

  private static let questionsBySubject = """
    -- What questions are about is looked up for plain words, and where figures are worked out.
    CREATE INDEX bankEntryBySubject ON bankEntry(course, topic);
    """

  private static let removedNotes = """
    -- When the student removed the notes: they are not listed any more, and stay for the tests made from them.
    ALTER TABLE source ADD COLUMN removedAt REAL;
    """

  private static let testsByNotes = """
    -- What older tests ask about the same notes is looked up for each new one.
    CREATE INDEX testVersionByVersion ON testVersion(versionID);
    """

  private static let questionMarks = """
    -- When a student had the question replaced by another: it is deleted then too, and yet never made again.
    ALTER TABLE question ADD COLUMN replacedAt REAL;
    CREATE INDEX questionReplaced ON question(course) WHERE replacedAt IS NOT NULL;

    -- Numbers of the newest revision of which questions that are alike have at least one in common.
    CREATE TABLE questionMark (
      course TEXT NOT NULL,
      mark INTEGER NOT NULL,
      questionID TEXT NOT NULL REFERENCES question(id) ON DELETE CASCADE,
      PRIMARY KEY (course, mark, questionID)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX questionMarkByQuestion ON questionMark(questionID);
    """

  private static let draftingCalibrations = """
    -- What a model, as its backend names it, yielded in each way of drafting.
    CREATE TABLE draftingCalibration (
      model TEXT PRIMARY KEY,
      result TEXT NOT NULL,           -- JSON: DraftingCalibration
      measuredAt REAL NOT NULL
    ) STRICT;
    """

  private static let calibrations = """
    -- How well a model, as its backend names it, verified keys of known questions.
    CREATE TABLE calibration (
      model TEXT PRIMARY KEY,
      result TEXT NOT NULL,           -- JSON: Calibration
      measuredAt REAL NOT NULL
    ) STRICT;
    """

  /// A table's checks can't be changed: the table is made anew, and what hung on it.
  private static let importedQuestions = """
    CREATE TABLE questionRevisionAnew (
      questionID TEXT NOT NULL REFERENCES question(id),
      revision INTEGER NOT NULL,
      format TEXT NOT NULL,
      topic TEXT NOT NULL,
      prompt TEXT NOT NULL,
      correctAnswer TEXT NOT NULL,
      origin TEXT NOT NULL CHECK (origin IN ('model', 'builtin', 'imported')),
      verified INTEGER,
      content TEXT NOT NULL,          -- JSON: Question, whole
      createdAt REAL NOT NULL,
      PRIMARY KEY (questionID, revision)
    ) STRICT;
    INSERT INTO questionRevisionAnew SELECT * FROM questionRevision ORDER BY rowid;
    DROP TABLE questionRevision;
    ALTER TABLE questionRevisionAnew RENAME TO questionRevision;
    \(BankMigration.revisionTrigger)
    """
}
