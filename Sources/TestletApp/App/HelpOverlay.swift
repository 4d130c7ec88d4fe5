import Terminal

extension AppState {
  /// The lines of the help: every key of the screen, or of the command line, with its sentence, which stands below the
  /// keys where there is not room for both side by side.
  var helpRows: [Row] {
    let bindings = commandLine.map { Overlay.commandLine($0).bindings } ?? screenBindings
    let keyWidth = min(22, bindings.map { TextWidth.of($0.allKeys) }.max() ?? 0)
    let isWide = helpWidth >= 2 * keyWidth
    return bindings.flatMap { binding -> [Row] in
      let isEnabled = binding.disabledReason == nil
      let (keyStyle, style): (Style, Style) = isEnabled ? (.key, .plain) : (.muted, .muted)
      let text = binding.disabledReason.map { "\(binding.help) (Not now: \($0))" } ?? binding.help
      guard isWide else {
        let keys = Span(TextWidth.truncate(binding.allKeys, to: helpWidth, ellipsis: symbols.ellipsis), keyStyle)
        return [[keys]] + Rows.wrapped(text, width: helpWidth, mark: [Span("  ")], style: style)
      }
      let mark = Span(TextWidth.pad(binding.allKeys, to: keyWidth, ellipsis: symbols.ellipsis) + "  ", keyStyle)
      return Rows.wrapped(text, width: helpWidth, mark: [mark], style: style)
    }
  }

  /// How many lines of the help are shown at once.
  var helpHeight: Int { max(1, Frame(size).body.rows - 2) }

  private var helpWidth: Int { min(72, Frame(size).body.columns - 6) }

  func drawHelp(_ scroll: ScrollView, into canvas: inout Canvas, in area: Rect) {
    let rows = helpRows
    let height = min(rows.count, helpHeight)
    let inside = canvas.popup(
      Size(columns: helpWidth + 2, rows: height),
      title: "Keys of \(commandLine == nil ? screen.title : "the command line")", in: area)
    canvas.draw(rows: rows, window: scroll.window(total: rows.count, height: inside.rows), in: inside)
  }
}
