/// On which side of its room a line of text stands.
public enum Alignment: Hashable, Sendable {
  /// At the left.
  case left
  /// In the middle.
  case center
  /// At the right.
  case right
}

extension Canvas {
  // MARK: - Text

  /// Draws a text on one line, cut at `maxWidth` columns and at the edges; returns the columns it took.
  @discardableResult
  public mutating func draw(_ text: String, at point: Point, style: Style = .plain, maxWidth: Int? = nil) -> Int {
    let room = min(max(0, maxWidth ?? Size.limit), Size.limit)
    let limits = Rect(column: point.column, row: point.row, columns: room, rows: 1)
    return draw(text, at: point, style: style, within: limits)
  }

  /// Draws a text on one line, cut at the edges of a rectangle; returns the columns up to where it was cut.
  @discardableResult
  public mutating func draw(_ text: String, at point: Point, style: Style = .plain, within area: Rect) -> Int {
    let limits = area.intersection(bounds)
    guard !limits.isEmpty, point.row >= limits.row, point.row < limits.endRow else { return 0 }
    var column = point.column
    for glyph in Glyphs(text) {
      guard column < limits.endColumn else { break }
      put(glyph, column: column, row: point.row, style: style, within: limits)
      column += glyph.width
    }
    return max(0, min(column, limits.endColumn) - point.column)
  }

  /// Draws spans one after the other on one line; returns the columns they took. Where they do not fit in `maxWidth`
  /// they end in an ellipsis.
  @discardableResult
  public mutating func draw(_ spans: [Span], at point: Point, maxWidth: Int? = nil) -> Int {
    let room = maxWidth ?? Size.limit
    let isCut = TextWidth.of(spans) > room
    let end = isCut ? room - TextWidth.of(symbols.ellipsis) : room
    var used = 0
    var style = Style.plain
    for span in spans where used < end {
      style = span.style
      used += draw(span.text, at: point.moved(columns: used), style: style, maxWidth: end - used)
    }
    return isCut ? used + draw(symbols.ellipsis, at: point.moved(columns: used), style: style, maxWidth: room) : used
  }

  /// Draws a text on the first line of a rectangle; one that does not fit ends in an ellipsis.
  public mutating func draw(_ text: String, in area: Rect, style: Style = .plain, align: Alignment = .left) {
    guard !area.isEmpty else { return }
    let shown = TextWidth.truncate(text, to: area.columns, ellipsis: symbols.ellipsis)
    let spare = area.columns - TextWidth.of(shown)
    let shift =
      switch align {
      case .left: 0
      case .center: spare / 2
      case .right: spare
      }
    draw(shown, at: Point(column: area.column + shift, row: area.row), style: style, maxWidth: area.columns - shift)
  }

  /// Draws lines from the top of a rectangle, each cut at its width.
  public mutating func draw(lines: some Sequence<String>, in area: Rect, style: Style = .plain) {
    for (row, line) in zip(area.row..<area.endRow, lines) {
      draw(line, at: Point(column: area.column, row: row), style: style, maxWidth: area.columns)
    }
  }

  // MARK: - Areas and lines

  /// Fills a rectangle with spaces in a style.
  public mutating func fill(_ area: Rect, style: Style = .plain) {
    let area = area.intersection(bounds)
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        put(.space, column: column, row: row, style: style, within: area)
      }
    }
  }

  /// Draws a line across.
  public mutating func horizontalLine(at point: Point, length: Int, style: Style = .border) {
    let line = String(repeating: symbols.horizontal, count: min(max(0, length), size.columns))
    draw(line, at: point, style: style)
  }

  /// Draws a line down.
  public mutating func verticalLine(at point: Point, length: Int, style: Style = .border) {
    for row in point.row..<point.row + min(max(0, length), Size.limit) where row < size.rows {
      draw(symbols.vertical, at: Point(column: point.column, row: row), style: style)
    }
  }

  /// Draws a frame along the edge of a rectangle, with a title in its upper line; returns the inside.
  @discardableResult
  public mutating func box(_ area: Rect, title: String = "", style: Style = .border, titleStyle: Style = .heading)
    -> Rect
  {
    guard area.columns >= 2, area.rows >= 2 else { return Rect(origin: area.origin, size: Size(columns: 0, rows: 0)) }
    let right = area.endColumn - 1
    let bottom = area.endRow - 1
    horizontalLine(at: area.origin, length: area.columns, style: style)
    horizontalLine(at: Point(column: area.column, row: bottom), length: area.columns, style: style)
    verticalLine(at: area.origin, length: area.rows, style: style)
    verticalLine(at: Point(column: right, row: area.row), length: area.rows, style: style)
    for (corner, place) in zip(
      symbols.corners, [(area.column, area.row), (right, area.row), (area.column, bottom), (right, bottom)])
    {
      draw(corner, at: Point(column: place.0, row: place.1), style: style)
    }
    if !title.isEmpty {
      draw(" \(title) ", in: area.top(1).droppingLeft(2).droppingRight(2), style: titleStyle)
    }
    return area.inset(columns: 1, rows: 1)
  }

  // MARK: - Bars

  /// Draws a bar of `width` columns that is full by `fraction`, 0...1.
  public mutating func bar(at point: Point, width: Int, fraction: Double, style: Style = .accent) {
    let width = min(max(0, width), Size.limit)
    let steps = symbols.bar.count
    let share = fraction.isFinite ? min(max(0, fraction), 1) : 0
    var filled = Int((share * Double(width * steps)).rounded())
    // Something is never shown as nothing, and not quite all never as all.
    if share > 0, filled == 0 { filled = min(1, width * steps) }
    if share < 1, filled == width * steps { filled = max(0, filled - 1) }
    var text = String(repeating: symbols.bar[steps - 1], count: filled / steps)
    if filled % steps > 0 { text += symbols.bar[filled % steps - 1] }
    let used = draw(text, at: point, style: style, maxWidth: width)
    draw(
      String(repeating: symbols.barRest, count: width - used), at: Point(column: point.column + used, row: point.row),
      style: .border, maxWidth: width - used)
  }

  /// Draws where a window of `visible` rows stands among `total`, in the right column of a rectangle.
  ///
  /// It draws nothing when everything is visible.
  public mutating func scrollIndicator(in area: Rect, offset: Int, visible: Int, total: Int) {
    guard !area.isEmpty, visible > 0, total > visible else { return }
    let track = area.right(1)
    let length = max(1, min(track.rows, track.rows * visible / total))
    let last = total - visible
    let start = (track.rows - length) * min(max(0, offset), last) / last
    verticalLine(at: track.origin, length: track.rows)
    for row in start..<start + length {
      draw(symbols.thumb, at: Point(column: track.column, row: track.row + row), style: .accent)
    }
  }
}
