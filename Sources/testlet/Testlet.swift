import ArgumentParser
import TestletApp

/// The program; alone, it opens the app.
@main
struct Testlet: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    // Every command says its name: to derive one from a type has the runtime look through all conformances, which was
    // two fifths of the time in which the program starts.
    commandName: "testlet",
    abstract: """
      Practice tests from your own notes, written by a language model on your machine and checked before you see them.
      """,
    usage: "testlet [<options>]\ntestlet <subcommand>",
    discussion: "Without a subcommand, testlet opens its app.",
    version: "testlet 0.1.0",
    subcommands: [
      Generate.self, Ask.self, Summarize.self, Take.self, Review.self, List.self, Show.self, Another.self, Replace.self,
      Edit.self, Delete.self, Stats.self, Import.self, Export.self, Check.self, Backup.self, Restore.self,
      Backends.self, Config.self, Doctor.self,
    ])

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    try await TestletApp.run(environment: Workspace(options, makesSettings: true).app())
  }

  /// Every error ends here, as one sentence and an exit code.
  static func main() async {
    do {
      try await perform()
    } catch  where exitCode(for: error) == .success {
      exit(withError: error)
    } catch {
      Ending(error).take()
    }
  }

  /// Does what arguments say, those of the program if none are given.
  static func perform(_ arguments: [String]? = nil) async throws {
    var command = try parseAsRoot(arguments)
    if var asyncCommand = command as? any AsyncParsableCommand {
      try await asyncCommand.run()
    } else {
      try command.run()
    }
  }
}
