import ArgumentParser
import PracticeTests

/// The argument that names a test.
struct TestArgument: ParsableArguments {
  @Argument(help: "The test's id, the beginning of it (4 characters or more), or `latest`.")
  var test: String

  /// The id of the test that is named.
  func resolve(in library: Library) throws -> String { try library.resolve(test) }
}
