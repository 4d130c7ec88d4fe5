extension Canvas {
  /// Draws an empty framed window in the middle of a rectangle, over what is there; returns its inside.
  ///
  /// `size` is that of the inside; a window that does not fit is made smaller. What is behind it can't be clicked.
  @discardableResult
  public mutating func popup(_ size: Size, title: String = "", in area: Rect) -> Rect {
    let frame = area.centered(Size(columns: size.columns + 4, rows: size.rows + 2))
    fill(frame)
    cursor = nil
    coverClicks(in: bounds)
    return box(frame, title: title, style: .focus).inset(columns: 1)
  }
}
