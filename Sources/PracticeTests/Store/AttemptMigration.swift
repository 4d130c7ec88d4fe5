/// What is kept of sittings with a time, of some questions only, and of bad questions, and how passages are found.
enum AttemptMigration {
  static let sql = """
    ALTER TABLE attempt ADD COLUMN limitSeconds REAL;
    ALTER TABLE attempt ADD COLUMN isPaused INTEGER NOT NULL DEFAULT 0;
    -- The sitting whose missed questions it asks; NULL where it asks the whole test.
    ALTER TABLE attempt ADD COLUMN missedIn TEXT REFERENCES attempt(id) ON DELETE CASCADE;
    CREATE INDEX attemptByMissed ON attempt(missedIn);

    -- When the student reported the question as bad: it is deleted then too, and counts in no score and no figure.
    ALTER TABLE question ADD COLUMN reportedAt REAL;
    CREATE INDEX questionReported ON question(id) WHERE reportedAt IS NOT NULL;

    -- A question names the passage that it rests on.
    CREATE INDEX passageByID ON passage(passageID);
    """
}
