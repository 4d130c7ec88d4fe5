import PracticeTests
import Terminal

/// The passage that a question rests on, with the evidence marked.
extension AppState {
  mutating func updatePassage(_ action: ResultsAction, _ results: inout ResultsState) -> [AppEffect] {
    let grounding = results.item?.question.grounding
    switch action {
    case .passageAsked:
      return grounding.map { [.taking(.readPassage($0.passageID))] } ?? []
    case .passageRead(let passage):
      guard let passage else {
        notice = Notice(kind: .problem, text: "The notes of this question are not in the library any more.")
        return []
      }
      guard results.opened != nil, let grounding, grounding.passageID == passage.id else { return [] }
      results.passage = PassageState(passage: passage, grounding: grounding)
      scrollToEvidence(&results)
    case .passageScrolled(let key):
      guard let shown = results.passage else { return [] }
      _ = results.passage?.scroll.handle(key, total: rows(of: shown).rows.count, height: passageHeight)
    default: results.passage = nil
    }
    return []
  }

  /// The evidence is seen at once, also in a long passage.
  private func scrollToEvidence(_ results: inout ResultsState) {
    guard let shown = results.passage else { return }
    let first = rows(of: shown).firstMarked ?? 0
    results.passage?.scroll.offset = max(0, first - passageHeight / 3)
  }

  func passageBindings() -> [Binding] {
    [
      Binding(.listMoves, name: "Up/Down, j/k", "scroll", help: "Scroll the passage.") {
        .results(.passageScrolled($0))
      },
      Binding(
        [.escape, .character("q"), .character("v"), .enter, .left, .character("h")], name: "Esc, q, v", "back",
        help: "Go back to the question.", footer: .pinned, does: .results(.passageClosed)),
    ]
  }

  func drawPassage(_ shown: PassageState, into canvas: inout Canvas, in area: Rect) {
    canvas.draw(shown.grounding.place, in: area.line(0), style: .heading)
    let rest = area.droppingTop(ResultsLayout.reviewHeader)
    let rows = rows(of: shown).rows
    canvas.draw(rows: rows, window: shown.scroll.window(total: rows.count, height: rest.rows), in: rest)
  }

  private var passageHeight: Int { max(1, Frame(size).body.rows - ResultsLayout.reviewHeader) }

  private func rows(of shown: PassageState) -> PassageRows {
    let width = min(TakingLayout.readingWidth, Frame(size).body.columns - 2)
    return PassageRows(shown.passage, evidence: shown.grounding.quote, width: width, symbols: symbols)
  }
}
