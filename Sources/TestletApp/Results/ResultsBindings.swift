import PracticeTests
import Terminal

extension AppState {
  func resultsBindings(_ results: ResultsState) -> [Binding] {
    results.opened == nil ? overviewBindings(results) : reviewBindings(results)
  }

  private func overviewBindings(_ results: ResultsState) -> [Binding] {
    [
      Binding(
        [.enter, .right, .character("l")], "open", help: "Show the question with the answer, and why it is right.",
        disabled: results.item == nil ? "There is no question." : nil, does: .results(.opened)),
      selfGrading(results),
      chatBinding(results.chatHindrance, footer: .hidden),
      retake("a", .exam, "take again", "Take the test again."),
      retake("t", .study, "study", "Take it again in study mode: each answer is graded at once."),
      Binding(.listMoves, name: "Up/Down, j/k", "move", help: "Move in the list.", footer: .hidden) {
        .results(.moved($0))
      },
      Binding(
        [.character("g")], "settings", help: "Choose what writes the questions.", footer: .hidden, does: .settingsAsked),
    ]
  }

  private func reviewBindings(_ results: ResultsState) -> [Binding] {
    let isLast = results.selection >= results.attempt.items.count - 1
    return [
      Binding(
        [.character("n"), .right, .character("l"), .tab], "next", help: "Show the next question.",
        disabled: isLast ? "This is the last question." : nil, does: .results(.stepped(1))),
      Binding(
        [.character("p"), .left, .character("h"), .backTab], "previous", help: "Show the question before.",
        disabled: results.selection == 0 ? "This is the first question." : nil, does: .results(.stepped(-1))),
      selfGrading(results),
      chatBinding(results.chatHindrance),
      Binding(.listMoves, name: "Up/Down, j/k", "scroll", help: "Scroll the question.", footer: .hidden) {
        .results(.scrolled($0))
      },
      Binding([.escape, .character("q"), .enter], "back", help: "Go back to the results.", does: .results(.closed)),
    ]
  }

  private func selfGrading(_ results: ResultsState) -> Binding {
    let hindrance = results.item.map { SelfGrading.hindrance($0.question.item, $0.response) } ?? "There is no question."
    return Binding(
      [.character("y")], SelfGrading.label(results.item?.response.outcome),
      help: "Grade a written answer yourself; again takes it back.", footer: hindrance == nil ? .listed : .hidden,
      disabled: hindrance,
      does: .results(.selfGraded))
  }

  private func retake(_ key: Character, _ mode: Attempt.Mode, _ label: String, _ help: String) -> Binding {
    Binding([.character(key)], label, help: help, does: .results(.retakeAsked(mode)))
  }
}

extension ResultsState {
  /// Why the question can't be asked about.
  fileprivate var chatHindrance: String? {
    guard let item else { return "There is no question." }
    return item.response.outcome == nil ? "It is not graded yet." : nil
  }
}
