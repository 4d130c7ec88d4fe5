/// The place of a cell; column 0 and row 0 are the upper left corner.
public struct Point: Hashable, Sendable {
  /// Cells from the left edge; may be outside of the canvas.
  public let column: Int
  /// Cells from the upper edge; may be outside of the canvas.
  public let row: Int

  /// Makes a point; values are limited so that sums cannot overflow.
  public init(column: Int, row: Int) {
    self.column = min(max(-Size.limit, column), Size.limit)
    self.row = min(max(-Size.limit, row), Size.limit)
  }

  /// The point so many cells to the right.
  func moved(columns: Int) -> Point {
    Point(column: column + columns, row: row)
  }
}
