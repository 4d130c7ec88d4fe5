import Testing

@testable import Terminal

@Suite("Canvas")
struct CanvasTests {
  private func canvas(_ columns: Int, _ rows: Int, symbols: Symbols = .unicode) -> Canvas {
    Canvas(size: Size(columns: columns, rows: rows), symbols: symbols)
  }

  @Test(
    "cuts text at every edge",
    arguments: [
      (-2, 0, "llo"), (2, 0, "  hel"), (0, -1, ""), (0, 1, ""), (5, 0, ""), (-9, 0, ""), (-1, 0, "ello"),
    ])
  func clipping(_ column: Int, _ row: Int, _ line: String) {
    var canvas = canvas(5, 1)
    canvas.draw("hello", at: Point(column: column, row: row))
    #expect(canvas.lines == [line])
  }

  @Test("half a wide character at an edge becomes a space")
  func wideAtEdges() {
    var canvas = canvas(4, 2)
    canvas.draw("漢字漢", at: Point(column: -1, row: 0))
    canvas.draw("a漢字", at: Point(column: 0, row: 1))
    #expect(canvas.row(0).map(\.glyph.text) == [" ", "字", "", " "])
    #expect(canvas.lines == [" 字", "a漢"])
  }

  @Test("drawing over one half of a wide character blanks the other half", arguments: [(0, "x 字"), (1, " x字")])
  func cutInTwo(_ column: Int, _ line: String) {
    var canvas = canvas(4, 1)
    canvas.draw("漢字", at: Point(column: 0, row: 0))
    canvas.draw("x", at: Point(column: column, row: 0))
    #expect(canvas.lines == [line])
    #expect(canvas.row(0).reduce(0) { $0 + $1.glyph.width } == 4)
  }

  @Test("a wide character over two others leaves no halves")
  func wideOverWide() {
    var canvas = canvas(4, 1)
    canvas.draw("漢字", at: Point(column: 0, row: 0))
    canvas.draw("한", at: Point(column: 1, row: 0))
    #expect(canvas.row(0).map(\.glyph.text) == [" ", "한", "", " "])
  }

  @Test("maxWidth limits the columns, and the columns used are told")
  func maxWidth() {
    var canvas = canvas(10, 1)
    #expect(canvas.draw("漢字漢", at: Point(column: 0, row: 0), maxWidth: 5) == 5)
    #expect(canvas.draw("x", at: Point(column: 9, row: 0), maxWidth: -1) == 0)
    #expect(canvas.lines == ["漢字"])
  }

  @Test("spans keep their styles and follow one another")
  func spans() {
    var canvas = canvas(6, 1)
    let used = canvas.draw([Span("ab", .key), Span("漢", .muted), Span("xyz")], at: Point(column: 0, row: 0))
    #expect(used == 6)
    #expect(canvas.row(0).map(\.style.role) == [.key, .key, .muted, .muted, .plain, .plain])
  }

  @Test("aligns text in a rectangle", arguments: [(Alignment.left, "ab"), (.center, "  ab"), (.right, "    ab")])
  func alignment(_ align: Alignment, _ line: String) {
    var canvas = canvas(6, 1)
    canvas.draw("ab", in: canvas.bounds, align: align)
    #expect(canvas.lines == [line])
  }

  @Test("draws frames with a title, in Unicode and in ASCII")
  func box() {
    var unicode = canvas(9, 3)
    let inside = unicode.box(unicode.bounds, title: "Tx")
    #expect(unicode.lines == ["╭─ Tx ──╮", "│       │", "╰───────╯"])
    #expect(inside == Rect(column: 1, row: 1, columns: 7, rows: 1))
    var ascii = canvas(9, 3, symbols: .ascii)
    ascii.box(ascii.bounds)
    #expect(ascii.lines == ["+-------+", "|       |", "+-------+"])
  }

  @Test(
    "bars show the fraction in eighths, never all before the end and never nothing after the start",
    arguments: [
      (0.0, "░░░░"), (1, "████"), (0.5, "██░░"), (0.0001, "▏░░░"), (0.9999, "███▉"), (0.28125, "█▏░░"),
      (-3, "░░░░"), (7, "████"), (.nan, "░░░░"),
    ])
  func bars(_ fraction: Double, _ line: String) {
    var canvas = canvas(4, 1)
    canvas.bar(at: Point(column: 0, row: 0), width: 4, fraction: fraction)
    #expect(canvas.lines == [line])
  }

  @Test("the scroll indicator begins at the top and ends at the bottom")
  func scrollIndicator() {
    let thumb = { (offset: Int) in
      var canvas = self.canvas(1, 4)
      canvas.scrollIndicator(in: canvas.bounds, offset: offset, visible: 4, total: 16)
      return canvas.lines.joined()
    }
    #expect(thumb(0) == "┃│││")
    #expect(thumb(12) == "│││┃")
    #expect(thumb(99) == "│││┃")
    #expect(thumb(-5) == "┃│││")
  }

  @Test(
    "spans that do not fit end in an ellipsis",
    arguments: [(8, "漢字 abc"), (7, "漢字 a…"), (4, "漢 …"), (1, "…"), (0, "")])
  func cutSpans(_ room: Int, _ line: String) {
    var canvas = canvas(12, 1)
    let spans = [Span("漢字", .heading), Span(" a"), Span("bc")]
    #expect(canvas.draw(spans, at: Point(column: 0, row: 0), maxWidth: room) == min(room, 8))
    #expect(canvas.lines == [line])
  }

  @Test("everything can be drawn on every small canvas", arguments: 0...9, 0...6)
  func tinyCanvases(_ columns: Int, _ rows: Int) {
    var canvas = canvas(columns, rows)
    for area in [
      canvas.bounds, Rect(column: -2, row: -2, columns: 7, rows: 5), Rect(column: 3, row: 2, columns: 9, rows: 9),
    ] {
      canvas.box(area, title: "漢字 title")
      canvas.popup(Size(columns: 3, rows: 1), title: "x", in: area)
      canvas.scrollIndicator(in: area, offset: 3, visible: area.rows, total: 50)
      canvas.fill(area, style: .input)
      canvas.restyle(area, .selected)
      TextField("漢字かな", isMultiline: true).draw(into: &canvas, in: area, isFocused: true)
      TextField("漢字かな").draw(into: &canvas, in: area, isFocused: true)
      ListView(selection: 4).draw(into: &canvas, in: area, count: 9) { [Span("row \($0) 漢字")] }
      CheckList(checked: [1]).draw(into: &canvas, in: area, labels: ["漢", "b"])
      ProgressBar(fraction: 0.5, value: "50%", label: "漢字").draw(into: &canvas, in: area)
      BarRow(label: "漢字", fraction: 0.5, value: "1/2").draw(into: &canvas, in: area, labelWidth: 9, valueWidth: 3)
      OptionPicker(["漢字かな"]).draw(into: &canvas, in: area, isFocused: true)
      Dialog(title: "漢字", message: "Really? 漢字", buttons: ["Yes", "No"]).draw(into: &canvas, in: area)
    }
    for row in 0..<rows {
      #expect(canvas.row(row).reduce(0) { $0 + $1.glyph.width } == columns)
    }
  }
}
