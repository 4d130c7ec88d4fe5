import ArgumentParser
import LanguageModels
import PracticeTests

/// `testlet list`.
struct List: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the tests.")

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    let tests = try Workspace(options).library().tests()
    if json {
      Output.json(.array(tests.map(Self.object)))
    } else if tests.isEmpty {
      Output.note("There are no tests yet: make one with `testlet generate NOTES`, or open `testlet`.")
    } else {
      let numbers = tests.numbers
      for test in tests { Output.line(Self.row(test, number: numbers[test.id])) }
    }
  }

  private static func row(_ test: TestSummary, number: Int?) -> String {
    let score = test.lastScore.map(Percentage.text) ?? "-"
    let filled = "\(test.accepted)/\(test.count)"
    let title = test.title + (number.map { " #\($0)" } ?? "")
    return [test.id, test.shownStatus, filled, score, test.course, title].map(Output.cell).joined(separator: "\t")
  }

  private static func object(_ test: TestSummary) -> JSONValue {
    .members([
      ("id", .string(test.id)), ("title", .string(test.title)), ("course", .string(test.course)),
      ("status", .string(test.shownStatus)), ("createdAt", .date(test.createdAt)), ("count", .number(test.count)),
      ("accepted", .number(test.accepted)), ("missing", .number(test.missing)),
      ("bestScore", test.bestScore.map { .number(String($0)) } ?? .null),
      ("lastScore", test.lastScore.map { .number(String($0)) } ?? .null),
    ])
  }
}
