import Foundation
import LanguageModels

/// The figures as `testlet stats --json` prints them.
public enum StatisticsJSON {
  /// One object.
  ///
  /// - Parameter subjects: what they are about; none for everything.
  public static func object(_ figures: StudyStatistics, about subjects: [StatsSubject] = []) -> JSONValue {
    let about = subjects.map { ($0.kind, JSONValue.string($0.name)) }
    return .members([
      ("about", .members(about)), ("answers", .number(figures.answers)), ("right", .number(figures.right)),
      ("daysStudied", .number(figures.days.count)),
      ("streak", .number(figures.streak)),
      (
        "reviews",
        .members([
          ("due", .number(figures.due)), ("held", .number(figures.held)), ("questions", .number(figures.cards)),
          ("suspended", .number(figures.suspended)), ("forecast", forecast(figures)),
        ])
      ),
      ("calibration", .members([("sure", part(figures.sure)), ("unsure", part(figures.unsure))])),
      ("topics", .array(figures.topics.map { skill($0, "topic", course: $0.course) })),
      ("bloom", .array(figures.blooms.map { skill($0, "level", course: nil) })),
      ("hardest", .array(figures.hardest.map(hard))), ("days", .array(figures.days.map(day))),
    ])
  }

  private static func forecast(_ figures: StudyStatistics) -> JSONValue {
    .array(
      figures.forecast.enumerated().map { offset, count in
        .members([("date", .string(StudyDays.date(of: figures.today + offset))), ("due", .number(count))])
      })
  }

  private static func part(_ part: Score.Part) -> JSONValue {
    .members([("right", .number(part.right)), ("answers", .number(part.total))])
  }

  private static func skill(_ skill: StudyStatistics.Skill, _ name: String, course: String?) -> JSONValue {
    let place: [(String, JSONValue)] = course.map { [("course", .string($0))] } ?? []
    return .members(
      place + [
        (name, .string(skill.name)), ("answers", .number(skill.answers)), ("right", .number(skill.right)),
        ("mastery", skill.mastery.map(rounded) ?? .null),
      ])
  }

  private static func hard(_ question: StudyStatistics.HardQuestion) -> JSONValue {
    .members([
      ("id", .string(question.id)), ("prompt", .string(question.prompt)), ("answers", .number(question.answers)),
      ("right", .number(question.right)), ("difficulty", rounded(question.difficulty)),
    ])
  }

  private static func day(_ day: StudyStatistics.Day) -> JSONValue {
    .members([
      ("date", .string(StudyDays.date(of: day.number))), ("answers", .number(day.answers)),
      ("right", .number(day.right)),
    ])
  }

  private static func rounded(_ number: Double) -> JSONValue { .number((number * 1000).rounded() / 1000) }
}
