/// A list of rows with a selected one, and the window of it that is shown.
public struct ListView: Hashable, Sendable {
  /// The selected row, counted from 0; may be past the end when rows have gone, and is then shown as the last.
  public var selection: Int
  private var offset = 0

  /// Makes a list.
  public init(selection: Int = 0) {
    self.selection = max(0, selection)
  }

  /// The selected row among `count`, or nil when there are none.
  public func selected(of count: Int) -> Int? {
    count > 0 ? min(max(0, selection), count - 1) : nil
  }

  /// The rows that `height` lines show, the selected one among them.
  public func window(count: Int, height: Int) -> Range<Int> {
    guard let selected = selected(of: count), height > 0 else { return 0..<0 }
    var start = min(max(offset, 0), max(0, count - height))
    start = min(start, selected)
    start = max(start, selected - height + 1)
    return start..<min(start + height, count)
  }

  /// Moves the selection; returns whether the key is one of its own.
  ///
  /// - Parameters:
  ///   - count: The number of rows.
  ///   - height: The number of lines that show them.
  ///   - letters: Whether `j`, `k`, `g` and `G` move too.
  public mutating func handle(_ key: Key, count: Int, height: Int, letters: Bool = true) -> Bool {
    guard let selected = selected(of: count), let target = target(key, from: selected, count, height, letters) else {
      return false
    }
    offset = window(count: count, height: height).lowerBound
    selection = min(max(0, target), count - 1)
    offset = window(count: count, height: height).lowerBound
    return true
  }

  private func target(_ key: Key, from selected: Int, _ count: Int, _ height: Int, _ letters: Bool) -> Int? {
    let page = max(1, height - 1)
    switch key {
    case .up: return selected - 1
    case .down: return selected + 1
    case .character("k") where letters: return selected - 1
    case .character("j") where letters: return selected + 1
    case .home: return 0
    case .end: return count - 1
    case .character("g") where letters: return 0
    case .character("G") where letters: return count - 1
    case .pageUp: return selected - page
    case .pageDown: return selected + page
    case .mouse(let event) where event.kind == .wheelUp: return selected - 1
    case .mouse(let event) where event.kind == .wheelDown: return selected + 1
    default: return nil
    }
  }

  /// The columns that a row has: without those of the pointer, and of the scroll indicator where there are more rows.
  public static func columns(in area: Rect, count: Int) -> Int {
    max(0, rows(in: area, isScrolling: count > area.rows).columns - 2)
  }

  /// A column stays free before the scroll indicator.
  private static func rows(in area: Rect, isScrolling: Bool) -> Rect { isScrolling ? area.droppingRight(2) : area }

  /// Draws the rows of the window: a pointer before the selected one, and a scroll indicator when there are more.
  ///
  /// - Parameter key: What a click on the selected row presses; a click on another row goes there.
  public func draw(
    into canvas: inout Canvas, in area: Rect, count: Int, isFocused: Bool = true, choosing key: Key = .enter,
    row: (Int) -> [Span]
  ) {
    let window = window(count: count, height: area.rows)
    let isScrolling = count > window.count
    let rows = Self.rows(in: area, isScrolling: isScrolling)
    for (line, index) in window.enumerated() {
      let place = rows.line(line)
      let isSelected = index == selected(of: count)
      let pointer = isSelected ? canvas.symbols.pointer + " " : "  "
      canvas.draw(
        [Span(pointer, isSelected ? .accent : .plain)] + row(index), at: place.origin, maxWidth: place.columns)
      if isSelected, isFocused { canvas.restyle(place, .selected) }
      canvas.onClick(place, row: index, selected: selected(of: count) ?? 0, choosing: key)
    }
    if isScrolling {
      canvas.scrollIndicator(in: area, offset: window.lowerBound, visible: window.count, total: count)
    }
  }
}
