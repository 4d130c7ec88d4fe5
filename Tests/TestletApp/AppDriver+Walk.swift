import LanguageModels
import Terminal
import Testing

@testable import TestletApp

/// The app in the hands of a student who sees everything of it.
extension AppDriver {
  /// The sizes of terminals that screens are looked at in.
  nonisolated static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 12),
  ]

  /// Whether it is known how every backend is.
  var knowsBackends: Bool {
    let entries = state.backends.entries
    return !entries.isEmpty && entries.allSatisfy { $0.availability != .unknown }
  }

  /// Goes through all screens, and hands each over once it is shown.
  func visitEveryScreen(_ look: (String) throws -> Void) async throws {
    try await wait(for: "testlet")
    try await wait { $0.state.home.tests != nil && $0.knowsBackends }
    try look("Home")
    press(.character(":"))
    try look("Command line")
    press(.escape)
    press(.character("r"))
    try await wait { $0.state.review?.queue != nil }
    try look("Nothing to review")
    press(.escape, .character("p"))
    try await wait { $0.state.stats?.figures != nil }
    try look("Stats")
    press(.escape, .character("g"))
    try look("Settings")
    press(.character("p"))
    try await wait { $0.state.parameters?.parameters != nil }
    try look("Parameters")
    press(.enter)
    try look("A parameter being typed")
    press(.escape, .escape, .character("t"))
    try await wait { $0.state.trial?.isRunning == false }
    try look("One real question")
    press(.escape)
    if state.backends.entries.count > 1 {
      press(.down, .character("m"))
      try await wait { $0.state.models?.present != nil }
      try look("Models")
      press(.escape)
    }
    press(.escape, .character("n"))
    try await wait { $0.state.newTest?.start != nil }
    try look("Choosing notes")
    try await wait {
      if case .browser(let browser) = $0.state.newTest?.popup { browser.listing != nil } else { false }
    }
    try look("File browser")
    press(.enter, .enter)
    try await wait { $0.state.newTest?.blueprint != nil }
    try look("New test")
    press(.tab, .tab, .tab, .enter)
    try look("Topics of a new test")
    press(.escape, .escape, .character("s"))
    try await wait { $0.state.generations.values.first?.phase == .ended(.complete) }
    try look("Generating")
    press(.escape, .character("b"))
    try await wait { $0.state.bank?.entries?.count == 10 && $0.state.bank?.facets.courses.isEmpty == false }
    try look("Library")
    press(.enter)
    try await wait { $0.state.bank?.opened != nil }
    try look("A question of the library")
    press(.escape, .character("f"))
    try look("Filters of the library")
    press(.character("/"))
    try look("Finding a topic")
    press(.escape, .escape, .character("t"))
    try look("Tags of a question")
    press(.escape, .character("/"))
    try look("Search in the library")
    press(.escape, .escape, .character("o"))
    try await wait { $0.state.sources?.things.isEmpty == false }
    try look("Notes")
    press(.enter)
    try await wait { $0.state.sources?.opened?.versions.isEmpty == false }
    try look("The topics of notes")
    press(.enter)
    try await wait { $0.state.sources?.opened?.reading != nil }
    try look("A passage of notes")
    press(.escape, .escape, .escape, .character("e"))
    try await wait { $0.state.overlay != nil }
    try look("Form of an attempt")
    press(.enter)
    try await wait { $0.state.taking != nil }
    try look("Test")
    press(.character("t"))
    try look("Pause")
    press(.enter)
    press(.character("m"))
    try look("Map")
    press(.escape, .character("s"))
    try look("Question before handing in")
    press(.tab, .enter)
    try await wait { $0.state.results != nil }
    try look("Results")
    press(.enter)
    // Where the summary fills the screen, Enter goes to the questions first.
    if state.results?.opened == nil { press(.enter) }
    try look("A question of the results")
    press(.character("v"))
    try await wait { $0.state.results?.passage != nil }
    try look("Passage of the notes")
    press(.escape, .character("X"))
    try await wait { $0.state.results?.item?.isReported == true }
    try look("Bad question")
    press(.character("u"))
    try await wait { $0.state.results?.item?.isReported == false }
    pass(120)
    press(.escape, .escape, .character("r"))
    try await wait { $0.state.review?.asked != nil }
    try look("A question to be reviewed")
    press(.character("a"))
    try look("A review being kept")
    try await wait { $0.state.review?.asked?.kept != nil }
    try look("A review that was kept")
    press(.escape, .character("p"))
    try await wait { $0.state.stats?.figures != nil }
    try look("Stats with figures")
  }
}
