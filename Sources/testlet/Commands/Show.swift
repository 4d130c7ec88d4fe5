import ArgumentParser
import PracticeTests

/// `testlet show TEST`.
struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Print one test with its answers.")

  @OptionGroup var test: TestArgument

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    let library = try Workspace(options).library()
    let test = try library.test(test.resolve(in: library))
    if json {
      Output.json(TestJSON.object(test))
    } else {
      Output.line(Output.plain(TestMarkdown.document(test, answers: true, code: .indented)))
    }
  }
}
