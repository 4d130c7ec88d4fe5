/// How much of something is done.
public struct ProgressBar: Hashable, Sendable {
  /// What is done, 0...1; other numbers are drawn as the nearest of these.
  public let fraction: Double
  /// How much that is, in words, such as "13%".
  public let value: String
  /// What it says after that.
  public let label: String

  /// Makes a bar.
  public init(fraction: Double, value: String, label: String = "") {
    self.fraction = fraction.isFinite ? min(max(0, fraction), 1) : 0
    self.value = value
    self.label = label
  }

  /// Draws the bar, the value and the label on the first line of a rectangle.
  public func draw(into canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    let text = TextWidth.pad("", to: max(0, 5 - TextWidth.of(value))) + value + (label.isEmpty ? "" : "  " + label)
    let textWidth = min(TextWidth.of(text), max(5, area.columns / 2))
    let width = area.columns - textWidth
    canvas.bar(at: area.origin, width: width, fraction: fraction)
    canvas.draw(text, in: area.line(0).droppingLeft(width))
  }
}
