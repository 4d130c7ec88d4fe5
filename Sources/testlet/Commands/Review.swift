import ArgumentParser
import TestletApp

/// `testlet review`.
struct Review: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Review the questions that are due, in the app.")

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    try await TestletApp.run(environment: Workspace(options, makesSettings: true).app(), start: .review)
  }
}
