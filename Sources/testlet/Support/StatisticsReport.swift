import LanguageModels
import PracticeTests

/// The figures in lines, as `testlet stats` prints them.
enum StatisticsReport {
  static func text(_ figures: StudyStatistics, about subjects: [StatsSubject]) -> String {
    var lines =
      subjects.isEmpty ? [] : ["Only \(phrase(subjects)); `testlet stats` without an option shows everything.", ""]
    let right = share(figures.right, figures.answers)
    lines += [
      "answers: \(figures.answers), \(right) right, days: \(figures.days.count), \(figures.streak) in a row",
      "sure\t\(part(figures.sure))", "unsure\t\(part(figures.unsure))",
      "due for review\t\(figures.due)\tleft for tomorrow\t\(figures.held)",
      "in review\t\(figures.cards)\tput away\t\(figures.suspended)",
      "today and the days after\t" + figures.forecast.map(String.init).joined(separator: " "), "",
      "mastery\tright\ttopic",
    ]
    lines += figures.topics.map { row($0, "\($0.name) (\($0.course))") }
    lines += ["", "mastery\tright\tBloom level"] + figures.blooms.map { row($0, $0.name) }
    return lines.joined(separator: "\n")
  }

  /// What the figures are about, in words.
  static func phrase(_ subjects: [StatsSubject]) -> String {
    Output.cell(subjects.map(\.phrase).joined(separator: " of "))
  }

  private static func row(_ skill: StudyStatistics.Skill, _ name: String) -> String {
    let mastery = skill.mastery.map(Percentage.text) ?? "-"
    return "\(mastery)\t\(skill.right)/\(skill.answers)\t\(Output.cell(name))"
  }

  private static func part(_ part: Score.Part) -> String {
    "\(part.right)/\(part.total) right\t\(part.total == 0 ? "-" : Percentage.text(part.share))"
  }

  private static func share(_ right: Int, _ answers: Int) -> String {
    Percentage.text(Double(right) / Double(max(1, answers)))
  }
}
