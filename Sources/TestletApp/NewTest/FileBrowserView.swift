import Terminal

extension AppState {
  func drawBrowser(_ browser: FileBrowserState, into canvas: inout Canvas, in area: Rect) {
    let inside = canvas.popup(
      Size(columns: min(area.columns - 4, 84), rows: area.rows - 2), title: "Choose notes", in: area)
    let parts = inside.splitRows([.fixed(1), .fixed(1), .fill, .fixed(1)])
    let place = browser.isInSamples ? "Sample notes, by testlet" : browser.folder
    canvas.draw(tail(of: place, width: parts[0].columns), in: parts[0], style: .muted)
    let used = canvas.draw("Find: ", at: parts[1].origin, style: .muted)
    browser.filter.draw(
      into: &canvas, in: parts[1].droppingLeft(used), isFocused: true,
      placeholder: "type a name, or a path such as ~/notes/")
    drawRows(of: browser, into: &canvas, in: parts[2])
    canvas.draw(checkedText(browser), in: parts[3], style: browser.checked.isEmpty ? .muted : .accent)
  }

  private func drawRows(of browser: FileBrowserState, into canvas: inout Canvas, in area: Rect) {
    let rows = browser.rows
    if let problem = browser.listing?.problem, !browser.isInSamples {
      canvas.draw(rows: Rows.wrapped(problem, width: area.columns, style: .danger), in: area.bottom(min(3, area.rows)))
    } else if browser.listing == nil, !browser.isInSamples {
      canvas.draw("reading\(symbols.ellipsis)", in: area.bottom(1), style: .muted)
    } else if rows.isEmpty {
      canvas.draw("Nothing here has a name like that.", in: area.line(0), style: .muted)
    }
    browser.list.draw(into: &canvas, in: area, count: rows.count) {
      spans(of: rows[$0], browser, width: area.columns - 4)
    }
  }

  private func spans(of row: FileBrowserState.Row, _ browser: FileBrowserState, width: Int) -> [Span] {
    let name = FileBrowserState.name(of: row)
    guard case .note(let choice, let bytes) = row else {
      return [Span("    "), Span(name, .heading), Span(row == .samples ? "  by testlet, to try it out" : "", .muted)]
    }
    let isChecked = browser.checked.contains(choice)
    let size = bytes.map(Wording.size) ?? ""
    return [
      Span(isChecked ? symbols.checked : symbols.unchecked, isChecked ? .accent : .muted),
      Span(" " + TextWidth.pad(name, to: max(8, width - 14)) + " "),
      Span(String(repeating: " ", count: max(0, 8 - size.count)) + size, .muted),
    ]
  }

  private func checkedText(_ browser: FileBrowserState) -> String {
    browser.checked.isEmpty
      ? "Markdown and plain text; Space checks several." : "\(Wording.count(browser.checked.count, "file")) checked"
  }

  /// The end of a long path says more than its beginning.
  private func tail(of text: String, width: Int) -> String {
    guard TextWidth.of(text) > width else { return text }
    var kept = Substring(text)
    while TextWidth.of(kept) > width - 1, !kept.isEmpty { kept = kept.dropFirst() }
    return symbols.ellipsis + kept
  }
}
