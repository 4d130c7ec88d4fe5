import PracticeTests
import Terminal

/// Measures of the form.
enum NewTestLayout {
  static let labelWidth = 11
  /// The columns of the fields that stand beside the plan.
  static let besidePlan = 34
  /// Wider, the counts of the plan are far from their names.
  static let planWidth = 62
  /// The most rows of the plan above the button.
  static let planHeight = 12
  static let fieldWidth = 60

  /// Whether there is room for the plan beside the form.
  static func isRoomy(_ size: Size) -> Bool { size.columns >= 74 && size.rows >= 18 }

  /// The rows that the lists in popups show.
  static func listHeight(_ size: Size) -> Int { max(1, Frame(size).body.rows - 6) }
}

extension AppState {
  func drawNewTest(_ form: NewTestState, into canvas: inout Canvas, in area: Rect) {
    if NewTestLayout.isRoomy(area.size) {
      drawBesidePlan(form, into: &canvas, in: area)
    } else {
      drawAbovePlan(form, into: &canvas, in: area)
    }
    switch form.popup {
    case .browser(let browser): drawBrowser(browser, into: &canvas, in: area)
    case .topics(let list): drawTopics(list, form, into: &canvas, in: area)
    case nil: break
    }
  }

  private func drawBesidePlan(_ form: NewTestState, into canvas: inout Canvas, in area: Rect) {
    let upper = lines(aboutNotesOf: form, width: area.columns)
    draw(upper, of: form, into: &canvas, in: area.top(upper.count))
    let lower = area.droppingTop(upper.count + 1)
    let fields = lower.left(NewTestLayout.besidePlan)
    draw(settingLines() + [.text([])] + makeLines(form, width: fields.columns), of: form, into: &canvas, in: fields)
    let plan = PlanRows(form, writer: backends.selected, symbols: symbols)
    let frame = lower.droppingLeft(NewTestLayout.besidePlan + 2).left(NewTestLayout.planWidth)
    let rows = plan.rows(width: frame.columns - 4, height: frame.rows - 2)
    let inside = canvas.box(frame.top(rows.count + 2), title: "Plan").inset(columns: 1)
    canvas.draw(rows: rows, in: inside)
  }

  private func drawAbovePlan(_ form: NewTestState, into canvas: inout Canvas, in area: Rect) {
    let width = area.columns - 2
    let below = [.text([])] + makeLines(form, width: width)
    // All of the plan is to be seen above the button.
    let height = min(NewTestLayout.planHeight, area.rows - below.count)
    let plan = PlanRows(form, writer: backends.selected, symbols: symbols).rows(width: width, height: height)
    let all =
      lines(aboutNotesOf: form, width: width) + settingLines() + [.text([])] + plan.map(Line.text) + below
    draw(all, of: form, into: &canvas, in: area)
  }

  // MARK: - Lines

  private enum Line {
    case field(NewTestState.Field)
    case text(Row)
  }

  private func lines(aboutNotesOf form: NewTestState, width: Int) -> [Line] {
    var problems: [Row] = []
    if let outline = form.outline, let first = outline.problems.first {
      let others = outline.problems.count > 1 ? " (And \(outline.problems.count - 1) more.)" : ""
      problems = Rows.wrapped(
        first + others, width: width, mark: [Span("  \(symbols.no) ", .danger)], style: .danger)
    }
    let doubt = form.outline?.doubt ?? ""
    let doubts = doubt.isEmpty ? [] : Rows.wrapped(doubt, width: width, mark: [Span("  ")], style: .warning)
    let told = (problems.prefix(4) + doubts).map(Line.text)
    return [.field(.notes)] + told + [.field(.course), .field(.title), .field(.topics)]
  }

  private func settingLines() -> [Line] {
    [.field(.difficulty), .field(.count)] + QuestionFormat.allCases.map { .field(.format($0)) }
      + [.field(.choices), .field(.seed)]
  }

  private func makeLines(_ form: NewTestState, width: Int) -> [Line] {
    guard let reason = form.hindrance, !form.isMaking else { return [.field(.make)] }
    let rows = Rows.wrapped(reason, width: width, mark: [Span("  ")], style: .muted)
    return [.field(.make)] + rows.map(Line.text)
  }

