/// One row of a bar chart: a label, a bar and its value.
public struct BarRow: Hashable, Sendable {
  /// What the row is about.
  public let label: String
  /// The length of the bar, 0...1.
  public let fraction: Double
  /// The value in figures, so that the bar is not the only sign of it.
  public let value: String
  /// How the bar looks.
  public let style: Style

  /// Makes a row.
  public init(label: String, fraction: Double, value: String, style: Style = .accent) {
    self.label = label
    self.fraction = fraction
    self.value = value
    self.style = style
  }

  /// Draws the row on the first line of a rectangle; the bars of rows with the same widths have the same length.
  public func draw(into canvas: inout Canvas, in area: Rect, labelWidth: Int, valueWidth: Int) {
    guard !area.isEmpty else { return }
    let valueWidth = min(max(7, valueWidth), area.columns)
    let parts = area.line(0).splitColumns([
      .fixed(min(labelWidth, area.columns / 2)), .fixed(1), .fill, .fixed(1), .fixed(valueWidth),
    ])
    canvas.draw(label, in: parts[0])
    if !parts[2].isEmpty { canvas.bar(at: parts[2].origin, width: parts[2].columns, fraction: fraction, style: style) }
    canvas.draw(value, in: parts[4], align: .right)
  }
}

extension Sequence<BarRow> {
  /// The columns of the widest value.
  public var valueWidth: Int { map { TextWidth.of($0.value) }.max() ?? 0 }
}
