import PracticeTests
import Terminal

/// Measures of a question.
enum TakingLayout {
  /// Longer lines are hard to read.
  static let readingWidth = 88
  /// From this width on the map stands beside the question.
  static let wide = 108
  static let longFieldRows = 6

  /// The columns of a question, of its body's; beside it there may be a map.
  static func textWidth(_ columns: Int, hasMap: Bool) -> Int {
    min(readingWidth, hasMap && columns >= wide ? columns - MapLayout.width - 4 : columns)
  }

  /// The lines above a question, of its body's.
  static func headerRows(_ rows: Int) -> Int { rows > 12 ? 2 : 1 }

  /// The columns of the field of a written answer.
  static func fieldWidth(_ size: Size, hasMap: Bool) -> Int {
    textWidth(Frame(size).body.columns, hasMap: hasMap) - 2
  }
}

extension AppState {
  func drawTaking(_ taking: TakingState, into canvas: inout Canvas, in area: Rect) {
    guard let item = taking.item else {
      canvas.draw("No question is ready yet.", in: area.line(1), style: .muted)
      return
    }
    if taking.isPaused { return drawPause(taking, into: &canvas, in: area) }
    let isWide = area.columns >= TakingLayout.wide
    if isWide { drawSideMap(taking, into: &canvas, in: area.right(MapLayout.width)) }
    let main = isWide ? area.droppingRight(MapLayout.width + 2) : area
    drawHeader(taking, item, into: &canvas, in: main.line(0))
    drawQuestion(taking.display(of: item), into: &canvas, in: main.droppingTop(TakingLayout.headerRows(area.rows)))
    if let map = taking.map { drawMap(taking, pointed: map, into: &canvas, in: area) }
  }

  /// Where the question on the screen is scrolled to by a key.
  func scroll(of taking: TakingState, by key: Key) -> Int? {
    taking.item.map { scroll(of: taking.display(of: $0), by: key, height: questionHeight) }
  }

  /// Whether the option that is pointed at is on the screen.
  func showsPointed(_ taking: TakingState) -> Bool {
    taking.item.map { showsPointed(taking.display(of: $0), height: questionHeight) } ?? true
  }

  private var questionHeight: Int {
    let rows = Frame(size).body.rows
    return rows - TakingLayout.headerRows(rows)
  }

  private func drawHeader(_ taking: TakingState, _ item: AttemptItem, into canvas: inout Canvas, in area: Rect) {
    let isNarrow = area.columns < 60
    let place = "\(taking.position + 1) of \(taking.attempt.items.count)"
    let kind = "   \(item.question.item.format.shownName), \(item.question.difficulty.rawValue)"
    let mode = taking.attempt.mode == .study ? ", study" : ""
    canvas.draw(
      [Span(isNarrow ? place : "Question \(place)", .heading), Span(isNarrow ? mode : kind + mode, .muted)],
      at: area.origin, maxWidth: area.columns)
    let marks = taking.response.namedMarks + provenanceMark(item.question, in: area) + [timeSpan(taking)]
    let width = TextWidth.of(marks)
    canvas.draw(marks, at: area.right(width).origin, maxWidth: width)
  }

  /// The time that is left, or that was taken.
  private func timeSpan(_ taking: TakingState) -> Span {
    guard let left = taking.remainingSeconds else { return Span(Wording.clock(taking.activeSeconds), .muted) }
    return Span("\(Wording.clock(left.rounded(.up))) left", taking.isNearEnd ? .warning : .muted)
  }

  private func drawPause(_ taking: TakingState, into canvas: inout Canvas, in area: Rect) {
    let time = timeSpan(taking)
    canvas.draw("Paused", in: area.line(0), style: .heading)
    canvas.draw([time], at: area.line(0).right(TextWidth.of(time.text)).origin)
    let text = "The question is hidden and the time stands still. Enter goes on."
    canvas.draw(rows: Rows.wrapped(text, width: min(76, area.columns)), in: area.droppingTop(2))
  }
}

extension TakingState {
  /// The question on the screen, as it is drawn.
  fileprivate func display(of item: AttemptItem) -> QuestionDisplay {
    QuestionDisplay(
      question: item.question, response: response, isKept: item.response.answer == response.answer, isLocked: isLocked,
      cursor: entry.cursor, field: entry.field, isTyping: isTyping, scroll: entry.scroll, hasMap: true)
  }
}
