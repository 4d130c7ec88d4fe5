/// One key and what it does, for a footer.
public struct KeyHint: Hashable, Sendable {
  /// The key's name, as `Key.description` gives it.
  public let key: String
  /// What it does, in a word or two.
  public let label: String

  /// Makes a hint.
  public init(key: String, label: String) {
    self.key = key
    self.label = label
  }
}

extension Canvas {
  /// Draws hints on the first line of a rectangle, as many whole ones as fit.
  public mutating func draw(hints: [KeyHint], in area: Rect) {
    guard !area.isEmpty else { return }
    var column = area.column
    for hint in hints {
      let gap = column > area.column ? 2 : 0
      let width = gap + TextWidth.of(hint.key) + 1 + TextWidth.of(hint.label)
      guard column + width <= area.endColumn else { return }
      draw(
        [Span(hint.key, .key), Span(" " + hint.label, .muted)], at: Point(column: column + gap, row: area.row))
      column += width
    }
  }
}
