import ArgumentParser
import LanguageModels

/// `testlet restore FILE`.
struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Take the whole library back from a file that `testlet backup` wrote.",
    discussion: """
      What was there before is kept in a file beside the library, so that it can be taken back too; a number in \
      its name keeps it from taking the place of an earlier one.
      """)

  @Argument(help: "The file to take it from.", completion: .file())
  var file: String

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    let workspace = try Workspace(options)
    let library = try workspace.library()
    let former = try library.restore(from: file, keeping: workspace.paths.formerLibrary)
    let tests = Counted.text(try library.tests().count, "test")
    Output.note(
      "The library is as in \(Output.cell(file)), with \(tests). What was there before is in \(Output.cell(former)).")
  }
}
