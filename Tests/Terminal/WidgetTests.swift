import Testing

@testable import Terminal

@Suite("Lists")
struct ListViewTests {
  @Test(
    "the selection moves and the window follows",
    arguments: [
      ([Key.down], 1, 0..<4), ([.up], 0, 0..<4), ([.end], 9, 6..<10), ([.end, .home], 0, 0..<4),
      ([.down, .down, .down, .down], 4, 1..<5), ([.pageDown], 3, 0..<4), ([.pageDown, .pageDown], 6, 3..<7),
      ([.end, .up], 8, 6..<10), ([.end, .pageUp], 6, 6..<10), ([.character("G")], 9, 6..<10),
      ([.character("j"), .character("k")], 0, 0..<4),
    ])
  func moving(_ keys: [Key], _ selection: Int, _ window: Range<Int>) {
    var list = ListView()
    for key in keys { #expect(list.handle(key, count: 10, height: 4) == true) }
    #expect(list.selection == selection)
    #expect(list.window(count: 10, height: 4) == window)
  }

  @Test("nothing moves in an empty list, and rows that have gone are no trouble")
  func shrinking() {
    var list = ListView()
    #expect(list.handle(.down, count: 0, height: 4) == false)
    _ = list.handle(.end, count: 100, height: 4)
    #expect(list.selected(of: 3) == 2)
    #expect(list.window(count: 3, height: 4) == 0..<3)
    #expect(list.window(count: 3, height: 0).isEmpty)
    _ = list.handle(.up, count: 3, height: 4)
    #expect(list.selection == 1)
  }

  @Test("letters are left alone where they are typed")
  func letters() {
    var list = ListView()
    #expect(list.handle(.character("j"), count: 3, height: 3, letters: false) == false)
  }

  @Test("a click on a row goes there, on the selected row chooses it, and behind a window nowhere")
  func clicks() {
    var canvas = Canvas(size: Size(columns: 30, rows: 9))
    ListView(selection: 2).draw(into: &canvas, in: canvas.bounds, count: 9) { [Span("row \($0)")] }
    #expect(canvas.keys(at: Point(column: 5, row: 0)) == [.up, .up])
    #expect(canvas.keys(at: Point(column: 5, row: 2)) == [.enter])
    #expect(canvas.keys(at: Point(column: 5, row: 3)) == [.down])
    #expect(canvas.keys(at: Point(column: 5, row: 9)).isEmpty && canvas.keys(at: Point(column: -1, row: 0)).isEmpty)
    canvas.coverClicks(in: canvas.bounds.line(3))
    #expect(canvas.keys(at: Point(column: 5, row: 3)).isEmpty)
    #expect(canvas.keys(at: Point(column: 5, row: 4)) == [.down, .down])
    Dialog(title: "Quit", message: "Really?", buttons: ["Yes", "No"]).draw(into: &canvas, in: canvas.bounds)
    #expect(canvas.keys(at: Point(column: 5, row: 0)).isEmpty)
    let button = canvas.lines[5].prefix { $0 != "N" }.count
    #expect(canvas.keys(at: Point(column: button, row: 5)) == [.character("n")])
  }

  @Test("draws a pointer, the selected row and where the window stands")
  func drawing() {
    var canvas = Canvas(size: Size(columns: 9, rows: 2))
    ListView(selection: 1).draw(into: &canvas, in: canvas.bounds, count: 4) { [Span("row \($0)")] }
    #expect(canvas.lines == ["  row 0 ┃", "› row 1 │"])
    #expect(ListView.columns(in: canvas.bounds, count: 4) == 5 && ListView.columns(in: canvas.bounds, count: 2) == 7)
    #expect(canvas.row(1).dropLast(2).allSatisfy { $0.style == .selected })
  }
}

@Suite("Other widgets")
struct WidgetTests {
  @Test("a scroll view stays within its lines")
  func scrollView() {
    var view = ScrollView()
    #expect(view.handle(.end, total: 10, height: 4) == true)
    #expect(view.window(total: 10, height: 4) == 6..<10)
    _ = view.handle(.down, total: 10, height: 4)
    #expect(view.offset == 6)
    #expect(view.window(total: 2, height: 4) == 0..<2)
    #expect(view.window(total: 0, height: 4).isEmpty)
    #expect(view.handle(.enter, total: 10, height: 4) == false)
  }

