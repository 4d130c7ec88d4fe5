import PracticeTests
import Terminal

extension AppState {
  func drawStats(_ stats: StatsState, into canvas: inout Canvas, in area: Rect) {
    guard let figures = stats.figures else {
      canvas.draw("Counting\(symbols.ellipsis)", in: area.line(0), style: .muted)
      return
    }
    guard figures.answers > 0 else {
      let text =
        stats.subject.map { "There are no answers about \($0.phrase) yet: a shows the figures about everything." }
        ?? "There is nothing to show yet: take a test, and what you know is seen here."
      canvas.draw(rows: Rows.wrapped(text, width: min(76, area.columns), style: .muted), in: area)
      return
    }
    let layout = StatsLayout(figures, about: stats.subject, area.size, symbols: symbols)
    let window = stats.scroll.window(total: layout.height, height: area.rows)
    let room = layout.height > area.rows ? area.droppingRight(2) : area
    let columns = room.splitColumns(layout.columns.count == 1 ? [.fill] : [.fill, .fixed(3), .fill])
    for (column, lines) in zip([columns[0], columns[columns.count - 1]], layout.columns) {
      draw(lines, from: window.lowerBound, into: &canvas, in: column)
    }
    canvas.scrollIndicator(in: area, offset: window.lowerBound, visible: window.count, total: layout.height)
  }

  private func draw(_ lines: [StatsLayout.Line], from first: Int, into canvas: inout Canvas, in area: Rect) {
    let values = lines.compactMap { if case .bar(let bar) = $0 { bar } else { nil } }.valueWidth
    for (row, line) in zip(0..<area.rows, lines.dropFirst(first)) {
      switch line {
      case .row(let spans): canvas.draw(spans, at: area.line(row).origin, maxWidth: area.columns)
      case .bar(let bar):
        bar.draw(
          into: &canvas, in: area.line(row), labelWidth: min(26, area.columns * 2 / 5), valueWidth: values)
      }
    }
  }
}
