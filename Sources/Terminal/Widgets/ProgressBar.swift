/// How much of something is done.
public struct ProgressBar: Hashable, Sendable {
  /// What is done, 0...1; other numbers are drawn as the nearest of these.
  public let fraction: Double
  /// What it says after the percentage.
  public let label: String

  /// Makes a bar.
  public init(fraction: Double, label: String = "") {
    self.fraction = fraction.isFinite ? min(max(0, fraction), 1) : 0
    self.label = label
  }

  /// Draws the bar, the percentage and the label on the first line of a rectangle.
  public func draw(into canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    // Rounded down, so that 100% is said only when all is done.
    let percentage = String(Int(fraction * 100)) + "%"
    let text = TextWidth.pad("", to: 5 - percentage.count) + percentage + (label.isEmpty ? "" : "  " + label)
    let textWidth = min(TextWidth.of(text), max(5, area.columns / 2))
    let width = area.columns - textWidth
    canvas.bar(at: area.origin, width: width, fraction: fraction)
    canvas.draw(text, in: area.line(0).droppingLeft(width))
  }
}
