import PracticeTests
import Terminal

extension AppState {
  mutating func openStats(about subject: StatsSubject? = nil) -> [AppEffect] {
    push(.stats(StatsState(subject: subject)))
    return [.review(.loadStats(about: subject))]
  }

  mutating func updateStats(_ action: StatsAction) -> [AppEffect] {
    guard var stats else { return [] }
    if action == .hardestAsked { return stats.figures?.hardest.first.map { openBank(at: $0) } ?? [] }
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
    case .hardestAsked: break
    }
    return []
  }

  /// Opens the library over the figures at a question, which its own words find.
  private mutating func openBank(at question: StudyStatistics.HardQuestion) -> [AppEffect] {
    var bank = BankState(words: question.prompt)
    bank.shown = question.id
    push(.bank(bank))
    return bank.firstReading + [.bank(.readQuestion(question.id))]
  }

  func statsBindings(_ stats: StatsState) -> [Binding] {
    let review = Binding([.character("r")], "review", help: "Review what is due.", does: .reviewAsked)
    let scroll = Binding(.listMoves, name: "Up/Down, j/k", "scroll", help: "Scroll the figures.") {
      .stats(.scrolled($0))
    }
    let everything = Binding(
      [.character("a")], "everything", help: "Show the figures about everything.", does: .stats(.everythingAsked))
    let hardest = Binding(
      [.enter], "hardest", help: "Show the question that is hardest for you, in the library.",
      disabled: stats.figures?.hardest.isEmpty == false ? nil : "No question is hard for you yet.",
      does: .stats(.hardestAsked))
    return (stats.subject == nil ? [] : [everything]) + [review, hardest, scroll]
  }
}
