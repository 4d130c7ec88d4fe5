import Terminal

extension AppState {
  /// The whole screen.
  func view() -> Canvas {
    var canvas = Canvas(size: size, symbols: symbols)
    if Frame.isTooSmall(size) {
      let text = "testlet needs \(Frame.smallest.columns)x\(Frame.smallest.rows)"
      canvas.draw(text, in: canvas.bounds.line(size.rows / 2), align: .center)
      return canvas
    }
    let frame = Frame(size)
    drawTitle(into: &canvas, frame)
    drawBody(into: &canvas, in: frame.body)
    drawFooter(into: &canvas, in: frame.footer)
    drawNotice(into: &canvas, in: frame.body)
    switch overlay {
    case .help(let scroll): drawHelp(scroll, into: &canvas, in: frame.body)
    case .confirmation(let confirmation): confirmation.dialog.draw(into: &canvas, in: frame.body)
    case nil: break
    }
    return canvas
  }

  private func drawBody(into canvas: inout Canvas, in area: Rect) {
    switch screen {
    case .home(let home): drawHome(home, into: &canvas, in: area)
    case .newTest(let newTest): drawNewTest(newTest, into: &canvas, in: area)
    case .generating(let generating): drawGenerating(generating, into: &canvas, in: area)
    case .taking(let taking): drawTaking(taking, into: &canvas, in: area)
    case .results(let results): drawResults(results, into: &canvas, in: area)
    case .settings(let settings): drawSettings(settings, into: &canvas, in: area)
    }
  }

  // MARK: - Title

  private func drawTitle(into canvas: inout Canvas, _ frame: Frame) {
    let status = backendStatus(room: frame.title.columns / 2)
    let width = status.reduce(0) { $0 + TextWidth.of($1.text) }
    let left = frame.title.droppingRight(width + 2)
    let used = canvas.draw([Span("testlet", .accent.bold), Span("  ")], at: left.origin)
    canvas.draw(titleText, in: left.droppingLeft(used), style: .heading)
    canvas.draw(status, at: frame.title.right(width).origin)
    canvas.horizontalLine(at: frame.rule.origin, length: frame.rule.columns)
  }

  private var titleText: String {
    switch screen {
    case .generating(let generating): generations[generating.testID]?.title ?? screen.title
    case .taking(let taking): [taking.title, backgroundProgress(taking)].compactMap(\.self).joined(separator: "  ")
    case .results(let results): "Results: \(results.title)"
    case .home, .newTest, .settings: screen.title
    }
  }

  /// How far a generation is that goes on while its test is taken.
  private func backgroundProgress(_ taking: TakingState) -> String? {
    guard let generation = generations[taking.attempt.testID], generation.isRunning else { return nil }
    return "(\(generation.accepted) of \(generation.rows.count) made)"
  }

  /// The selected backend, as much of it as there is room for.
  private func backendStatus(room: Int) -> Row {
    guard let entry = backends.selected else { return [] }
    let sign = BackendSign(entry.availability, symbols: symbols)
    let full: Row = [Span("\(entry.fullName) ", .muted), Span("\(sign.shape) \(sign.word)", sign.style)]
    let short: Row = [Span("\(entry.name) ", .muted), Span(sign.shape, sign.style)]
    let width = full.reduce(0) { $0 + TextWidth.of($1.text) }
    if width <= room { return full }
    return TextWidth.of(entry.name) + 2 <= room ? short : [Span(sign.shape, sign.style)]
  }

  // MARK: - Footer

  private func drawFooter(into canvas: inout Canvas, in area: Rect) {
    let shown = bindings.filter(\.isInFooter)
    let last = shown.last { $0.action(.resize) == .helpAsked }
    let width = last.map { Self.width(of: $0) } ?? 0
    if let last { Self.draw(last, into: &canvas, at: area.right(width).origin) }
    var column = area.column
    for binding in shown where binding.action(.resize) != .helpAsked {
      let needed = Self.width(of: binding)
      guard column + needed + 2 <= area.endColumn - width else { break }
      Self.draw(binding, into: &canvas, at: Point(column: column, row: area.row))
      column += needed + 2
    }
  }

  private static func width(of binding: Binding) -> Int {
    TextWidth.of(binding.name) + 1 + TextWidth.of(binding.label)
  }

  private static func draw(_ binding: Binding, into canvas: inout Canvas, at point: Point) {
    let isEnabled = binding.disabledReason == nil
    canvas.draw([Span(binding.name, isEnabled ? .key : .muted), Span(" \(binding.label)", .muted)], at: point)
  }

  /// A notice lies over the end of the body until the next key.
  private func drawNotice(into canvas: inout Canvas, in area: Rect) {
    guard let notice else { return }
    let mark: Row =
      notice.kind == .problem ? [Span("\(symbols.no) ", .danger)] : [Span("\(symbols.pointer) ", .warning)]
    let style: Style = notice.kind == .problem ? .danger : .warning
    let rows = Rows.wrapped(notice.text, width: area.columns, mark: mark, style: style).prefix(4)
    let place = area.bottom(rows.count)
    canvas.fill(area.bottom(rows.count + 1))
    canvas.draw(rows: rows, in: place)
    canvas.cursor = nil
  }
}
