import ArgumentParser
import PracticeTests

/// `testlet show TEST`.
struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Print one test with its answers.")

  @Argument(help: "The test's id, the beginning of it (4 characters or more), or `latest`.")
  var test: String

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    let library = try Workspace(options).library()
    let test = try library.test(library.resolve(test))
    if json {
      Output.json(TestJSON.object(test))
    } else {
      Output.line(Output.plain(TestMarkdown.document(test, answers: true, code: .indented)))
    }
  }
}
