import ArgumentParser
import Foundation
import PracticeTests

extension ExportFormat: ExpressibleByArgument {}

/// `testlet export TEST --to FORMAT`.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write one test in another format.",
    discussion: "What a format can't hold is named on standard error, question by question.")

  @OptionGroup var test: TestArgument

  @Option(help: "The format.")
  var to: ExportFormat

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Leave the answers out (Markdown and HTML).")
  var noAnswers = false

  @Flag(help: "Replace the file if it is there.")
  var force = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if noAnswers, !to.canOmitAnswers {
      throw ValidationError(
        "--no-answers goes with --to markdown and --to html: the other formats hold the whole test.")
    }
  }

  func run() async throws {
    let library = try Workspace(options).library()
    let test = try library.test(test.resolve(in: library))
    let exported = to.fileText(test, answers: !noAnswers)
    for sentence in exported.losses.sentences { Output.note(Output.plain(sentence)) }
    guard !exported.isEmpty else { throw NothingExported(format: to) }
    if let output {
      try OutputFile(path: output, isReplacing: force, library: library.path).write(Data(exported.text.utf8))
    } else {
      Output.text(exported.text)
    }
  }
}
