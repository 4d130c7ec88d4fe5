import PracticeTests
import Terminal

/// Measures of the form.
enum NewTestLayout {
  static let labelWidth = 14
  /// From this width on the plan stands beside the form.
  static let wide = 100
  static let planWidth = 42

  /// The rows that the lists in popups show.
  static func listHeight(_ size: Size) -> Int { max(1, Frame(size).body.rows - 5) }
}

extension AppState {
  func drawNewTest(_ form: NewTestState, into canvas: inout Canvas, in area: Rect) {
    let isWide = area.columns >= NewTestLayout.wide
    let formArea = isWide ? area.droppingRight(NewTestLayout.planWidth + 3) : area
    let below = isWide ? [] : planRows(form, width: area.columns)
    drawForm(form, plan: below, into: &canvas, in: formArea)
    if isWide {
      let box = canvas.box(area.right(NewTestLayout.planWidth).top(min(area.rows, 22)), title: "Plan")
      canvas.draw(rows: planRows(form, width: box.columns - 2), in: box.inset(columns: 1))
    }
    switch form.popup {
    case .browser(let browser): drawBrowser(browser, into: &canvas, in: area)
    case .topics(let list): drawTopics(list, form, into: &canvas, in: area)
    case nil: break
    }
  }

  // MARK: - The form

  private enum Line {
    case field(NewTestState.Field)
    case row(Row)
  }

  private func drawForm(_ form: NewTestState, plan: [Row], into canvas: inout Canvas, in area: Rect) {
    let lines =
      NewTestState.Field.all.dropLast().map(Line.field) + [.row([])]
      + (plan.isEmpty ? [] : plan.map(Line.row) + [.row([])])
      + [.field(.make)]
    let focus = lines.firstIndex { if case .field(let field) = $0 { field == form.focus } else { false } } ?? 0
    let window = Rows.window(around: focus, count: lines.count, height: area.rows)
    let room = window.count < lines.count ? area.droppingRight(2) : area
    for (row, index) in window.enumerated() {
      switch lines[index] {
      case .row(let spans): canvas.draw(spans, at: room.line(row).origin, maxWidth: room.columns)
      case .field(let field): draw(field, of: form, into: &canvas, in: room.line(row))
      }
    }
    canvas.scrollIndicator(in: area, offset: window.lowerBound, visible: window.count, total: lines.count)
  }

  private func draw(_ field: NewTestState.Field, of form: NewTestState, into canvas: inout Canvas, in area: Rect) {
    let isFocused = form.focus == field && form.popup == nil
    let parts = area.splitColumns([.fixed(2), .fixed(NewTestLayout.labelWidth), .fill])
    if isFocused { canvas.draw(symbols.pointer, in: parts[0], style: .accent) }
    if field == .make {
      drawMakeButton(form, isFocused: isFocused, into: &canvas, in: area.droppingLeft(2))
      return
    }
    if field.isFirstOfItsKind { canvas.draw(field.label, in: parts[1], style: isFocused ? .accent : .muted) }
    let problem = field.isFirstOfItsKind ? form.problem(of: field) : nil
    let value = parts[2]
    let width = min(value.columns, 46)
    switch field {
    case .course:
      form.course.draw(
        into: &canvas, in: value.left(width), isFocused: isFocused, placeholder: form.outline?.course ?? "")
    case .title:
      form.title.draw(
        into: &canvas, in: value.left(width), isFocused: isFocused, placeholder: form.outline?.title ?? "")
    case .difficulty: form.difficulty.draw(into: &canvas, in: value, isFocused: isFocused)
    case .count: form.count.draw(into: &canvas, in: value, isFocused: isFocused)
    case .choices: form.choices.draw(into: &canvas, in: value, isFocused: isFocused)
    case .seed: form.seed.draw(into: &canvas, in: value, isFocused: isFocused)
    case .format(let format): drawFormat(format, form, isFocused: isFocused, into: &canvas, in: value)
    case .notes: canvas.draw(notesText(form), in: value, style: isFocused ? .selected : .plain)
    case .topics: canvas.draw(topicsText(form), in: value, style: isFocused ? .selected : .plain)
    case .make: break
    }
    if let problem { draw(problem: problem, of: field, into: &canvas, in: value) }
  }

  private func draw(problem: String, of field: NewTestState.Field, into canvas: inout Canvas, in area: Rect) {
    let text = "\(symbols.no) \(problem)"
    // What is wrong with the notes is a sentence; the other fields leave room beside them.
    let place = field == .notes ? area : area.droppingLeft(24)
    if field == .notes { canvas.fill(place) }
    canvas.draw(text, in: place, style: .danger)
  }

