import Terminal

/// A line of a screen's body.
typealias Row = [Span]

/// Making rows, and choosing which of them are shown.
enum Rows {
  /// A text laid out in a width: a mark before its first line, the other lines aligned with the text.
  static func wrapped(_ text: String, width: Int, mark: Row = [], style: Style = .plain) -> [Row] {
    laidOut([Span(text, style)], width: width, mark: mark)
  }

  /// The same of a text whose marks, as in `code` and **bold**, are shown as styles.
  static func marked(_ text: String, width: Int, mark: Row = [], style: Style = .plain) -> [Row] {
    laidOut(MarkedText.spans(text, style), width: width, mark: mark)
  }

  private static func laidOut(_ text: [Span], width: Int, mark: Row) -> [Row] {
    let indent = TextWidth.of(mark)
    return TextWidth.wrap(text, width: max(8, width - indent)).enumerated().map { index, line in
      (index == 0 ? mark : [Span(String(repeating: " ", count: indent))]) + line
    }
  }

  /// As many rows as there is room for; where more are left out, the last one ends with an ellipsis.
  static func cut(_ rows: [Row], to height: Int, width: Int, ellipsis: String) -> [Row] {
    guard rows.count > height, let last = rows.prefix(height).last else { return rows }
    var row: Row = []
    var room = width - TextWidth.of(ellipsis)
    for span in last {
      let text = TextWidth.prefix(span.text, width: max(0, room))
      row.append(Span(text, span.style))
      room -= TextWidth.of(text)
    }
    row.append(Span(ellipsis, last.last?.style ?? .plain))
    return Array(rows.prefix(height - 1)) + [row]
  }

  /// The rows to show of more than fit, with one of them in the middle where that is possible.
  static func window(around row: Int, count: Int, height: Int) -> Range<Int> {
    guard count > 0, height > 0 else { return 0..<0 }
    let start = min(max(0, row - height / 2), max(0, count - height))
    return start..<min(start + height, count)
  }
}

extension Canvas {
  /// Draws a text from the top of a rectangle, in as many lines as it needs.
  mutating func draw(wrapping text: String, in area: Rect, style: Style = .plain) {
    draw(rows: Rows.wrapped(text, width: area.columns, style: style), in: area)
  }

  /// Draws rows from the top of a rectangle, each cut at its width.
  mutating func draw(rows: some Sequence<Row>, in area: Rect) {
    for (line, row) in zip(0..<area.rows, rows) {
      draw(row, at: area.line(line).origin, maxWidth: area.columns)
    }
  }

  /// Draws a window of rows, with a sign at the right when there are more.
  mutating func draw(rows: [Row], window: Range<Int>, in area: Rect) {
    let isScrolling = rows.count > window.count
    draw(rows: rows[window], in: isScrolling ? area.droppingRight(2) : area)
    if isScrolling {
      scrollIndicator(in: area, offset: window.lowerBound, visible: window.count, total: rows.count)
    }
  }
}
