extension TextField {
  /// Draws the field, and puts the canvas's cursor where typing goes when it has the focus.
  public func draw(into canvas: inout Canvas, in area: Rect, isFocused: Bool, placeholder: String = "") {
    guard !area.isEmpty else { return }
    canvas.fill(isMultiline ? area : area.line(0), style: .input)
    if isEmpty { canvas.draw(placeholder, in: area, style: .muted) }
    if isMultiline {
      drawLines(into: &canvas, in: area, isFocused: isFocused)
    } else {
      drawLine(into: &canvas, in: area.line(0), isFocused: isFocused)
    }
  }

  private func drawLine(into canvas: inout Canvas, in area: Rect, isFocused: Bool) {
    let cursor = TextWidth.of(shown(before, canvas))
    let shift = Self.windowStart(cursor, length: area.columns)
    canvas.draw(
      shown(before + after, canvas), at: Point(column: area.column - shift, row: area.row), style: .input,
      within: area)
    if isFocused { canvas.cursor = Point(column: area.column + cursor - shift, row: area.row) }
  }

  private func drawLines(into canvas: inout Canvas, in area: Rect, isFocused: Bool) {
    let layout = EditorLayout(text: shown(before + after, canvas), width: area.columns)
    let place = layout.place(of: before.count)
    let shift = Self.windowStart(place.line, length: area.rows)
    canvas.draw(lines: layout.lines.dropFirst(shift).map(\.text), in: area, style: .input)
    if isFocused {
      let column = min(place.column, area.columns - 1)
      canvas.cursor = Point(column: area.column + column, row: area.row + place.line - shift)
    }
  }

  private func shown(_ text: String, _ canvas: Canvas) -> String {
    isMasked ? String(repeating: canvas.symbols.dot, count: text.count) : text
  }

  /// The beginning of the window in which a place is seen; it moves by half a window, to leave room on both sides.
  private static func windowStart(_ place: Int, length: Int) -> Int {
    guard place >= length else { return 0 }
    let half = max(1, length / 2)
    return ((place - length) / half + 1) * half
  }
}
