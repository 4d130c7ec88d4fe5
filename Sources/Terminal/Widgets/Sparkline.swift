/// A row of little bars, one column each: how something went over time.
public struct Sparkline: Hashable, Sendable {
  /// What each bar shows, 0...1; other numbers are drawn as the nearest of these. `nil` leaves a gap.
  public let values: [Double?]
  /// How the bars look.
  public let style: Style

  /// Makes a row.
  public init(_ values: [Double?], style: Style = .accent) {
    self.values = values
    self.style = style
  }

  /// Makes a row of counts; the highest one has the highest bar.
  public init(counts: [Int]) {
    let most = Double(max(1, counts.max() ?? 1))
    self.init(counts.map { $0 == 0 ? nil : Double($0) / most })
  }

  /// The last of the bars, as many as fit.
  public func span(width: Int, symbols: Symbols) -> Span {
    let steps = symbols.spark.count
    let text = values.suffix(max(0, width)).map { value -> String in
      guard let value, value.isFinite else { return value == nil ? " " : symbols.spark[0] }
      return symbols.spark[min(max(0, Int((value * Double(steps)).rounded(.up)) - 1), steps - 1)]
    }
    return Span(text.joined(), style)
  }
}
