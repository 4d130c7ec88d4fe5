import CNcursesw

/// Shows canvases through ncurses, which alone writes to the terminal.
@MainActor
final class CursesPainter {
  /// The size that the next canvas should have.
  private(set) var size: Size
  private var theme: Theme
  private var depth: ColorDepth
  private var shown: Canvas?

  /// Makes the painter of the open screen, and defines its colours.
  init(theme: Theme) {
    self.theme = theme
    depth = Self.depth(of: theme)
    size = Self.terminalSize()
    cn_resize(Int32(size.rows), Int32(size.columns))
    defineColors()
  }

  /// Asks the kernel for the size, and takes it over.
  func readSize() {
    size = Self.terminalSize()
    cn_resize(Int32(size.rows), Int32(size.columns))
    invalidate()
  }

  /// Paints in other colours from now on.
  func use(_ theme: Theme) {
    self.theme = theme
    depth = Self.depth(of: theme)
    defineColors()
    invalidate()
  }

  /// Shows a canvas; what does not fit is cut off.
  func paint(_ canvas: Canvas) {
    let known = shown?.size == canvas.size ? shown : nil
    if known == nil { cn_erase() }
    for row in 0..<min(size.rows, canvas.size.rows) {
      let cells = canvas.row(row)
      if let known, known.row(row) == cells { continue }
      paint(cells.prefix(size.columns), row: row)
    }
    if let cursor = canvas.cursor, Rect(size).contains(cursor) {
      cn_cursor(Int32(cursor.row), Int32(cursor.column))
    } else {
      cn_cursor(-1, 0)
    }
    cn_flush()
    shown = canvas
  }

  /// Forgets what is shown, so that the next canvas is painted whole.
  func invalidate() {
    shown = nil
    cn_repaint()
  }

  private func paint(_ cells: ArraySlice<Cell>, row: Int) {
    for (column, cell) in cells.enumerated() where cell.glyph.width > 0 {
      let fits = column + cell.glyph.width <= size.columns
      let scalars = fits ? cell.glyph.text.unicodeScalars.map(\.value) : [0x20]
      let appearance = theme.appearance(of: cell.style.role, depth: depth)
      let attributes = appearance.attributes.union(cell.style.attributes)
      cn_put(
        Int32(row), Int32(column), scalars, Int32(scalars.count), UInt32(attributes.rawValue), pair(cell.style.role))
    }
  }

  // MARK: - Colours

  private static func depth(of theme: Theme) -> ColorDepth {
    theme.name == .monochrome ? .none : ColorDepth(colors: Int(cn_colors()))
  }

  private func pair(_ role: Style.Role) -> Int32 {
    depth == .none ? 0 : Int32(role.rawValue) + 1
  }

  private func defineColors() {
    guard depth != .none else { return }
    for role in Style.Role.allCases {
      let appearance = theme.appearance(of: role, depth: depth)
      cn_pair(
        pair(role), appearance.foreground?.number(depth: depth) ?? -1,
        appearance.background?.number(depth: depth) ?? -1)
    }
  }

  // MARK: - Size

  /// Beyond this a size is a mistake, and a canvas of it a waste of memory.
  private static let largest = Size(columns: 1000, rows: 500)

  private static func terminalSize() -> Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    cn_terminal_size(&rows, &columns)
    return Size(
      columns: min(max(1, Int(columns)), largest.columns), rows: min(max(1, Int(rows)), largest.rows))
  }
}
