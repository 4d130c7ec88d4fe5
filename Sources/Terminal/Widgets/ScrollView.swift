/// A window on lines that are more than fit.
public struct ScrollView: Hashable, Sendable {
  /// The first line shown, counted from 0; may be past the end, and is then shown as the last window.
  public var offset: Int

  /// Makes a view.
  public init(offset: Int = 0) {
    self.offset = max(0, offset)
  }

  /// The lines that `height` rows show.
  public func window(total: Int, height: Int) -> Range<Int> {
    guard total > 0, height > 0 else { return 0..<0 }
    let start = min(max(0, offset), max(0, total - height))
    return start..<min(start + height, total)
  }

  /// Scrolls; returns whether the key is one of its own.
  public mutating func handle(_ key: Key, total: Int, height: Int) -> Bool {
    let start = window(total: total, height: height).lowerBound
    let page = max(1, height - 1)
    let target: Int
    switch key {
    case .up, .character("k"): target = start - 1
    case .down, .character("j"): target = start + 1
    case .pageUp: target = start - page
    case .pageDown, .character(" "): target = start + page
    case .home, .character("g"): target = 0
    case .end, .character("G"): target = total - height
    case .mouse(let event) where event.kind == .wheelUp: target = start - 3
    case .mouse(let event) where event.kind == .wheelDown: target = start + 3
    default: return false
    }
    offset = min(max(0, target), max(0, total - height))
    return true
  }
}
