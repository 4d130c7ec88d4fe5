import Terminal

/// A line of a screen's body.
typealias Row = [Span]

/// Making rows, and choosing which of them are shown.
enum Rows {
  /// A text laid out in a width: a mark before its first line, the other lines aligned with the text.
  static func wrapped(_ text: String, width: Int, mark: Row = [], style: Style = .plain) -> [Row] {
    aligned(TextWidth.wrap([Span(text, style)], width: room(width, mark)), mark)
  }

  /// The same of a text whose marks, as in `code` and **bold**, are shown as styles.
  static func marked(_ text: String, width: Int, mark: Row = [], style: Style = .plain) -> [Row] {
    let room = room(width, mark)
    let lines = MarkedText.parts(text, style).flatMap { part in
      switch part {
      case .prose(let spans): TextWidth.wrap(spans, width: room)
      case .code(let spans): code(spans, width: room)
      }
    }
    return aligned(lines.isEmpty ? [[]] : lines, mark)
  }

  private static func room(_ width: Int, _ mark: Row) -> Int { max(8, width - TextWidth.of(mark)) }

  private static func aligned(_ lines: [Row], _ mark: Row) -> [Row] {
    let indent = spaces(TextWidth.of(mark))
    return lines.enumerated().map { index, line in (index == 0 ? mark : [indent]) + line }
  }

  /// A line of code; where it does not fit, it goes on to the right of where it begins, with a sign outside of the code.
  private static func code(_ line: [Span], width: Int) -> [Row] {
    let whole = TextWidth.wrap(line, width: width)
    guard whole.count > 1, let code = line.last else { return whole }
    let hang = min(TextWidth.of(line.dropLast()) + 4, width / 2)
    let indent = min(TextWidth.of(line.dropLast()), hang)
    return TextWidth.wrap([code], width: width - hang).enumerated().map { index, part in
      (index == 0 ? [spaces(indent)] : [Span("\\", .muted), spaces(hang - 1)]) + part
    }
  }

  private static func spaces(_ count: Int) -> Span { Span(String(repeating: " ", count: count)) }

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
