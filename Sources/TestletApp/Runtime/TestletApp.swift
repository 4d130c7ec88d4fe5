import PracticeTests

/// The front end.
public enum TestletApp {
  /// What the app begins with.
  public enum Start: Equatable, Sendable {
    /// The list of tests.
    case home
    /// The questions that are due.
    case review
    /// A test to take, by its whole id.
    case test(String)
    /// What was asked for in plain words.
    case action(PlainAction)
  }

  /// Runs the app in the terminal until the student leaves it.
  ///
  /// - Throws: `TerminalError` where there is no terminal to run in, or why the library could not be opened; the
  ///   terminal is restored then.
  @MainActor
  public static func run(environment: AppEnvironment, start: Start = .home) async throws {
    try await AppRunner(environment: environment).run(start)
  }
}
