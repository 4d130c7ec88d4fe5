/// What is kept of answers and of when questions come back.
enum ReviewMigration {
  static let sql = """
    -- Every graded answer, the first first: what figures and cards are worked out from. Of a test that was deleted the
    -- answers stay.
    CREATE TABLE answer (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      question INTEGER NOT NULL REFERENCES bankEntry(number) ON DELETE CASCADE,
      revision INTEGER NOT NULL,
      bloom INTEGER NOT NULL,         -- from low to high, counted from 0
      options INTEGER NOT NULL,       -- 0 for a written answer
      outcome TEXT NOT NULL,
      isRight INTEGER NOT NULL,
      isUnsure INTEGER NOT NULL,
      isEvidence INTEGER NOT NULL,    -- whether it shows what the student can do
      grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 4),
      seconds REAL,                   -- how long it took; known in reviews only
      answeredAt REAL NOT NULL,
      attemptID TEXT REFERENCES attempt(id) ON DELETE SET NULL,
      position INTEGER,               -- its place in the attempt; NULL in a review
      UNIQUE (attemptID, position)
    ) STRICT;
    CREATE INDEX answerByQuestion ON answer(question);
    CREATE INDEX reviewByTime ON answer(answeredAt, question) WHERE position IS NULL;

    -- When a question comes back that was missed or unsure once: worked out from its answers at each of them.
    CREATE TABLE reviewCard (
      question INTEGER PRIMARY KEY REFERENCES bankEntry(number) ON DELETE CASCADE,
      phase TEXT NOT NULL CHECK (phase IN ('learning', 'review', 'relearning')),
      step INTEGER NOT NULL,
      stability REAL NOT NULL,
      difficulty REAL NOT NULL,
      reviewedAt REAL NOT NULL,
      due REAL NOT NULL,
      introducedAt REAL               -- the first answer in a review; NULL while only tests asked it
    ) STRICT;
    CREATE INDEX reviewCardByDue ON reviewCard(due);

    -- Questions that the student has put away.
    CREATE TABLE suspension (
      question INTEGER PRIMARY KEY REFERENCES bankEntry(number) ON DELETE CASCADE
    ) STRICT;

    -- Tests that were handed in before: those of their answers that were missed or unsure are due now, and get their card
    -- with the next one.
    INSERT INTO answer (question, revision, bloom, options, outcome, isRight, isUnsure, isEvidence, grade, answeredAt,
      attemptID, position)
    SELECT number, revision, bloom, options, outcome, isRight, isUnsure,
      (isAnswered AND NOT (isUnsure AND isRight AND options > 0)),
      CASE WHEN NOT isRight THEN 1 WHEN isUnsure THEN 2 ELSE 3 END, time, attemptID, position
    FROM (
      SELECT bankEntry.number, response.revision,
        CASE json_extract(content, '$.bloom') WHEN 'remember' THEN 0 WHEN 'understand' THEN 1 WHEN 'apply' THEN 2
          WHEN 'analyze' THEN 3 ELSE 4 END AS bloom,
        json_array_length(content, '$.item.choices') AS options, outcome,
        outcome IN ('right', 'selfGradedRight') AS isRight, isUnsure,
        choice IS NOT NULL OR text IS NOT NULL AS isAnswered, coalesce(answeredAt, submittedAt) AS time, attemptID,
        response.position
      FROM response JOIN attempt ON attempt.id = attemptID
        JOIN bankEntry ON bankEntry.questionID = response.questionID
        JOIN questionRevision ON questionRevision.questionID = response.questionID
          AND questionRevision.revision = response.revision
      WHERE attempt.state = 'submitted' AND outcome IS NOT NULL
      ORDER BY submittedAt, attemptID, response.position);
    INSERT INTO reviewCard (question, phase, step, stability, difficulty, reviewedAt, due)
    SELECT question, 'learning', 0, CASE WHEN min(grade) = 1 THEN 0.212 ELSE 1.2931 END,
      CASE WHEN min(grade) = 1 THEN 6.4133 ELSE 5.1122 END, max(answeredAt), max(answeredAt) + 60
    FROM answer WHERE grade < 3 GROUP BY question;
    """
}
