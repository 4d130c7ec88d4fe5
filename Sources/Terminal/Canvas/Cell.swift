/// One cell of a canvas.
public struct Cell: Hashable, Sendable {
  /// What it shows; the second cell of a wide glyph has a glyph of width 0.
  public let glyph: Glyph
  /// How it looks.
  public let style: Style

  /// An empty cell.
  public static let blank = Cell(glyph: .space, style: .plain)
}