  private func drawFormat(
    _ format: QuestionFormat, _ form: NewTestState, isFocused: Bool, into canvas: inout Canvas, in area: Rect
  ) {
    let isChecked = form.formats.contains(format)
    canvas.draw(
      [
        Span(isChecked ? symbols.checked : symbols.unchecked, isChecked ? .accent : .muted), Span(" "),
        Span(format.shownName, isFocused ? .selected : .plain),
      ], at: area.origin, maxWidth: area.columns)
  }

  private func drawMakeButton(_ form: NewTestState, isFocused: Bool, into canvas: inout Canvas, in area: Rect) {
    let text = form.isMaking ? "Making the test\(symbols.ellipsis)" : "[ Make test ]"
    let isReady = form.hindrance == nil
    let used = canvas.draw(text, at: area.origin, style: isFocused ? .selected : isReady ? .accent : .muted)
    if let reason = form.hindrance, !form.isMaking {
      canvas.draw(reason, in: area.droppingLeft(used + 2), style: .muted)
    }
  }

  private func notesText(_ form: NewTestState) -> String {
    if form.notes.isEmpty { return "none" }
    let names = form.notes.map(\.name).joined(separator: ", ")
    guard form.outline != nil else { return "reading \(names)\(symbols.ellipsis)" }
    return form.notes.count == 1 ? names : "\(form.notes.count) files: \(names)"
  }

  private func topicsText(_ form: NewTestState) -> String {
    guard let topics = form.outline?.topics, !topics.isEmpty else { return "from the notes" }
    let chosen = topics.filter { !form.leftOut.contains($0) }
    if chosen.count == topics.count { return topics.count == 1 ? topics[0] : "all \(topics.count)" }
    return "\(chosen.count) of \(topics.count): \(chosen.joined(separator: ", "))"
  }

  // MARK: - The plan

  private func planRows(_ form: NewTestState, width: Int) -> [Row] {
    let writer = backends.selected.map { entry -> Row in
      let sign = BackendSign(entry.availability, symbols: symbols)
      return [label("Written by"), Span(entry.fullName), Span("  \(sign.shape) \(sign.word)", sign.style)]
    }
    guard let plan = form.blueprint else {
      let text =
        form.planProblem
        ?? (form.notes.isEmpty ? "The plan appears once notes are chosen." : "Planning\(symbols.ellipsis)")
      let style: Style = form.planProblem == nil ? .muted : .danger
      return Rows.wrapped(text, width: width, style: style) + (writer.map { [$0] } ?? [])
    }
    let total = "\(Wording.count(plan.slots.count, "question")), about \(plan.minutes) minutes"
    var rows: [Row] = [[label("Plan"), Span(total)]]
    rows += quotaRows("Topics", plan.topicQuotas, width: width)
    rows += quotaRows("Difficulty", plan.difficultyQuotas, width: width)
    rows += quotaRows("Bloom level", plan.bloomQuotas, width: width)
    let formats = plan.formatQuotas.map { quota in
      Quota(name: QuestionFormat(rawValue: quota.name)?.shownName ?? quota.name, count: quota.count)
    }
    rows += quotaRows("Formats", formats, width: width)
    return rows + (writer.map { [$0] } ?? [])
  }

  private func quotaRows(_ name: String, _ quotas: [Quota], width: Int) -> [Row] {
    let text = quotas.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    let rows = Rows.wrapped(text, width: width, mark: [label(name)])
    // A hundred topics would push everything else away.
    let limit = name == "Topics" ? (width < NewTestLayout.planWidth ? 10 : 2) : 3
    guard rows.count > limit else { return rows }
    return rows.prefix(limit - 1) + [
      [Span(TextWidth.pad("", to: NewTestLayout.labelWidth)), Span("and more\(symbols.ellipsis)", .muted)]
    ]
  }

  private func label(_ text: String) -> Span {
    Span(TextWidth.pad(text, to: NewTestLayout.labelWidth), .muted)
  }

  // MARK: - Topics

  private func drawTopics(_ list: CheckList, _ form: NewTestState, into canvas: inout Canvas, in area: Rect) {
    let topics = form.outline?.topics ?? []
    let height = min(topics.count, NewTestLayout.listHeight(size))
    let width = min(area.columns - 6, max(30, topics.map { TextWidth.of($0) + 8 }.max() ?? 0))
    let inside = canvas.popup(Size(columns: width, rows: height), title: "Topics", in: area)
    list.draw(into: &canvas, in: inside, labels: topics)
  }
}

extension NewTestState.Field {
  /// Whether its label and its problem are shown: formats share one.
  var isFirstOfItsKind: Bool {
    if case .format(let format) = self { format == QuestionFormat.allCases.first } else { true }
  }
}
