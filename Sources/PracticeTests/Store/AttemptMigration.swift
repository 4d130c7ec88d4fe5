/// What is kept of sittings with a time, of sittings of some questions only, and of bad questions.
enum AttemptMigration {
  static let sql = """
    ALTER TABLE attempt ADD COLUMN limitSeconds REAL;
    ALTER TABLE attempt ADD COLUMN isPaused INTEGER NOT NULL DEFAULT 0;
    -- The sitting whose missed questions it asks; NULL where it asks the whole test.
    ALTER TABLE attempt ADD COLUMN missedIn TEXT REFERENCES attempt(id) ON DELETE CASCADE;

    -- When the student reported the question as bad: it is deleted then too, and counts in no score and no figure.
    ALTER TABLE question ADD COLUMN reportedAt REAL;
    CREATE INDEX questionReported ON question(id) WHERE reportedAt IS NOT NULL;
    """
}
