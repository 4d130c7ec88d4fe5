import Foundation
import GRDB

/// What the answers show.
extension Library {
  /// Figures over all answers to questions that were not reported as bad.
  ///
  /// - Parameter subjects: only those to questions about all of these.
  public func statistics(about subjects: [StatsSubject] = []) throws(LibraryError) -> StudyStatistics {
    let settings = reviewSettings()
    let filter = SubjectFilter(subjects)
    return try read { database in
      let now = clock()
      let (due, held) = try dueNow(now, settings, filter, database)
      let topics = try Topics(database)
      let figures = try figures(topics, filter, database)
      return StudyStatistics(
        today: scheduler.days.day(of: now), topics: topics.skills(figures), blooms: Self.blooms(figures),
        hardest: try hardest(figures, database), sure: Self.part("sure", figures.sure),
        unsure: Self.part("unsure", figures.unsure),
        days: figures.days.map { StudyStatistics.Day(number: $0, answers: $1.total, right: $1.right) }
          .sorted { $0.number < $1.number },
        due: due.count, held: held, forecast: try forecast(days: 14, now, held: held, filter, database),
        cards: try Int.fetchOne(
          database, sql: "SELECT count(*) \(Self.active)\(filter.condition)", arguments: filter.arguments) ?? 0,
        suspended: try suspendedCount(filter, database))
    }
  }

  /// A question to practise where nothing is due; `nil` where there is none that was not asked just now.
  ///
  /// - Parameter asked: the questions of this sitting, the first first.
  public func practiceItem(asked: [String] = []) throws(LibraryError) -> ReviewItem? {
    try read { database in
      let topics = try Topics(database)
      let figures = try figures(topics, SubjectFilter(), database)
      let candidates = try Row.fetchAll(
        database,
        sql: """
          SELECT number, bloom, options, max(revision)
          FROM bankEntry JOIN questionRevision USING (questionID)
          WHERE isDeleted = 0 AND number NOT IN (SELECT question FROM suspension) GROUP BY number
          """
      ).map { row in
        let (number, topic): (Int, Int) = (row["number"], topics.ofQuestion[row["number"]])
        return AdaptiveChoice.Candidate(
          question: number, course: topics.course(of: topic),
          cell: AdaptiveChoice.Cell(topic: topic, bloom: row["bloom"]), options: row["options"],
          chance: Rating.chance(
            ability: figures.topics[topic].rating.value, difficulty: figures.questions[number].rating.value,
            options: row["options"]))
      }
      let numbers = try asked.compactMap { try number(of: $0, database) }
      guard let next = AdaptiveChoice.next(candidates, asked: numbers) else { return nil }
      let card = try Row.fetchOne(
        database, sql: "SELECT * FROM reviewCard WHERE question = ?", arguments: [next.question])
      return try item(next.question, card: card.map(Self.card), database)
    }
  }

  /// The topics of all questions.
  private struct Topics {
    /// The number of each question's topic, by the question's number.
    var ofQuestion: [Int]
    private var names: [(course: String, topic: String)] = []

    init(_ database: Database) throws {
      let last = try Int.fetchOne(database, sql: "SELECT max(number) FROM bankEntry") ?? 0
      ofQuestion = Array(repeating: 0, count: last + 1)
      let names = try Row.fetchAll(database, sql: Library.subjectsOfQuestions)
      for (topic, name) in names.enumerated() {
        let (course, subject): (String, String) = (name[0], name[1])
        self.names.append((course, subject))
        try database.forEachRow(
          ofIntegers: "SELECT number FROM bankEntry WHERE course = ? AND topic = ?", arguments: [course, subject]
        ) { ofQuestion[$0[0]] = topic }
      }
    }

    func course(of topic: Int) -> String { names[topic].course }

    func skills(_ figures: AnswerFigures) -> [StudyStatistics.Skill] {
      zip(names, figures.topics).filter { $1.tally.total > 0 }
        .map { Library.skill($0.course, $0.topic, $1.rating, $1.tally) }
        .sorted { ($0.mastery ?? 2, $0.course, $0.name) < ($1.mastery ?? 2, $1.course, $1.name) }
    }
  }

  private func figures(_ topics: Topics, _ filter: SubjectFilter, _ database: Database) throws -> AnswerFigures {
    var figures = AnswerFigures(topicOfQuestion: topics.ofQuestion, calendar: scheduler.days)
    let reported = try Set(
      Int.fetchAll(
        database,
        sql: "SELECT number FROM question JOIN bankEntry ON questionID = question.id WHERE reportedAt IS NOT NULL"))
    try database.forEachRow(
      ofIntegers: """
        SELECT question, facts FROM answer INDEXED BY answerFacts
        -- What a test was handed in without is no answer, also where the test was deleted since; "don't know" in a
        -- review is one.
        WHERE (isEvidence OR isRight OR position IS NULL)\(filter.onQuestion)
        ORDER BY id
        """, arguments: filter.arguments
    ) { row in
      let (question, facts) = (row[0], row[1])
      guard reported.isEmpty || !reported.contains(question) else { return }
      figures.add(
        AnswerFigures.Answer(
          question: question, bloom: facts >> 9 & 7, options: facts >> 3 & 63, isRight: facts & 4 != 0,
          isUnsure: facts & 2 != 0, isEvidence: facts & 1 != 0, time: facts >> 12))
    }
    return figures
  }

  private static func blooms(_ figures: AnswerFigures) -> [StudyStatistics.Skill] {
    zip(BloomLevel.allCases, figures.blooms).filter { $1.tally.total > 0 }
      .map { skill("", $0.rawValue, $1.rating, $1.tally) }
  }

  private static func skill(
    _ course: String, _ name: String, _ rating: Rating, _ tally: AnswerFigures.Tally
  ) -> StudyStatistics.Skill {
    StudyStatistics.Skill(
      course: course, name: name, answers: tally.total, right: tally.right,
      mastery: rating.count == 0 ? nil : Rating.logistic(rating.value))
  }

  private static func part(_ name: String, _ tally: AnswerFigures.Tally) -> Score.Part {
    Score.Part(name: name, right: tally.right, total: tally.total)
  }

  /// The five that are hardest, of those that were missed and answered twice or more.
  private func hardest(_ figures: AnswerFigures, _ database: Database) throws -> [StudyStatistics.HardQuestion] {
    let known = figures.questions.indices.filter {
      let one = figures.questions[$0]
      return one.rating.count > 1 && one.tally.right < one.tally.total
    }
    let order = known.sorted { figures.questions[$0].rating.value > figures.questions[$1].rating.value }
    var hardest: [StudyStatistics.HardQuestion] = []
    for number in order where hardest.count < 5 {
      let row = try Row.fetchOne(
        database, sql: "SELECT questionID, prompt FROM bankEntry WHERE number = ? AND isDeleted = 0",
        arguments: [number])
      guard let row else { continue }
      let (rating, tally) = figures.questions[number]
      hardest.append(
        StudyStatistics.HardQuestion(
          id: row["questionID"], prompt: row["prompt"], answers: tally.total, right: tally.right,
          difficulty: rating.value))
    }
    return hardest
  }
}
