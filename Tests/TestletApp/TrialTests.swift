import LanguageModels
import Terminal
import Testing

@testable import TestletApp

@Suite("One real question")
@MainActor
struct TrialTests {
  @Test("Verdict, gates, question, answer and prompt are shown, and it can be asked again")
  func kept() async throws {
    let app = try AppDriver(columns: 100, rows: 40)
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("g"))
    try await app.wait(for: "asked just now")
    app.press(.character("t"))
    try await app.wait(for: "It would be kept.")
    #expect(app.screen.contains("A question from Built-in (no model)") && !app.screen.contains("tokens"))
    let chosen = "\(app.state.symbols.chosen) "
    for part in ["Every gate passed.", "Question", chosen, "Answer as it came", "\"prompt\"", "Prompt, system"] {
      #expect(app.screen.contains(part) || app.rowsText.contains(part), "\(part)")
    }
    app.press(.character("r"))
    #expect(app.effects == [.settings(.tryBackend("mock"))])
    try await app.wait(for: "It would be kept.")
  }

  @Test("A backend that is gone says why, and leaving calls a question off")
  func gone() async throws {
    let app = try AppDriver(backends: [.mock, .ollamaDefault])
    try await app.wait(for: "Welcome to testlet")
    app.press(.character("g"))
    try await app.wait(for: "not available")
    app.press(.down, .character("t"))
    try await app.wait(for: "Nothing answers at http://localhost:11434")
    app.press(.character("r"), .escape)
    #expect(app.effects.contains(.settings(.cancelTrial)))
    #expect(app.state.trial == nil)
  }
}

extension AppDriver {
  /// All that the trial's screen has, also below its end.
  fileprivate var rowsText: String {
    guard let trial = state.trial else { return "" }
    return state.trialRows(trial, width: 90).map { $0.map(\.text).joined() }.joined(separator: "\n")
  }
}
