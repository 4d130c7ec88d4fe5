import Terminal

extension AppState {
  mutating func openTrial() -> [AppEffect] {
    guard let entry = pointedBackend else { return [] }
    push(.trial(TrialState(backend: entry.id, name: entry.fullName, startedAt: now)))
    return [.settings(.tryBackend(entry.id))]
  }

  mutating func updateTrial(_ action: TrialAction) -> [AppEffect] {
    guard var trial else { return [] }
    var effects: [AppEffect] = []
    switch action {
    case .textArrived(let text): if trial.isRunning { trial.text += text }
    case .ended(let result): trial.outcome = .ended(result)
    case .failed(let sentence): trial.outcome = .failed(sentence)
    case .scrolled(let key):
      let area = Frame(size).body
      _ = trial.scroll.handle(key, total: trialRows(trial, width: area.columns - 2).count, height: area.rows)
    case .askedAgain:
      trial = TrialState(backend: trial.backend, name: trial.name, startedAt: now)
      effects = [.settings(.tryBackend(trial.backend))]
    }
    self.trial = trial
    return effects
  }

  func trialBindings(_ trial: TrialState) -> [Binding] {
    [
      Binding(
        [.character("r")], "ask again", help: "Ask the same once more.",
        disabled: trial.isRunning ? "It is still writing." : nil, does: .trial(.askedAgain)),
      Binding(
        [.up, .down, .character("k"), .character("j"), .pageUp, .pageDown, .character(" "), .home, .end],
        name: "Up/Down, j/k", "scroll", help: "Scroll.", footer: .hidden
      ) { .trial(.scrolled($0)) },
    ]
  }
}
