import ArgumentParser
import PracticeTests

/// `testlet stats`.
struct Stats: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Show what you know, by topic and Bloom level, and what comes back when.")

  @Option(help: "Only answers to questions of this course.")
  var course: String?

  @Option(help: "Only answers to questions of this topic.")
  var topic: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    let library = try Workspace(options).library()
    let asked = [topic.map(StatsSubject.topic), course.map(StatsSubject.course)].compactMap(\.self)
    let subjects = try asked.map { asked in
      guard let known = try library.known(asked) else { throw LibraryError.noSuchSubject(asked) }
      return known
    }
    let figures = try library.statistics(about: subjects)
    if json {
      Output.json(StatisticsJSON.object(figures, about: subjects))
    } else if figures.answers == 0 {
      let about = subjects.isEmpty ? "" : " about \(StatisticsReport.phrase(subjects))"
      Output.note("There are no answers\(about) yet: take a test with `testlet take latest`, or open `testlet`.")
    } else {
      Output.line(StatisticsReport.text(figures, about: subjects))
    }
  }
}
