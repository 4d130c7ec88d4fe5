import PracticeTests
import Terminal

/// A passage of the notes, to be read.
extension AppState {
  func drawReading(_ reading: PassageReading, of opened: OpenedSource, into canvas: inout Canvas, in area: Rect) {
    let passage = reading.shown.passage
    let place = passage.headings.isEmpty ? passage.topic : passage.headings.joined(separator: " > ")
    canvas.draw(
      [Span("Passage \(reading.index + 1) of \(reading.passages.count)", .heading), Span("   \(place)", .muted)],
      at: area.line(0).origin, maxWidth: area.columns)
    let version = opened.versionRead.map { "   version \($0.number)" } ?? ""
    canvas.draw(
      [coverage(of: reading.shown), Span(version, .muted)], at: area.line(1).origin, maxWidth: area.columns)
    let rest = area.bottom(readingHeight)
    let rows = passageRows(reading)
    canvas.draw(rows: rows, window: reading.scroll.window(total: rows.count, height: rest.rows), in: rest)
  }

  /// The rows that the text of a passage has.
  var readingHeight: Int {
    let height = Frame(size).body.rows
    return max(1, height - (height > 14 ? 3 : 2))
  }

  func passageRows(_ reading: PassageReading) -> [Row] {
    let width = min(TakingLayout.readingWidth, Frame(size).body.columns - 2)
    return PassageRows(reading.shown.passage, width: width, symbols: symbols).rows
  }

  private func coverage(of passage: CoveredPassage) -> Span {
    switch passage.questions {
    case 0: Span("No question rests on it.", .warning)
    case 1: Span("1 question rests on it.", .success)
    default: Span("\(passage.questions) questions rest on it.", .success)
    }
  }
}
