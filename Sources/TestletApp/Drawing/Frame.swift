import Terminal

/// The parts of the screen that are the same everywhere: title bar, body, footer.
struct Frame: Equatable {
  /// The smallest terminal that shows more than one line.
  static let smallest = Size(columns: 40, rows: 12)

  /// Where the student is, and which backend writes.
  var title: Rect
  /// A line under the title; empty on low terminals.
  var rule: Rect
  /// What the screen is about.
  var body: Rect
  /// The keys that work here.
  var footer: Rect

  /// Lays a terminal of a size out.
  init(_ size: Size) {
    let whole = Rect(size)
    let margin = size.columns >= 60 ? 2 : 1
    let hasRule = size.rows >= 16
    title = whole.line(0).inset(columns: margin)
    rule = hasRule ? whole.line(1) : whole.line(-1)
    body = whole.droppingTop(hasRule ? 2 : 1).droppingBottom(1).inset(columns: margin)
    footer = whole.bottom(1).inset(columns: margin)
  }

  /// Whether a terminal is too small to work in.
  static func isTooSmall(_ size: Size) -> Bool {
    size.columns < smallest.columns || size.rows < smallest.rows
  }
}
