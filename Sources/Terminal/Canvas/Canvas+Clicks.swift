/// A part of a picture where a click does what a key does.
struct ClickArea: Hashable, Sendable {
  let area: Rect
  let key: Key
  let times: Int
}

extension Canvas {
  /// Has a click in a rectangle press a key, once or several times.
  public mutating func onClick(_ area: Rect, press key: Key, times: Int = 1) {
    clickAreas.append(ClickArea(area: area.intersection(bounds), key: key, times: times))
  }

  /// Has a click on a row of a list go there by arrows, and a click on the selected row choose it.
  public mutating func onClick(_ area: Rect, row: Int, selected: Int, choosing key: Key = .enter) {
    if row == selected {
      onClick(area, press: key)
    } else {
      onClick(area, press: row > selected ? .down : .up, times: abs(row - selected))
    }
  }

  /// The keys that a click at a place presses; what was drawn last lies on top.
  public func keys(at point: Point) -> [Key] {
    guard let clicked = clickAreas.last(where: { $0.area.contains(point) }) else { return [] }
    return Array(repeating: clicked.key, count: clicked.times)
  }
}
