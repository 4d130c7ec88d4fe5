import LanguageModels
import Terminal

/// Measures of the file browser.
enum FileBrowserLayout {
  private static let widest = 150

  /// Whether the list and how a file begins stand beside each other.
  static func isWide(_ body: Size) -> Bool { body.columns >= 100 }

  /// The columns of the window.
  static func columns(_ body: Size) -> Int { min(body.columns - 4, isWide(body) ? widest : 84) }
}

extension AppState {
  func drawBrowser(_ browser: FileBrowserState, into canvas: inout Canvas, in area: Rect) {
    let inside = canvas.popup(
      Size(columns: FileBrowserLayout.columns(area.size), rows: area.rows - 2), title: "Choose notes", in: area)
    let parts = inside.splitRows([.fixed(1), .fixed(1), .fill, .fixed(1)])
    let place = browser.isInSamples ? "Sample notes, by testlet" : browser.folder
    canvas.draw(tail(of: place, width: parts[0].columns), in: parts[0], style: .muted)
    let used = canvas.draw("Find: ", at: parts[1].origin, style: .muted)
    browser.filter.draw(
      into: &canvas, in: parts[1].droppingLeft(used), isFocused: true,
      placeholder: "type a name, or a path such as ~/notes/")
    if FileBrowserLayout.isWide(area.size) {
      let columns = parts[2].splitColumns([.fill, .fixed(3), .fill])
      drawRows(of: browser, into: &canvas, in: columns[0])
      canvas.verticalLine(at: columns[1].droppingLeft(1).origin, length: columns[1].rows)
      drawPreview(browser, into: &canvas, in: columns[2])
    } else if browser.showsPreview {
      drawPreview(browser, into: &canvas, in: parts[2])
    } else {
      drawRows(of: browser, into: &canvas, in: parts[2])
    }
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

  /// How the selected notes begin.
  private func drawPreview(_ browser: FileBrowserState, into canvas: inout Canvas, in area: Rect) {
    guard case .note(let choice, _) = browser.selected else { return }
    canvas.draw(choice.name, in: area.line(0), style: .heading)
    let text = browser.preview?.text ?? "reading\(symbols.ellipsis)"
    let lines = text.split(maxSplits: area.rows, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let shown = lines.prefix(area.rows).flatMap { TextWidth.wrap(String($0), width: area.columns) }
    canvas.draw(lines: shown, in: area.droppingTop(1), style: .muted)
  }

  private func spans(of row: FileBrowserState.Row, _ browser: FileBrowserState, width: Int) -> [Span] {
    let name = FileBrowserState.name(of: row)
    guard case .note(let choice, let bytes) = row else {
      return [Span("    "), Span(name, .heading), Span(row == .samples ? "  by testlet, to try it out" : "", .muted)]
    }
    let isChecked = browser.checked.contains(choice)
    let size = bytes.map(ByteCount.text) ?? ""
    return [
      Span(isChecked ? symbols.checked : symbols.unchecked, isChecked ? .accent : .muted),
      Span(" " + TextWidth.pad(name, to: max(8, width - 14), ellipsis: symbols.ellipsis) + " "),
      Span(String(repeating: " ", count: max(0, 8 - size.count)) + size, .muted),
    ]
  }

  private func checkedText(_ browser: FileBrowserState) -> String {
    browser.checked.isEmpty
      ? "Markdown, text, PDF and documents; Space checks several."
      : "\(Wording.count(browser.checked.count, "file")) checked"
  }

  /// The end of a long path says more than its beginning.
  private func tail(of text: String, width: Int) -> String {
    guard TextWidth.of(text) > width else { return text }
    var kept = Substring(text)
    while TextWidth.of(kept) > width - 1, !kept.isEmpty { kept = kept.dropFirst() }
    return symbols.ellipsis + kept
  }
}
