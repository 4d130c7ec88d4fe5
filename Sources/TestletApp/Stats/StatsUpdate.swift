import PracticeTests
import Terminal

extension AppState {
  mutating func openStats(about subject: StatsSubject? = nil) -> [AppEffect] {
    push(.stats(StatsState(subject: subject)))
    return [.loadStats]
  }

  mutating func updateStats(_ action: StatsAction) -> [AppEffect] {
    guard var stats else { return [] }
    defer { self.stats = stats }
    switch action {
    case .loaded(let figures): stats.figures = stats.subject.map(figures.about) ?? figures
    case .scrolled(let key):
      guard let figures = stats.figures else { return [] }
      let body = Frame(size).body
      _ = stats.scroll.handle(
        key, total: StatsLayout(figures, body.size, symbols: symbols).height, height: body.rows)
    }
    return []
  }

  func statsBindings(_ stats: StatsState) -> [Binding] {
    [
      Binding(
        [.character("r")], "review", help: "Review what is due.",
        does: .reviewAsked),
      Binding(.listMoves, name: "Up/Down, j/k", "scroll", help: "Scroll the figures.") { .stats(.scrolled($0)) },
    ]
  }
}
