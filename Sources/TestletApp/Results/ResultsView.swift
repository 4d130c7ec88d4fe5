import PracticeTests
import Terminal

extension AppState {
  func drawResults(_ results: ResultsState, into canvas: inout Canvas, in area: Rect) {
    if let passage = results.passage { return drawPassage(passage, into: &canvas, in: area) }
    if let scroll = results.opened {
      drawReview(results, scroll, into: &canvas, in: area)
      return
    }
    let layout = ResultsLayout(results, size)
    if layout.isWide {
      let columns = area.splitColumns([.fixed(ResultsLayout.summaryWidth), .fixed(3), .fill])
      drawSummary(layout, from: 0, into: &canvas, in: columns[0])
      canvas.verticalLine(at: columns[1].droppingLeft(1).origin, length: area.rows)
      let count = results.attempt.items.count
      let window = Rows.window(around: results.selection, count: count, height: area.rows)
      let room = window.count < count ? columns[2].droppingRight(2) : columns[2]
      drawQuestions(results, window, lines: layout.linesOfQuestion, into: &canvas, in: room)
      canvas.scrollIndicator(
        in: columns[2], offset: window.lowerBound, visible: window.count, total: count)
    } else {
      drawColumn(results, layout, into: &canvas, in: area)
    }
  }

  private func drawColumn(_ results: ResultsState, _ layout: ResultsLayout, into canvas: inout Canvas, in area: Rect) {
    let offset = min(max(0, results.offset), max(0, layout.total - area.rows))
    let room = layout.total > area.rows ? area.droppingRight(2) : area
    drawSummary(layout, from: offset, into: &canvas, in: room)
    let heading = layout.summary.count + 1 - offset
    if heading >= 0 { canvas.draw("Questions", in: room.line(heading), style: .heading) }
    let first = max(0, offset - layout.summary.count - 2)
    let top = layout.row(of: first) - offset
    let last = min(results.attempt.items.count, first + max(0, area.rows - top))
    if first < last { drawQuestions(results, first..<last, lines: 1, into: &canvas, in: room.droppingTop(top)) }
    canvas.scrollIndicator(in: area, offset: offset, visible: area.rows, total: layout.total)
  }

  private func drawSummary(_ layout: ResultsLayout, from first: Int, into canvas: inout Canvas, in area: Rect) {
    for (row, line) in zip(0..<area.rows, layout.summary.dropFirst(first)) {
      switch line {
      case .row(let spans): canvas.draw(spans, at: area.line(row).origin, maxWidth: area.columns)
      case .bar(let bar):
        bar.draw(
          into: &canvas, in: area.line(row), labelWidth: layout.labelWidth, valueWidth: layout.valueWidth)
      }
    }
  }

  private func drawQuestions(
    _ results: ResultsState, _ window: Range<Int>, lines: Int, into canvas: inout Canvas, in area: Rect
  ) {
    for (row, index) in window.enumerated() {
      let item = results.attempt.items[index]
      let sign =
        item.isReported ? .reported : OutcomeSign(item.outcome, of: item.response.answer, symbols: symbols)
      let place = area.droppingTop(row * lines).top(lines)
      let isSelected = index == results.selection
      let number = String(index + 1)
      let marks =
        item.response.marks.flatMap { [Span(" "), $0.sign] } + (item.isReported ? [Span(" (\(sign.word))")] : [])
      canvas.draw(
        [
          Span(isSelected ? symbols.pointer + " " : "  ", .accent), Span(sign.shape, sign.style),
          Span(String(repeating: " ", count: max(0, 4 - number.count)) + number + "  ", .muted),
        ], at: place.origin, maxWidth: place.columns)
      let text = place.droppingLeft(9)
      let width = text.columns - TextWidth.of(marks)
      let style = item.isReported ? Style.muted : .plain
      var shown = Rows.wrapped(MarkedText.line(item.question.item.prompt), width: width, style: style)
      shown = Rows.cut(shown, to: lines, width: width, ellipsis: symbols.ellipsis)
      if !shown.isEmpty { shown[0] += marks }
      canvas.draw(rows: shown, in: text)
      if isSelected { canvas.restyle(place, .selected) }
      canvas.onClick(place, row: index, selected: results.selection)
    }
  }

  // MARK: - One question

  func reviewRows(_ results: ResultsState) -> [Row] {
    guard let item = results.item else { return [] }
    let width = min(TakingLayout.readingWidth, Frame(size).body.columns - 2)
    let keyPoints = keyPointSearch(of: item.question, item.response)
    return AnswerReview(
      item.question, item.response, isReported: item.isReported, keyPoints: keyPoints, width: width, symbols: symbols
    ).rows
  }

  private func drawReview(_ results: ResultsState, _ scroll: ScrollView, into canvas: inout Canvas, in area: Rect) {
    guard let item = results.item else { return }
    let kind =
      "\(item.question.item.format.shownName), \(item.question.difficulty.rawValue), \(item.question.bloom.rawValue)"
    let title: Row = [
      Span("Question \(results.selection + 1) of \(results.attempt.items.count)", .heading),
      Span("   \(kind)   ", .muted),
    ]
    canvas.draw(
      title + item.response.namedMarks + (item.isReported ? [Span("reported", .warning)] : []),
      at: area.line(0).origin, maxWidth: area.columns)
    let rest = area.droppingTop(ResultsLayout.reviewHeader)
    let rows = reviewRows(results)
    canvas.draw(rows: rows, window: scroll.window(total: rows.count, height: rest.rows), in: rest)
  }
}

extension AttemptItem {
  /// How it is graded, or would be.
  var outcome: Outcome { response.outcome ?? Grading.grade(question.item, response.answer) }
}
