import LanguageModels
import Terminal

extension AppState {
  func drawParameters(_ state: ParametersState, into canvas: inout Canvas, in area: Rect) {
    guard let parameters = state.parameters else {
      canvas.draw("reading\(symbols.ellipsis)", in: area.line(0), style: .muted)
      return
    }
    let detail = state.selected.map { rows(about: $0, problem: state.problem, width: min(90, area.columns)) } ?? []
    let parts = area.splitRows([.fill, .fixed(1), .fixed(min(detail.count, area.rows / 2))])
    drawList(parameters, state, into: &canvas, in: parts[0])
    canvas.draw(rows: detail, in: parts[2])
  }

  /// The settings, with the name of a table before its first.
  private func drawList(
    _ parameters: [Parameter], _ state: ParametersState, into canvas: inout Canvas, in area: Rect
  ) {
    var lines: [Int?] = []
    for (index, parameter) in parameters.enumerated() {
      if index == 0 || parameters[index - 1].table != parameter.table { lines.append(nil) }
      lines.append(index)
    }
    let selected = state.list.selected(of: parameters.count)
    let selectedLine = lines.firstIndex { $0 != nil && $0 == selected } ?? 0
    let window = Rows.window(around: selectedLine, count: lines.count, height: area.rows)
    for (row, line) in window.enumerated() {
      if let index = lines[line] {
        draw(parameters[index], field: index == selected ? state.field : nil, into: &canvas, in: area.line(row))
        if index == selected, state.field == nil { canvas.restyle(area.line(row), .selected) }
        if state.field == nil { canvas.onClick(area.line(row), row: index, selected: selected ?? 0) }
      } else if lines.indices.contains(line + 1), let next = lines[line + 1] {
        canvas.draw("[\(parameters[next].table)]", in: area.line(row), style: .heading)
      }
    }
    if lines.count > window.count {
      canvas.scrollIndicator(in: area, offset: window.lowerBound, visible: window.count, total: lines.count)
    }
  }

  private func draw(_ parameter: Parameter, field: TextField?, into canvas: inout Canvas, in area: Rect) {
    let isWide = area.columns >= 70
    let parts = area.splitColumns([.fixed(2), .fixed(13), .fill, .fixed(1), .fixed(isWide ? 12 : 2), .fixed(1)])
    canvas.draw(parameter.name, in: parts[1], style: .muted)
    if let field {
      field.draw(into: &canvas, in: parts[2].left(60), isFocused: true)
    } else {
      let text = parameter.text.isEmpty ? "(none)" : SafeText.line(shownText(of: parameter), limit: 300)
      canvas.draw(text, in: parts[2], style: parameter.isDefault ? .plain : .accent)
    }
    let words = isWide ? ["default", "changed"] : ["", "*"]
    canvas.draw(words[parameter.isDefault ? 0 : 1], in: parts[4], style: .muted)
  }

  /// A setting that names the built-in writer says so in words.
  private func shownText(of parameter: Parameter) -> String {
    let isBuiltIn = parameter.name == "fallback" && parameter.text == LLMBackendConfig.mock.id
    return isBuiltIn ? "\(parameter.text), the built-in writer" : parameter.text
  }

  private func rows(about parameter: Parameter, problem: String?, width: Int) -> [Row] {
    let standard = parameter.key.defaultValue.map { $0.text.isEmpty ? "none" : $0.text } ?? "none"
    let range = "It is \(parameter.key.expectation); by default \(standard)."
    return Rows.wrapped(parameter.key.about, width: width)
      + (problem.map { Rows.wrapped($0, width: width, style: .danger) }
        ?? Rows.wrapped(range, width: width, style: .muted))
  }
}
