extension AppState {
  /// Takes in what is known of the backends.
  mutating func updateBackends(_ action: BackendsAction) -> [AppEffect] {
    switch action {
    case .listed(let configurations, let selected):
      backends.list(configurations, selected: selected)
      // A changed address or variable has another key.
      let unknown = backends.entries.filter { $0.key == nil && $0.configuration.takesKey }
      return settings == nil ? [] : unknown.map { .settings(.readKey($0.configuration)) }
    case .selected(let id): backends.selectedID = id
    case .rulesRead(let mode, let privacy): (backends.mode, backends.privacy) = (mode, privacy)
    case .pulling(let id, let progress): backends.pulls[id]?.progress = progress
    case .keyFound(let id, let key): backends.note(id, key)
    case .pullEnded(let id, let problem): return endPull(id, problem: problem)
    case .probed(let id, let availability, let date): backends.note(id, availability, at: date)
    case .replaced(let id, let standIn): backends.note(id, standIn: standIn)
    }
    return []
  }

  /// The place of the selected backend among all of them.
  var selectedBackendIndex: Int {
    backends.entries.firstIndex { $0.id == backends.selectedID } ?? 0
  }
}
