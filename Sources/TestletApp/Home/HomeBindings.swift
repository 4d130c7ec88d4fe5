import PracticeTests
import Terminal

extension AppState {
  var homeBindings: [Binding] {
    let selected = home.selected
    let none = selected == nil ? "There is no test yet: press n to make one." : nil
    let hasQuestions = selected.map { $0.accepted > 0 } ?? false
    let begun = selected?.openAttempt == nil ? nil : "It is begun already: press Enter to go on."
    let noQuestion = hasQuestions ? nil : "It has no question yet."
    // Before there is a test, what writes the questions is among the first things to choose.
    let isFirst = home.tests?.isEmpty == true
    let settings = Binding(
      [.character("g")], "settings", help: "Choose what writes the questions.", does: .settingsAsked)
    let making = [
      Binding(
        [.enter, .right, .character("l")], selected.map(openLabel) ?? "open",
        help: "Go on with the test, take it, see its results, or go on making it.", disabled: none,
        does: .home(.opened)),
      Binding([.character("n")], "new", help: "Make a test from notes.", does: .home(.newTestAsked)),
    ]
    // Where there are tests, the letter is for handing one in, and would make another by mistake.
    let sample =
      home.tests?.isEmpty == false
      ? []
      : [
        Binding(
          [.character("s")], "sample", help: Self.sampleHelp, footer: isFirst ? .listed : .hidden,
          disabled: sampleHindrance, does: .home(.sampleAsked))
      ]
    let using = [
      .study(disabled: none ?? begun ?? noQuestion, does: .home(.openedForStudy)),
      Binding(
        [.character("v")], "results", help: "See how earlier attempts went, also while another one goes on.",
        footer: begun != nil && selected?.lastScore != nil ? .listed : .hidden,
        disabled: none ?? (selected?.lastScore == nil ? "No attempt was handed in yet." : nil),
        does: .home(.resultsAsked)),
      Binding(
        [.character("r")], home.due == 0 ? "review" : "review \(home.due)",
        help: "Review the questions that come back: what you missed, when you are about to forget it.",
        does: .reviewAsked),
      Binding(
        [.character("p")], "stats", help: "Show your progress: what you know, and what comes back when.",
        does: .statsAsked),
      Binding([.character("b")], "library", help: "All questions, to search and to look after.", does: .bank(.asked)),
      Binding(
        [.character("o")], "notes", help: "The notes that tests were made from, and what of them has questions.",
        does: .sources(.asked)),
      .timed(disabled: none ?? begun ?? noQuestion, does: .home(.timedAsked)),
      Binding(
        [.character("/")], "search", help: "Search all questions.", footer: .hidden, does: .bank(.searchAsked)),
    ]
    let changing = [
      Binding(
        [.character("d"), .delete], "delete", help: "Delete the test (asks).", disabled: none,
        does: .home(.deletionAsked)),
      Binding(
        [.character("u")], "undo", help: "Bring back the test that was deleted last.",
        footer: home.deleted == nil ? .hidden : .listed,
        disabled: home.deleted == nil ? "There is no deleted test to bring back." : nil, does: .home(.undoAsked)),
      Binding(.listMoves, name: "Up/Down, j/k", "move", help: "Move in the list.", footer: .hidden) {
        .home(.moved($0))
      },
    ]
    return making + sample + (isFirst ? [settings] + using : using + [settings]) + changing
  }

  static let sampleHelp = "Make a test from the sample notes."

  /// Why no sample test is made now.
  var sampleHindrance: String? { arrival == .sample ? "The sample test is being made." : nil }

  private func openLabel(_ test: TestSummary) -> String {
    if test.openAttempt != nil { return "go on" }
    switch test.status {
    case .generating, .failed: return "open"
    case .complete, .incomplete: return test.lastScore == nil ? "take" : "results"
    }
  }
}
