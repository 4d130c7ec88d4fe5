import ArgumentParser
import PracticeTests

/// `testlet backup FILE`.
struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the whole library to one file.",
    discussion: "Notes, tests, questions and attempts; not the settings, and no key.")

  @Argument(help: "The file to write.", completion: .file())
  var file: String

  @Flag(help: "Replace the file if it is there.")
  var force = false

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    let library = try Workspace(options).library()
    try OutputFile(path: file, isReplacing: force, library: library.path).make(mode: 0o600) { temporary, _ in
      try library.backUp(to: temporary)
    }
    Output.note("The library is copied to \(Output.cell(file)): `testlet restore` takes it back.")
  }
}
