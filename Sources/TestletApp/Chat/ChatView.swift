import Terminal

extension AppState {
  func drawChat(_ state: ChatState, into canvas: inout Canvas, in area: Rect) {
    let layout = ChatLayout(state, self)
    let field = area.bottom(layout.fieldRows)
    var said = area.droppingBottom(layout.fieldRows)
    if !layout.aside.isEmpty {
      let columns = said.splitColumns([.fixed(ChatLayout.asideWidth), .fixed(3), .fill])
      canvas.draw(rows: layout.aside, in: columns[0])
      canvas.verticalLine(at: columns[1].droppingLeft(1).origin, length: said.rows)
      said = columns[2]
    }
    let window = layout.start..<min(layout.start + layout.height, layout.rows.count)
    canvas.draw(rows: layout.rows, window: window, in: said)
    if field.rows > 1 { canvas.horizontalLine(at: field.origin, length: field.columns) }
    drawChatField(state, into: &canvas, in: field.bottom(1))
  }

  private func drawChatField(_ state: ChatState, into canvas: inout Canvas, in line: Rect) {
    let used = canvas.draw([Span("Ask: ", .accent)], at: line.origin)
    let next = state.running == nil ? "Ask on, or press Tab for simpler words." : ""
    state.field.draw(
      into: &canvas, in: line.droppingLeft(used), isFocused: overlay == nil,
      placeholder: state.suggestion ?? next)
  }
}