  private func draw(_ lines: [Line], of form: NewTestState, into canvas: inout Canvas, in area: Rect) {
    let focus = lines.firstIndex { if case .field(let field) = $0 { field == form.focus } else { false } }
    let window = Rows.window(around: focus ?? 0, count: lines.count, height: area.rows)
    let room = window.count < lines.count ? area.droppingRight(2) : area
    for (row, index) in window.enumerated() {
      switch lines[index] {
      case .text(let spans): canvas.draw(spans, at: room.line(row).origin, maxWidth: room.columns)
      case .field(let field):
        draw(field, of: form, into: &canvas, in: room.line(row))
        canvas.onClick(room.line(row), row: field.place, selected: form.focus.place)
      }
    }
    canvas.scrollIndicator(in: area, offset: window.lowerBound, visible: window.count, total: lines.count)
  }

  // MARK: - Fields

  private func draw(_ field: NewTestState.Field, of form: NewTestState, into canvas: inout Canvas, in area: Rect) {
    let isFocused = form.focus == field && form.popup == nil
    let parts = area.splitColumns([.fixed(2), .fixed(NewTestLayout.labelWidth), .fill])
    if isFocused { canvas.draw(symbols.pointer, in: parts[0], style: .accent) }
    if field.isFirstOfItsKind { canvas.draw(field.label, in: parts[1], style: isFocused ? .accent : .muted) }
    let value = parts[2]
    let text = value.left(NewTestLayout.fieldWidth)
    let style: Style = isFocused ? .selected : .plain
    switch field {
    case .notes: canvas.draw(notesText(form), in: value, style: style)
    case .course:
      form.course.draw(into: &canvas, in: text, isFocused: isFocused, placeholder: form.outline?.course ?? "")
    case .title:
      form.title.draw(into: &canvas, in: text, isFocused: isFocused, placeholder: form.outline?.title ?? "")
    case .topics: canvas.draw(topicsText(form), in: value, style: style)
    case .difficulty: form.difficulty.draw(into: &canvas, in: value, isFocused: isFocused)
    case .count: form.count.draw(into: &canvas, in: value, isFocused: isFocused)
    case .choices: form.choices.draw(into: &canvas, in: value, isFocused: isFocused)
    case .seed: form.seed.draw(into: &canvas, in: value, isFocused: isFocused)
    case .format(let format): draw(format, isChecked: form.formats.contains(format), style, into: &canvas, in: value)
    case .make: drawMakeButton(form, isFocused: isFocused, into: &canvas, in: area.droppingLeft(2))
    }
  }

  private func draw(
    _ format: QuestionFormat, isChecked: Bool, _ style: Style, into canvas: inout Canvas, in area: Rect
  ) {
    let box = Span(isChecked ? symbols.checked : symbols.unchecked, isChecked ? .accent : .muted)
    canvas.draw([box, Span(" "), Span(format.shownName, style)], at: area.origin, maxWidth: area.columns)
  }

  private func drawMakeButton(_ form: NewTestState, isFocused: Bool, into canvas: inout Canvas, in area: Rect) {
    let text = form.isMaking ? "Making the test\(symbols.ellipsis)" : "[ Make test ]"
    let style: Style = isFocused ? .selected : form.hindrance == nil ? .accent : .muted
    canvas.draw(text, at: area.origin, style: style)
  }

  private func notesText(_ form: NewTestState) -> String {
    if form.notes.isEmpty { return "none" }
    let names = form.notes.map(\.name).joined(separator: ", ")
    guard form.outline != nil else { return "reading \(names)\(symbols.ellipsis)" }
    return form.notes.count == 1 ? names : "\(form.notes.count) files: \(names)"
  }

  private func topicsText(_ form: NewTestState) -> String {
    guard let topics = form.outline?.topics, !topics.isEmpty else { return "from the notes" }
    let chosen = form.chosenTopics
    if chosen.isEmpty { return "none of \(topics.count)" }
    if chosen.count == topics.count { return topics.count == 1 ? topics[0] : "all \(topics.count)" }
    return "\(chosen.count) of \(topics.count): \(chosen.joined(separator: ", "))"
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
  /// Its place in the form, counted from the top.
  fileprivate var place: Int { Self.all.firstIndex(of: self) ?? 0 }

  /// Whether its label is shown: formats share one; the button is its own.
  fileprivate var isFirstOfItsKind: Bool {
    switch self {
    case .format(let format): format == QuestionFormat.allCases.first
    case .make: false
    default: true
    }
  }
}
