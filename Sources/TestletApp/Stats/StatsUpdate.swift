import PracticeTests
import Terminal

extension AppState {
  mutating func openStats(about subject: StatsSubject? = nil) -> [AppEffect] {
    push(.stats(StatsState(subject: subject)))
    return [.review(.loadStats(about: subject))]
  }

  mutating func updateStats(_ action: StatsAction) -> [AppEffect] {
    guard var stats else { return [] }
    defer { self.stats = stats }
    switch action {
    case .loaded(let figures, let subject):
      if subject == stats.subject { stats.figures = figures }
    case .everythingAsked:
      stats = StatsState()
      return [.review(.loadStats(about: nil))]
    case .scrolled(let key):
      guard let figures = stats.figures else { return [] }
      let body = Frame(size).body
      let layout = StatsLayout(figures, about: stats.subject, body.size, symbols: symbols)
      _ = stats.scroll.handle(key, total: layout.height, height: body.rows)
    }
    return []
  }

  func statsBindings(_ stats: StatsState) -> [Binding] {
    let review = Binding([.character("r")], "review", help: "Review what is due.", does: .reviewAsked)
    let scroll = Binding(.listMoves, name: "Up/Down, j/k", "scroll", help: "Scroll the figures.") {
      .stats(.scrolled($0))
    }
    let everything = Binding(
      [.character("a")], "everything", help: "Show the figures about everything.", does: .stats(.everythingAsked))
    return stats.subject == nil ? [review, scroll] : [everything, review, scroll]
  }
}
