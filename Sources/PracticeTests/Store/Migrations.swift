import GRDB

/// The schema, as named steps in order. A step that was released is never edited.
package enum Migrations {
  /// Marks a SQLite file as ours: "tslt".
  package static let applicationID = 0x7473_6C74

  /// All steps.
  package static var all: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 notes, tests, questions, attempts") { database in
      try database.execute(sql: notes)
      try database.execute(sql: tests)
      try database.execute(sql: attempts)
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
    return migrator
  }

  private static let notes = """
    -- A file that was brought: its path is its identity, its content is in versions.
    CREATE TABLE source (
      id TEXT PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,
      course TEXT NOT NULL,
      createdAt REAL NOT NULL
    ) STRICT;
    CREATE INDEX sourceByCourse ON source(course);

    -- What a source held when it was read. Questions keep pointing at the version they were made from.
    CREATE TABLE sourceVersion (
      id TEXT PRIMARY KEY,
      sourceID TEXT NOT NULL REFERENCES source(id),
      number INTEGER NOT NULL,
      contentHash TEXT NOT NULL,
      title TEXT NOT NULL,
      glossary TEXT NOT NULL,         -- JSON: [GlossaryEntry]
      createdAt REAL NOT NULL,
      UNIQUE (sourceID, number)
    ) STRICT;

    -- The passages of a version, in order. A passage that an edit left alone keeps its passageID.
    CREATE TABLE passage (
      versionID TEXT NOT NULL REFERENCES sourceVersion(id),
      position INTEGER NOT NULL,
      passageID TEXT NOT NULL,
      topic TEXT NOT NULL,
      headings TEXT NOT NULL,         -- JSON: [String], outermost first
      blocks TEXT NOT NULL,           -- JSON: [Block]
      PRIMARY KEY (versionID, position)
    ) STRICT;
    """

  private static let tests = """
    -- A blueprint and what became of it.
    CREATE TABLE test (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      course TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('generating', 'complete', 'incomplete', 'failed')),
      createdAt REAL NOT NULL,
      request TEXT NOT NULL,          -- JSON: TestRequest
      backend TEXT NOT NULL,
      model TEXT NOT NULL,
      allowsFallback INTEGER NOT NULL,
      stats TEXT NOT NULL,            -- JSON: GenerationStats
      leaseOwner TEXT                 -- who took the lease last: only that one may fill slots
    ) STRICT;
    CREATE INDEX testByCreation ON test(createdAt);

    -- The versions of notes that a test was planned on, in order.
    CREATE TABLE testVersion (
      testID TEXT NOT NULL REFERENCES test(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      versionID TEXT NOT NULL REFERENCES sourceVersion(id),
      PRIMARY KEY (testID, position)
    ) STRICT;

    -- A question's identity; its content is in revisions, which never change.
    CREATE TABLE question (
      id TEXT PRIMARY KEY,
      course TEXT NOT NULL,
      deletedAt REAL                  -- a tombstone: slots and responses may still refer to it
    ) STRICT;
    CREATE INDEX questionByCourse ON question(course);

    CREATE TABLE questionRevision (
      questionID TEXT NOT NULL REFERENCES question(id),
      revision INTEGER NOT NULL,
      format TEXT NOT NULL,
      topic TEXT NOT NULL,
      prompt TEXT NOT NULL,
      correctAnswer TEXT NOT NULL,
      origin TEXT NOT NULL CHECK (origin IN ('model', 'builtin')),
      verified INTEGER,
      content TEXT NOT NULL,          -- JSON: Question, whole
      createdAt REAL NOT NULL,
      PRIMARY KEY (questionID, revision)
    ) STRICT;

    -- What one question of a test is to be, and what fills it. Accepting compares the generation number, so that a late
    -- answer of an earlier try is dropped.
    CREATE TABLE slot (
      testID TEXT NOT NULL REFERENCES test(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      specification TEXT NOT NULL,    -- JSON: QuestionSlot
      generation INTEGER NOT NULL DEFAULT 1,
      state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'missing')),
      questionID TEXT,
      revision INTEGER,
      violations TEXT,                -- JSON: [Violation], why it is missing
      acceptedOrder INTEGER,          -- counted up as questions of the test are accepted
      PRIMARY KEY (testID, position),
      FOREIGN KEY (questionID, revision) REFERENCES questionRevision(questionID, revision),
      CHECK ((state = 'accepted') = (questionID IS NOT NULL)),
      CHECK ((state = 'missing') = (violations IS NOT NULL))
    ) STRICT;
    CREATE INDEX slotByQuestion ON slot(questionID, revision);
    """

  private static let attempts = """
    -- One sitting of a test.
    CREATE TABLE attempt (
      id TEXT PRIMARY KEY,
      testID TEXT NOT NULL REFERENCES test(id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      mode TEXT NOT NULL CHECK (mode IN ('exam', 'study')),
      state TEXT NOT NULL CHECK (state IN ('inProgress', 'submitted', 'abandoned')),
      startedAt REAL NOT NULL,
      submittedAt REAL,
      activeSeconds REAL NOT NULL DEFAULT 0,
      position INTEGER NOT NULL DEFAULT 0,
      UNIQUE (testID, number)
    ) STRICT;

    -- The questions of an attempt in the order shown, each with the student's response.
    CREATE TABLE response (
      attemptID TEXT NOT NULL REFERENCES attempt(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      slot INTEGER NOT NULL,
      questionID TEXT NOT NULL,
      revision INTEGER NOT NULL,
      choice INTEGER,
      text TEXT,
      isFlagged INTEGER NOT NULL DEFAULT 0,
      isUnsure INTEGER NOT NULL DEFAULT 0,
      outcome TEXT,
      answeredAt REAL,
      PRIMARY KEY (attemptID, position),
      UNIQUE (attemptID, slot),
      FOREIGN KEY (questionID, revision) REFERENCES questionRevision(questionID, revision),
      CHECK (choice IS NULL OR text IS NULL)
    ) STRICT;
    CREATE INDEX responseByQuestion ON response(questionID, revision);
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
