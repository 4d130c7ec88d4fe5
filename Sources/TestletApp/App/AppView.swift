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
    drawNotice(into: &canvas, in: frame.body)
    drawOverlay(into: &canvas, frame)
    return canvas
  }

  /// What lies over the screen, and the footer with its keys: the command line stands in the place of the footer.
  private func drawOverlay(into canvas: inout Canvas, _ frame: Frame) {
    switch overlay {
    case .help(let scroll, _): drawHelp(scroll, into: &canvas, in: frame.body)
    case .attemptForm(let form): form.draw(into: &canvas, in: frame.body)
    case .commandLine(let line): return drawCommandLine(line, into: &canvas)
    case .confirmation(let confirmation): confirmation.dialog.draw(into: &canvas, in: frame.body)
    case nil: break
    }
    drawFooter(into: &canvas, in: frame.footer)
  }

  private func drawBody(into canvas: inout Canvas, in area: Rect) {
    switch screen {
    case .home(let home): drawHome(home, into: &canvas, in: area)
    case .newTest(let newTest): drawNewTest(newTest, into: &canvas, in: area)
    case .generating(let generating): drawGenerating(generating, into: &canvas, in: area)
    case .taking(let taking): drawTaking(taking, into: &canvas, in: area)
    case .results(let results): drawResults(results, into: &canvas, in: area)
    case .bank(let bank): drawBank(bank, into: &canvas, in: area)
    case .sources(let sources): drawSources(sources, into: &canvas, in: area)
    case .review(let review): drawReview(review, into: &canvas, in: area)
    case .stats(let stats): drawStats(stats, into: &canvas, in: area)
    case .chat(let chat): drawChat(chat, into: &canvas, in: area)
    case .settings(let settings): drawSettings(settings, into: &canvas, in: area)
    case .models(let models): drawModels(models, into: &canvas, in: area)
    case .parameters(let parameters): drawParameters(parameters, into: &canvas, in: area)
    case .trial(let trial): drawTrial(trial, into: &canvas, in: area)
    }
  }

  // MARK: - Title

  private func drawTitle(into canvas: inout Canvas, _ frame: Frame) {
    let used = canvas.draw([Span("testlet", .accent.bold), Span("  ")], at: frame.title.origin)
    let room = frame.title.droppingLeft(used)
    let title = titleText
    let status = backendStatus(room: room.columns, title: title)
    let width = TextWidth.of(status)
    canvas.draw(title, in: room.droppingRight(width + 2), style: .heading)
    canvas.draw(status, at: room.right(width).origin)
    if !frame.rule.isEmpty { canvas.horizontalLine(at: frame.rule.origin, length: frame.rule.columns) }
  }

  private var titleText: String {
    switch screen {
    case .generating(let generating): generations[generating.testID]?.title ?? screen.title
    case .taking(let taking): taking.title
    case .results(let results): "Results of \(results.title)"
    case .home, .newTest, .review, .stats, .chat, .bank, .sources, .settings, .models, .parameters, .trial: screen.title
    }
  }

  /// The selected backend: as much of it as leaves the title whole; beside a long title its name, or its sign alone.
  private func backendStatus(room: Int, title: String) -> Row {
    guard let entry = backends.selected else { return [] }
    let sign = BackendSign(entry.availability, symbols: symbols)
    let short: Row = [Span("\(entry.name) ", .muted), Span(sign.shape, sign.style)]
    let forms: [Row] = [
      [Span("\(entry.fullName) ", .muted), Span("\(sign.shape) \(sign.word)", sign.style)],
      [Span("\(entry.fullName) ", .muted), Span(sign.shape, sign.style)],
      short,
    ]
    let left = room - TextWidth.of(title) - 2
    return forms.first { TextWidth.of($0) <= left }
      ?? (TextWidth.of(short) <= room / 3 ? short : [Span(sign.shape, sign.style)])
  }

  // MARK: - Footer

  private func drawFooter(into canvas: inout Canvas, in area: Rect) {
    let bindings = bindings
    let pinned = bindings.filter { $0.footer == .pinned }
    let end = area.right(pinned.map { TextWidth.of(hint($0)) + 2 }.reduce(-2, +))
    draw(pinned, into: &canvas, in: end)
    let room = area.left(end.column - 2 - area.column)
    draw(inOrder(bindings.filter { $0.footer == .listed }, room: room.columns), into: &canvas, in: room)
  }

  /// Every key keeps its place; but on Home, where there is not room for all, what can be done now comes first.
  private func inOrder(_ listed: [Binding], room: Int) -> [Binding] {
    let width = listed.map { TextWidth.of(hint($0)) + 2 }.reduce(-2, +)
    guard case .home = screen, overlay == nil, width > room else { return listed }
    return listed.filter { $0.disabledReason == nil } + listed.filter { $0.disabledReason != nil }
  }

  /// Draws as many keys as fit; a click on one presses it.
  private func draw(_ bindings: [Binding], into canvas: inout Canvas, in area: Rect) {
    var rest = area
    for binding in bindings {
      let hint = hint(binding)
      let width = TextWidth.of(hint)
      guard width <= rest.columns else { break }
      canvas.draw(hint, at: rest.origin)
      if let key = binding.keys.first, key.description == binding.name {
        canvas.onClick(rest.left(width), press: key)
      }
      rest = rest.droppingLeft(width + 2)
    }
  }

  /// A key with what it does, as a footer shows it.
  func hint(_ binding: Binding) -> Row {
    [Span(binding.name, binding.disabledReason == nil ? .key : .muted), Span(" \(binding.label)", .muted)]
  }

  /// A notice lies over the end of the body until the next key.
  private func drawNotice(into canvas: inout Canvas, in area: Rect) {
    guard let notice else { return }
    let rows = Rows.cut(noticeRows(notice), to: noticeHeight, width: area.columns, ellipsis: symbols.ellipsis)
    let place = area.bottom(rows.count)
    canvas.fill(area.bottom(rows.count + 1))
    canvas.coverClicks(in: area.bottom(rows.count + 1))
    canvas.draw(rows: rows, in: place)
    canvas.cursor = nil
  }

  /// Whether all of a notice is seen.
  func fits(_ notice: Notice) -> Bool { noticeRows(notice).count <= noticeHeight }

  /// The lines that a notice may take.
  private var noticeHeight: Int { max(4, Frame(size).body.rows / 2) }

  private func noticeRows(_ notice: Notice) -> [Row] {
    let mark: Row =
      notice.kind == .problem ? [Span("\(symbols.no) ", .danger)] : [Span("\(symbols.pointer) ", .accent)]
    let style: Style = notice.kind == .problem ? .danger : .accent
    return Rows.wrapped(notice.text, width: Frame(size).body.columns, mark: mark, style: style)
  }
}