  @Test("Space checks and unchecks")
  func checkList() {
    var list = CheckList()
    _ = list.handle(.down, count: 2, height: 2)
    #expect(list.handle(.character(" "), count: 2, height: 2) == true)
    #expect(list.checked == [1])
    var canvas = Canvas(size: Size(columns: 12, rows: 2))
    list.draw(into: &canvas, in: canvas.bounds, labels: ["one", "two"])
    #expect(canvas.lines == ["  [ ] one", "› [✓] two"])
    _ = list.handle(.character(" "), count: 2, height: 2)
    #expect(list.checked.isEmpty)
    #expect(list.handle(.character(" "), count: 0, height: 2) == false)
  }

  @Test("an option picker goes round")
  func optionPicker() {
    var picker = OptionPicker(["easy", "medium", "hard"], selection: 2)
    #expect(picker.handle(.right) == true)
    #expect(picker.selected == "easy")
    _ = picker.handle(.left)
    #expect(picker.selected == "hard")
    var none = OptionPicker([])
    #expect(none.handle(.right) == false)
    #expect(none.selected == "")
  }

  @Test(
    "a dialog answers",
    arguments: [
      ([Key.enter], Dialog.Outcome.chosen(1)), ([.left, .enter], .chosen(0)), ([.tab, .enter], .chosen(0)),
      ([.character("S")], .chosen(0)), ([.character("k")], .chosen(1)), ([.escape], .dismissed),
      ([.character("q")], .dismissed), ([.character("x")], .open), ([.function(1)], .open),
    ])
  func dialog(_ keys: [Key], _ outcome: Dialog.Outcome) {
    var dialog = Dialog(title: "Submit?", message: "Sure?", buttons: ["Submit", "Keep"], selection: 1)
    #expect(keys.map { dialog.handle($0) }.last == outcome)
  }

  @Test("a dialog is drawn in the middle, over what is there")
  func dialogDrawing() {
    var canvas = Canvas(size: Size(columns: 26, rows: 5))
    canvas.fill(canvas.bounds)
    canvas.draw(lines: Array(repeating: String(repeating: "x", count: 26), count: 5), in: canvas.bounds)
    Dialog(title: "Quit", message: "Really?", buttons: ["Yes", "No"], selection: 1).draw(
      into: &canvas, in: canvas.bounds)
    #expect(
      canvas.lines == [
        "xxxx╭─ Quit ─────────╮xxxx", "xxxx│ Really?        │xxxx", "xxxx│                │xxxx",
        "xxxx│ [ Yes ] [ No ] │xxxx", "xxxx╰────────────────╯xxxx",
      ])
    #expect(canvas[Point(column: 15, row: 3)].style == .selected)
    #expect(canvas[Point(column: 7, row: 3)].style == .plain)
  }

  @Test("values of a progress bar line up at the right", arguments: [(0.999, "99%"), (1, "100%"), (.nan, "0%")])
  func progress(_ fraction: Double, _ value: String) {
    var canvas = Canvas(size: Size(columns: 12, rows: 1))
    ProgressBar(fraction: fraction, value: value).draw(into: &canvas, in: canvas.bounds)
    #expect(canvas.lines[0].hasSuffix(TextWidth.pad("", to: 5 - value.count) + value))
  }

  @Test("rows of a chart line up, and their bars are as long as each other, however wide a value is")
  func barRow() {
    var canvas = Canvas(size: Size(columns: 24, rows: 2), symbols: .ascii)
    func draw(_ values: String...) {
      canvas.fill(canvas.bounds)
      let rows = zip(["漢字", "abc"], values).map { BarRow(label: $0, fraction: 1, value: $1) }
      for (line, row) in rows.enumerated() {
        row.draw(into: &canvas, in: canvas.bounds.line(line), labelWidth: 6, valueWidth: rows.valueWidth)
      }
    }
    draw("1/2", "10/10")
    #expect(TextWidth.of(canvas.lines[0]) == 24)
    #expect(canvas.lines[1] == "abc    #########   10/10")
    draw("1 of 2", "1 of 10, 10%")
    #expect(canvas.lines.map { $0.filter { $0 == "#" } } == ["####", "####"])
    #expect(canvas.lines[0].hasSuffix("       1 of 2") && canvas.lines[1].hasSuffix(" 1 of 10, 10%"))
  }
}

@Suite("Sparklines")
struct SparklineTests {
  @Test("Each value is a bar, the last ones are shown, and nothing is a gap")
  func bars() {
    let line = Sparkline([0, 0.5, nil, 1, .nan, 7, -1])
    #expect(line.span(width: 9, symbols: .unicode).text == "▁▄ █▁█▁")
    #expect(line.span(width: 3, symbols: .unicode).text == "▁█▁")
    #expect(line.span(width: 0, symbols: .unicode).text.isEmpty)
    #expect(Sparkline(counts: [0, 1, 8]).span(width: 9, symbols: .ascii).text == " _#")
  }
}
