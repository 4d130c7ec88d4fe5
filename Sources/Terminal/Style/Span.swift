/// A piece of a line in one style.
public struct Span: Hashable, Sendable {
  /// What it says; drawn on one line.
  public var text: String
  /// How it looks.
  public var style: Style

  /// Makes a span.
  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}
