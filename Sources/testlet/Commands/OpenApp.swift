import ArgumentParser
import TestletApp

/// `testlet` alone.
struct OpenApp: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "app", abstract: "Open the app (so does `testlet` alone).")

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    try await TestletApp.run(environment: Workspace(options).app())
  }
}
