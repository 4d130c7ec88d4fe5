import ArgumentParser
import Foundation
import LanguageModels

/// The program.
@main
struct Testlet: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "testlet",
    abstract:
      "Practice tests from your own notes, written by a language model on your machine and checked before you see them.",
    version: "testlet 0.1.0",
    subcommands: [
      OpenApp.self, Generate.self, Take.self, List.self, Show.self, Delete.self, Export.self, Backends.self,
      Config.self,
    ], defaultSubcommand: OpenApp.self)

  /// Every error ends here, as one sentence and an exit code.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asyncCommand = command as? any AsyncParsableCommand {
        try await asyncCommand.run()
      } else {
        try command.run()
      }
    } catch let error as any ReportableError {
      Output.note("testlet: \(Output.plain(error.sentence))")
      Foundation.exit(error.category.exitCode)
    } catch is CancellationError {
      Foundation.exit(FailureCategory.interrupted.exitCode)
    } catch {
      exit(withError: error)
    }
  }
}
