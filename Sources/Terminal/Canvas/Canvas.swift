/// A picture of the terminal: cells that views draw into and a painter shows.
///
/// Drawing outside of it is cut off, never an error. Everything drawn passes through `Glyphs`, so that a
/// canvas holds no control character.
public struct Canvas: Hashable, Sendable {
  /// Columns and rows.
  public let size: Size
  /// The signs that frames and bars are drawn with.
  public let symbols: Symbols
  /// Where the terminal's cursor stands; hidden when nil.
  public var cursor: Point?
  /// Where a click presses keys, the last drawn last.
  var clickAreas: [ClickArea] = []
  private var cells: [Cell]

  /// Makes an empty canvas.
  public init(size: Size, symbols: Symbols = .unicode) {
    self.size = size
    self.symbols = symbols
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The whole canvas.
  public var bounds: Rect { Rect(size) }

  /// The cell at a place; blank outside of the canvas.
  public subscript(_ point: Point) -> Cell {
    bounds.contains(point) ? cells[index(point.column, point.row)] : .blank
  }

  /// The cells of a row, 0..<`size.rows`; none outside of the canvas.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The text of each row, without the spaces at its end.
  public var lines: [String] {
    (0..<size.rows).map { row in
      var line = self.row(row).map(\.glyph.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  // MARK: - Cells

  /// Puts a glyph where it fits whole, else a space into the half that is inside.
  mutating func put(_ glyph: Glyph, column: Int, row: Int, style: Style, within limits: Rect) {
    guard row >= limits.row, row < limits.endRow else { return }
    let isWhole = column >= limits.column && column + glyph.width <= limits.endColumn
    if isWhole {
      set(column, row, Cell(glyph: glyph, style: style))
      if glyph.width == 2 { set(column + 1, row, Cell(glyph: .continuation, style: style), isSecondHalf: true) }
    } else if glyph.width == 2 {
      for half in column...column + 1 where half >= limits.column && half < limits.endColumn {
        set(half, row, Cell(glyph: .space, style: style))
      }
    }
  }

  /// Sets one cell, and blanks the other half of a wide glyph that it cuts in two.
  private mutating func set(_ column: Int, _ row: Int, _ cell: Cell, isSecondHalf: Bool = false) {
    let place = index(column, row)
    let old = cells[place]
    if old.glyph.width == 0, column > 0, !isSecondHalf {
      cells[place - 1] = Cell(glyph: .space, style: cells[place - 1].style)
    }
    if old.glyph.width == 2, column + 1 < size.columns {
      cells[place + 1] = Cell(glyph: .space, style: cells[place + 1].style)
    }
    cells[place] = cell
  }

  /// Changes the style of the cells in a rectangle, and keeps what they show.
  public mutating func restyle(_ area: Rect, _ style: Style) {
    let area = area.intersection(bounds)
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        let place = index(column, row)
        cells[place] = Cell(glyph: cells[place].glyph, style: style)
      }
    }
  }

  private func index(_ column: Int, _ row: Int) -> Int {
    row * size.columns + column
  }
}
