import PracticeTests
import Terminal

/// Measures of the map of all questions.
enum MapLayout {
  /// Questions in a row.
  static let columns = 5
  /// A number with a gap before it, whether it is answered, and two marks.
  static let cellWidth = 6
  /// A blank line and the legend.
  static let legendRows = 3
  static let width = columns * cellWidth + 4
}

extension AppState {
  /// The map in a window, with a pointer.
  func drawMap(_ taking: TakingState, pointed: Int, into canvas: inout Canvas, in area: Rect) {
    let lines = (taking.attempt.items.count + MapLayout.columns - 1) / MapLayout.columns
    let height = min(lines, max(1, area.rows - 2 - MapLayout.legendRows)) + MapLayout.legendRows
    let inside = canvas.popup(Size(columns: MapLayout.width - 4, rows: height), title: "Questions", in: area)
    drawCells(taking, pointed: pointed, into: &canvas, in: inside.droppingBottom(MapLayout.legendRows))
    canvas.draw(rows: legend, in: inside.bottom(legend.count))
  }

  /// The map beside a question.
  func drawSideMap(_ taking: TakingState, into canvas: inout Canvas, in area: Rect) {
    let lines = (taking.attempt.items.count + MapLayout.columns - 1) / MapLayout.columns
    let box = area.top(min(area.rows, lines + 2 + MapLayout.legendRows))
    let inside = canvas.box(box, title: "Questions", titleStyle: .muted).inset(columns: 1)
    drawCells(taking, pointed: taking.position, into: &canvas, in: inside.droppingBottom(MapLayout.legendRows))
    canvas.draw(rows: legend, in: inside.bottom(legend.count))
  }

  private var legend: [Row] {
    [
      [
        answerSign(isAnswered: true), Span(" answered   ", .muted), answerSign(isAnswered: false),
        Span(" blank", .muted),
      ],
      [ResponseMark.flagged.named, Span("  "), ResponseMark.unsure.named],
    ]
  }

  /// What stands beside a number, marked or not.
  private func answerSign(isAnswered: Bool) -> Span {
    isAnswered ? Span(symbols.dot, .success) : Span(symbols.shades[0], .muted)
  }

  private func drawCells(_ taking: TakingState, pointed: Int, into canvas: inout Canvas, in area: Rect) {
    let count = taking.attempt.items.count
    let lines = (count + MapLayout.columns - 1) / MapLayout.columns
    let window = Rows.window(around: pointed / MapLayout.columns, count: lines, height: area.rows)
    for (row, line) in window.enumerated() {
      for column in 0..<MapLayout.columns where line * MapLayout.columns + column < count {
        let index = line * MapLayout.columns + column
        let cell = area.line(row).droppingLeft(column * MapLayout.cellWidth).left(MapLayout.cellWidth)
        let response = taking.response(at: index)
        canvas.draw(String(index + 1), in: cell.left(3), style: .plain, align: .right)
        let signs = [answerSign(isAnswered: response.answer != nil)] + response.marks.map(\.sign)
        canvas.draw(signs, at: cell.droppingLeft(3).origin)
        if index == pointed { canvas.restyle(cell, .selected) }
        // Beside a question these keys mean other things.
        if taking.map != nil { onClick(cell, index, pointed: pointed, in: &canvas) }
      }
    }
  }

  /// Has a click in the window go to a question, and a click on the one pointed at choose it.
  private func onClick(_ cell: Rect, _ index: Int, pointed: Int, in canvas: inout Canvas) {
    let step: Key = index == pointed ? .enter : index > pointed ? .right : .left
    canvas.onClick(cell, press: step, times: max(1, abs(index - pointed)))
  }
}
