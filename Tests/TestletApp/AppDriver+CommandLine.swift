import LanguageModels
import TestSupport
import Testing

@testable import TestletApp

/// The app with notes in its folder, and its command line.
extension AppDriver {
  private static let notes = """
    # Rivers

    ## Bends

    A **meander** is a bend of a river that grows as its outer bank is worn away. An **oxbow lake** is a lake that is \
    left behind when a river cuts off one of its own bends.

    ## Mouths

    A **delta** is a fan of land that a river builds where it meets the sea. An **estuary** is the wide mouth of a \
    river where fresh water mixes with the tide.
    """

  /// The app on Home, with notes on rivers in its folder.
  static func withRivers(
    columns: Int = 80, rows: Int = 24, backends: [LLMBackendConfig] = [.mock],
    factory: LLMBackendFactory = AppDriver.noServers
  ) async throws -> AppDriver {
    let app = try AppDriver(columns: columns, rows: rows, backends: backends, factory: factory)
    _ = try app.folder.write(notes, to: "rivers.md")
    try await app.wait(for: "Welcome to testlet")
    return app
  }

  /// The command line, where it is open.
  var commandLine: CommandLineState? {
    if case .commandLine(let line) = state.overlay { line } else { nil }
  }

  /// Enters something on the command line.
  func say(_ text: String) {
    press(.character(":"))
    type(text)
    press(.enter)
  }
}
