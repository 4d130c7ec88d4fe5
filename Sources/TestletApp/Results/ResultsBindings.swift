import PracticeTests
import Terminal

extension AppState {
  func resultsBindings(_ results: ResultsState) -> [Binding] {
    if results.passage != nil { return passageBindings() }
    return results.opened == nil ? overviewBindings(results) : reviewBindings(results)
  }

  private func overviewBindings(_ results: ResultsState) -> [Binding] {
    let isSeen = ResultsLayout(results, size).isVisible(results.selection, results.offset)
    return [
      Binding(
        [.enter, .right, .character("l")], isSeen ? "open" : "questions",
        help: "Go to the questions, and show one with the answer and why it is right.",
        disabled: results.item == nil ? "There is no question." : nil, does: .results(.opened)),
      selfGrading(results),
      chatBinding(results.chatHindrance, footer: .hidden),
    ] + stepping(results) + retaking(results) + reporting(results) + [
      Binding(.listMoves, name: "Up/Down, j/k", "move", help: "Move in the list.", footer: .hidden) {
        .results(.moved($0))
      },
      modelBinding,
    ]
  }

  /// Leads to the models, without which a question can't be asked about.
  var modelBinding: Binding {
    Binding(
      [.character("g")], "settings", help: "Choose what writes the questions, and answers yours.", footer: .hidden,
      does: .settingsAsked)
  }

  private func reviewBindings(_ results: ResultsState) -> [Binding] {
    [Binding].steps(at: results.selection, of: results.attempt.items.count) { .results(.stepped($0)) } + [
      Binding(
        [.character("v")], "in the notes", help: "Show the passage of the notes with the evidence marked.",
        disabled: results.item?.question.grounding == nil ? "It was brought without a place in the notes." : nil,
        does: .results(.passageAsked)),
      selfGrading(results),
      chatBinding(results.chatHindrance),
    ] + reporting(results) + [
      modelBinding,
      Binding(.listMoves, name: "Up/Down, j/k", "scroll", help: "Scroll the question.", footer: .hidden) {
        .results(.scrolled($0))
      },
      Binding(
        [.escape, .character("q"), .enter], "back", help: "Go back to the results.", footer: .pinned,
        does: .results(.closed)),
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

  private func reporting(_ results: ResultsState) -> [Binding] {
    let isReported = results.item?.isReported == true
    let isUndoable = results.reported != nil
    return [
      Binding(
        [.character("X")], "report", help: "Report a bad question: it leaves the library, and every score.",
        footer: isReported ? .hidden : .listed,
        disabled: results.item == nil ? "There is no question." : isReported ? "It is reported already." : nil,
        does: .results(.reportAsked)),
      Binding(
        [.character("u")], "undo", help: "Take back that the question is bad, or the one reported last.",
        footer: isUndoable ? .listed : .hidden, disabled: isUndoable ? nil : "It is not reported as bad.",
        does: .results(.reportTakenBack)),
    ]
  }

  private func retaking(_ results: ResultsState) -> [Binding] {
    let begun = results.isAttemptOpen ? "Another attempt is begun: a goes on with it." : nil
    return [
      Binding(
        [.character("a")], results.isAttemptOpen ? "go on" : "again",
        help: "Take the test again, or go on with the attempt that is begun.", does: .results(.retakeAsked(.exam))),
      Binding(
        [.character("m")], "missed", help: "Take again what was missed, left open or unsure.",
        disabled: begun ?? (results.attempt.missed.isEmpty ? "Nothing was missed." : nil),
        does: .results(.missedAsked)),
      Binding(
        [.character("t")], "study", help: "Take it again in study mode: each answer is graded at once.",
        disabled: begun, does: .results(.retakeAsked(.study))),
      Binding(
        [.character("e")], "timed", help: "Take it again as an exam with a time, after which it is handed in.",
        disabled: begun, does: .results(.timedAsked)),
    ]
  }

  private func stepping(_ results: ResultsState) -> [Binding] {
    let (isFirst, isLast) = (results.shown == 0, results.shown == results.attempts.count - 1)
    return [
      Binding(
        [.character("[")], "earlier", help: "Show the attempt before.", footer: isFirst ? .hidden : .listed,
        disabled: isFirst ? "This is the first attempt that was handed in." : nil, does: .results(.attemptStepped(-1))),
      Binding(
        [.character("]")], "later", help: "Show the attempt after.", footer: isLast ? .hidden : .listed,
        disabled: isLast ? "This is the last attempt that was handed in." : nil, does: .results(.attemptStepped(1))),
    ]
  }
}

extension ResultsState {
  /// Why the question can't be asked about.
  fileprivate var chatHindrance: String? {
    guard let item else { return "There is no question." }
    // The exam asks the same questions once more.
    if openMode == .exam { return "An exam of this test is open: you can ask when it is handed in." }
    return item.response.outcome == nil ? "It is not graded yet." : nil
  }
}
