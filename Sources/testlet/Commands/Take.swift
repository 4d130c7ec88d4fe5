import ArgumentParser
import TestletApp

/// `testlet take TEST`.
struct Take: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Open one test in the app.")

  @Argument(help: "The test's id, the beginning of it (4 characters or more), or `latest`.")
  var test: String

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    let workspace = try Workspace(options)
    let id = try workspace.library().resolve(test)
    try await TestletApp.run(environment: workspace.app(), start: .test(id))
  }
}
