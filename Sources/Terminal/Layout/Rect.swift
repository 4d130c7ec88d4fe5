/// A rectangle of cells; its size is never negative.
public struct Rect: Hashable, Sendable {
  /// The upper left cell.
  public let origin: Point
  /// Columns and rows.
  public let size: Size

  /// Makes a rectangle of an origin and a size.
  public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// Makes a rectangle of numbers; a negative width or height becomes 0.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.init(origin: Point(column: column, row: row), size: Size(columns: columns, rows: rows))
  }

  /// Makes the rectangle of a whole canvas of this size.
  public init(_ size: Size) {
    self.init(origin: Point(column: 0, row: 0), size: size)
  }

  /// The leftmost column.
  public var column: Int { origin.column }
  /// The uppermost row.
  public var row: Int { origin.row }
  /// Cells across.
  public var columns: Int { size.columns }
  /// Cells down.
  public var rows: Int { size.rows }
  /// The column after the rightmost one.
  public var endColumn: Int { column + columns }
  /// The row after the lowest one.
  public var endRow: Int { row + rows }
  /// True when it holds no cell.
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  /// Says whether a point is inside.
  public func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  /// The part that both rectangles share.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
  }
}
