import Terminal

extension AppState {
  /// The lines of the help: every key of the screen with its sentence.
  var helpRows: [Row] {
    let bindings = screenBindings
    let keyWidth = min(22, bindings.map { TextWidth.of($0.allKeys) }.max() ?? 0)
    return bindings.flatMap { binding in
      let isEnabled = binding.disabledReason == nil
      let mark = Span(
        TextWidth.pad(binding.allKeys, to: keyWidth, ellipsis: symbols.ellipsis) + "  ", isEnabled ? .key : .muted)
      let text = binding.disabledReason.map { "\(binding.help) (Not now: \($0))" } ?? binding.help
      return Rows.wrapped(text, width: helpWidth, mark: [mark], style: isEnabled ? .plain : .muted)
    }
  }

  /// How many lines of the help are shown at once.
  var helpHeight: Int { max(1, Frame(size).body.rows - 2) }

  private var helpWidth: Int { min(72, Frame(size).body.columns - 6) }

  func drawHelp(_ scroll: ScrollView, into canvas: inout Canvas, in area: Rect) {
    let rows = helpRows
    let height = min(rows.count, helpHeight)
    let inside = canvas.popup(
      Size(columns: helpWidth + 2, rows: height), title: "Keys of \(screen.title)", in: area)
    canvas.draw(rows: rows, window: scroll.window(total: rows.count, height: inside.rows), in: inside)
  }
}
