/// A list whose rows can be checked.
public struct CheckList: Hashable, Sendable {
  /// The selection and the window.
  public var list = ListView()
  /// The checked rows, counted from 0.
  public var checked: Set<Int>

  /// Makes a list with some rows checked.
  public init(checked: Set<Int> = []) {
    self.checked = checked
  }

  /// Moves, and checks or unchecks the selected row on Space; returns whether the key is one of its own.
  public mutating func handle(_ key: Key, count: Int, height: Int) -> Bool {
    guard key == .character(" ") else { return list.handle(key, count: count, height: height) }
    guard let selected = list.selected(of: count) else { return false }
    checked.formSymmetricDifference([selected])
    return true
  }

  /// Draws the rows with their boxes.
  public func draw(into canvas: inout Canvas, in area: Rect, labels: [String]) {
    let symbols = canvas.symbols
    list.draw(into: &canvas, in: area, count: labels.count, choosing: .character(" ")) { index in
      let isChecked = checked.contains(index)
      return [
        Span(isChecked ? symbols.checked : symbols.unchecked, isChecked ? .accent : .muted),
        Span(" " + labels[index]),
      ]
    }
  }
}
