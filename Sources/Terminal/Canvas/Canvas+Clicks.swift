/// A part of a picture where a click does what keys do.
struct ClickArea: Hashable, Sendable {
  let area: Rect
  let keys: [Key]
}

extension Canvas {
  /// Has a click in a rectangle press a key, once or several times.
  public mutating func onClick(_ area: Rect, press key: Key, times: Int = 1) {
    clickAreas.append(ClickArea(area: area.intersection(bounds), keys: Array(repeating: key, count: times)))
  }

  /// Has clicks in a rectangle no longer reach what is drawn there so far.
  public mutating func coverClicks(in area: Rect) {
    clickAreas.append(ClickArea(area: area.intersection(bounds), keys: []))
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
    clickAreas.last { $0.area.contains(point) }?.keys ?? []
  }
}
