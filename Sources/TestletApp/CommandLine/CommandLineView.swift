import PracticeTests
import Terminal

extension AppState {
  /// Draws the line in the place of the footer, and above it its keys, what fits and what there is to say.
  func drawCommandLine(_ line: CommandLineState, into canvas: inout Canvas) {
    let frame = Frame(size)
    let matches = line.matches(among: commands)
    let choice = line.choice(among: matches)
    let remark = remark(on: line, isPlain: line.isPlain(choice: choice), width: frame.body.columns)
    let room = max(1, min(10, frame.body.rows - 2 - remark.count))
    let window = Rows.window(around: choice ?? 0, count: matches.count, height: room)
    let height = window.count + remark.count
    let whole = canvas.bounds.droppingTop(frame.body.row).bottom(height + 2)
    canvas.fill(whole)
    canvas.coverClicks(in: canvas.bounds)
    canvas.cursor = nil
    drawKeys(on: whole.line(0), margin: frame.footer.column, into: &canvas)
    let body = frame.body.bottom(height)
    let list = body.top(window.count)
    let names = list.droppingRight(matches.count > window.count ? 2 : 0)
    for (row, index) in window.enumerated() {
      draw(matches[index], isChosen: index == choice, into: &canvas, in: names.line(row))
      // While Down goes about in the history, no other row can be gone to.
      if !line.isRecalling || index == choice {
        canvas.onClick(names.line(row), row: index, selected: choice ?? -1)
      }
    }
    canvas.scrollIndicator(in: list, offset: window.lowerBound, visible: window.count, total: matches.count)
    canvas.draw(rows: remark, in: body.droppingTop(window.count))
    let used = canvas.draw(":", at: frame.footer.origin, style: .accent)
    line.field.draw(
      into: &canvas, in: frame.footer.droppingLeft(used), isFocused: true,
      placeholder: "a command, or what you want in plain words")
  }

  /// Draws the keys on the rule: the way out in any case, the others as far as there is room.
  private func drawKeys(on rule: Rect, margin: Int, into canvas: inout Canvas) {
    canvas.horizontalLine(at: rule.origin, length: rule.columns)
    let ways = bindings.filter { $0.footer == .pinned }
    let shown = bindings.filter { $0.footer == .listed } + ways
    var kept = ways.map { TextWidth.of(hint($0)) + 2 }.reduce(0, +)
    var rest = rule.inset(columns: margin)
    for binding in shown {
      let text: Row = [Span(" ")] + hint(binding) + [Span(" ")]
      let width = TextWidth.of(text)
      if binding.footer == .pinned { kept -= width }
      guard width + kept <= rest.columns else { continue }
      canvas.draw(text, at: rest.origin)
      if let key = binding.keys.first { canvas.onClick(rest.left(width), press: key) }
      rest = rest.droppingLeft(width)
    }
  }

  /// Draws a command; where there is little room, only its name and its keys.
  private func draw(_ command: Command, isChosen: Bool, into canvas: inout Canvas, in area: Rect) {
    let isWide = size.columns >= 60
    let parts = area.splitColumns([.fixed(2), .fixed(isWide ? 18 : 24), .fixed(8), .fill])
    let isEnabled = command.disabledReason == nil
    canvas.draw(isChosen ? symbols.pointer : " ", in: parts[0], style: .accent)
    canvas.draw(command.name, in: parts[1], style: isEnabled ? .plain : .muted)
    canvas.draw(command.keys, in: parts[2], style: isEnabled ? .key : .muted)
    if isWide { canvas.draw(command.disabledReason ?? command.help, in: parts[3], style: .muted) }
    if isChosen { canvas.restyle(area, .selected) }
  }

  /// What there is to say about what is typed.
  ///
  /// - Parameter isPlain: whether Enter takes it as plain words.
  private func remark(on line: CommandLineState, isPlain: Bool, width: Int) -> [Row] {
    if let problem = line.problem {
      return Array(
        Rows.wrapped(problem, width: width, mark: [Span("\(symbols.no) ", .danger)], style: .danger).prefix(4))
    }
    if line.asked != nil {
      let who = line.author.map { "Asking \($0.text) what is meant" } ?? "Finding out what is meant"
      return [[Span("\(who)\(symbols.ellipsis) ", .muted), Span("Esc", .key), Span(" stops it", .muted)]]
    }
    if let deed = foretold(line, isPlain: isPlain) {
      let rows = Rows.wrapped(deed, width: width, mark: [Span("Enter", .key), Span(": ")])
      return Rows.cut(rows, to: 5, width: width, ellipsis: symbols.ellipsis)
    }
    guard isPlain else { return [] }
    let author = backends.author(of: .intentParsing)
    let elsewhere = author.map { $0.host == nil ? "" : "; what fixed rules don't know goes to \($0.text)" } ?? ""
    return Rows.wrapped(
      "finds out what is meant, and asks before it makes or deletes anything\(elsewhere)", width: width,
      mark: [Span("Enter", .key), Span(" ")], style: .muted)
  }

  /// What Enter does, where that is known before it is pressed.
  private func foretold(_ line: CommandLineState, isPlain: Bool) -> String? {
    if let words = ExportWords(line.field.text) {
      return namedTestAtHand.map {
        PlainAction.exportTest($0, words.format, answers: true, file: TypedPath(words.path).path).sentence
      }
    }
    guard isPlain, let action = line.foretold else { return nil }
    return action.sentence + action.whatComesFirst
  }
}

extension PlainAction {
  /// What the app shows or wants before it is done.
  fileprivate var whatComesFirst: String {
    switch self {
    case .makeTest: " Its form is shown first."
    case .deleteTest: " You are asked first."
    case .summarise, .exportTest(_, _, answers: false, file: _): " The app only names the command for that."
    case .exportTest(_, _, answers: true, file: nil): " You type its file next."
    case .exportTest, .review, .showStats, .search, .openTest, .open: ""
    }
  }
}
