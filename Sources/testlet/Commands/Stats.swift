import ArgumentParser
import PracticeTests

/// `testlet stats`.
struct Stats: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what you know, by topic and Bloom level, and what comes back when.")

  @Option(help: "Of topics, only those of this course.")
  var course: String?

  @Option(help: "Of topics, only this one.")
  var topic: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    let library = try Workspace(options).library()
    var figures = try library.statistics()
    if let course { figures = figures.about(.course(course)) }
    if let topic { figures = figures.about(.topic(topic)) }
    let due = try library.reviewQueue()
    if json {
      Output.json(StatisticsJSON.object(figures, due: due))
    } else if figures.answers == 0 {
      Output.note("There are no answers yet: take a test with `testlet take latest`, or open `testlet`.")
    } else {
      Output.line(StatisticsReport.text(figures, due: due))
    }
  }
}
