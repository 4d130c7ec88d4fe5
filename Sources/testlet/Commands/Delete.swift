import ArgumentParser

/// `testlet delete TEST`.
struct Delete: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Delete one test and its attempts.")

  @Argument(help: "The test's id, the beginning of it (4 characters or more), or `latest`.")
  var test: String

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    let library = try Workspace(options).library()
    let id = try library.resolve(test)
    try library.deleteTest(id)
    Output.note("Deleted test \(id).")
  }
}
