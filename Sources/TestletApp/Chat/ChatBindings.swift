import Terminal

extension AppState {
  func chatBindings(_ state: ChatState) -> [Binding] {
    let isRunning = state.running != nil
    let busy = isRunning ? "A model is still writing: Esc stops it." : nil
    let isEmpty = state.field.isEmpty && state.suggestion == nil
    var bindings = [
      Binding(
        [.enter], "ask", help: "Ask what is written; at first, where nothing is, why the answer is right or not.",
        disabled: busy ?? (isEmpty ? "Write a question first." : nil), does: .chat(.asked)),
      Binding(
        [.tab], "say it simpler", help: "Have the last answer, or at first the explanation, said in simpler words.",
        disabled: busy ?? (state.chat.explanation == nil ? "There is no explanation to say simpler." : nil),
        does: .chat(.simplerAsked)),
      Binding(
        [.up, .down, .pageUp, .pageDown], name: "Up/Down, PgUp/PgDn", "scroll", help: "Scroll what was said.",
        footer: .hidden
      ) { .chat(.scrolled($0)) },
    ]
    if isRunning {
      bindings.append(
        Binding(
          [.escape], "stop", help: "Stop the answer; what has come of it stays.", footer: .pinned,
          does: .chat(.stopped)))
    }
    return bindings
  }
}
