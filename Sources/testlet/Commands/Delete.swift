import ArgumentParser
import LanguageModels
import PracticeTests

/// `testlet delete TEST`.
struct Delete: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete one test and its attempts; the figures keep what was answered.",
    discussion: "In a terminal it asks first, unless --yes says so; elsewhere it deletes at once.")

  @OptionGroup var test: TestArgument

  @Flag(help: "Delete it without a question.")
  var yes = false

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    let library = try Workspace(options).library()
    let id = try test.resolve(in: library)
    if !yes, Consent.canBeAsked, let test = try library.tests().first(where: { $0.id == id }) {
      guard Consent.isGiven(to: Self.question(test)) else { return Output.note("Nothing was deleted.") }
    }
    try library.deleteTest(id)
    Output.note("Deleted test \(id). For \(Library.daysOfDeletedTests) days u on Home of the app brings it back.")
  }

  private static func question(_ test: TestSummary) -> String {
    let questions = Counted.text(test.accepted, "question")
    return "Delete \"\(Output.cell(test.title))\" (\(test.id)), its \(questions) and its attempts?"
  }
}
