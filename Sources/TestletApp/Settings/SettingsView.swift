import Foundation
import LanguageModels
import Terminal

/// The parts of the settings' screen.
struct SettingsLayout {
  let heading: Rect
  /// The backends; where there is little room, a few around the one that keys act on.
  let list: Rect
  let details: Rect
  /// Whether there is room for space between the parts.
  let isRoomy: Bool

  /// Lays a terminal of a size out.
  init(_ size: Size, backends count: Int) {
    let area = Frame(size).body
    isRoomy = area.rows > 14
    heading = area.line(isRoomy ? 1 : 0)
    let rest = area.droppingTop(isRoomy ? 3 : 1)
    let listed = min(count, isRoomy ? rest.rows / 2 : 3)
    list = rest.top(listed)
    details = rest.droppingTop(isRoomy ? listed + 1 : listed)
  }
}

extension AppState {
  func drawSettings(_ settings: SettingsState, into canvas: inout Canvas, in area: Rect) {
    let layout = SettingsLayout(size, backends: backends.entries.count)
    canvas.draw("What writes the questions", in: layout.heading, style: .heading)
    let window = Rows.window(
      around: settings.selection, count: backends.entries.count, height: layout.list.rows)
    for (row, index) in window.enumerated() {
      let place = layout.list.line(row)
      draw(backends.entries[index], isPointed: index == settings.selection, into: &canvas, in: place)
      canvas.onClick(place, row: index, selected: settings.selection)
    }
    let rows = detailRows(layout.details)
    let shown = settings.details.window(total: rows.count, height: layout.details.rows)
    canvas.draw(rows: rows, window: shown, in: layout.details)
    if let entry = pointedBackend { drawKeyField(settings.keyField, of: entry, into: &canvas, in: area) }
  }

  /// What is said of the backend that keys act on.
  func detailRows(_ area: Rect) -> [Row] {
    guard let entry = pointedBackend else { return [] }
    let rows = rows(about: entry, width: min(88, area.columns - 2)) + rowsAboutAll
    return SettingsLayout(size, backends: backends.entries.count).isRoomy
      ? [[Span(entry.name, .heading)]] + rows : rows
  }

  private func draw(_ entry: BackendEntry, isPointed: Bool, into canvas: inout Canvas, in area: Rect) {
    let isWide = area.columns >= 70
    let parts = area.splitColumns([
      .fixed(2), .fixed(4), .fixed(21), .fill, .fixed(1), .fixed(isWide ? 24 : 2),
    ])
    let sign = BackendSign(entry.availability, symbols: symbols)
    let isSelected = entry.id == backends.selectedID
    canvas.draw(isPointed ? symbols.pointer : " ", in: parts[0], style: .accent)
    canvas.draw(isSelected ? symbols.chosen : symbols.unchosen, in: parts[1], style: isSelected ? .accent : .muted)
    canvas.draw(entry.name, in: parts[2])
    let model = entry.configuration.kind == .mock ? "" : entry.configuration.model ?? "model of the server"
    canvas.draw(model, in: parts[3], style: .muted)
    canvas.draw(
      isWide ? "\(sign.shape) \(sign.word)\(latency(of: entry))" : sign.shape, in: parts[5], style: sign.style)
    if isPointed { canvas.restyle(area, .selected) }
  }

  private func latency(of entry: BackendEntry) -> String {
    guard case .available(let milliseconds, _) = entry.availability, entry.configuration.kind != .mock else {
      return ""
    }
    return ", \(Int(min(max(0, milliseconds), 1e6).rounded())) ms"
  }

  private func rows(about entry: BackendEntry, width: Int) -> [Row] {
    let configuration = entry.configuration
    let sign = BackendSign(entry.availability, symbols: symbols)
    let checked = entry.checkedAt.map { ", asked \(age(since: $0))" } ?? ""
    var rows: [Row] = [
      [label("State"), Span("\(sign.shape) \(sign.word)\(latency(of: entry))", sign.style), Span(checked, .muted)]
    ]
    if let reason = entry.availability.reason { rows += Rows.wrapped(reason, width: width, mark: [label("Why")]) }
    if let step = entry.nextStep {
      rows += Rows.wrapped(step, width: width, mark: [label("What to do")], style: .accent)
    }
    rows.append([label("Kind"), Span(entry.kindName)])
    if let url = configuration.url { rows.append([label("Address"), Span(url)]) }
    if let model = configuration.model, configuration.kind != .mock { rows.append([label("Model"), Span(model)]) }
    switch entry.key {
    case .known(let key): rows += Rows.wrapped(key.text, width: width, mark: [label("API key")])
    case .failed(let sentence): rows += Rows.wrapped(sentence, width: width, mark: [label("API key")], style: .danger)
    case .some(.none): rows.append([label("API key"), Span("none", .muted)])
    case nil: break
    }
    if let pull = backends.pulls[entry.id], pull.isRunning {
      rows.append([label("Coming"), Span("\(pull.model)\(share(of: pull))", .accent)])
    }
    if configuration.kind == .mock {
      rows += Rows.wrapped(
        "Writes simple questions from the sentences of the notes, on this machine, without a model.", width: width,
        mark: [label("What it is")])
    }
    return rows
  }

  /// What holds for every backend, and how the app looks.
  private var rowsAboutAll: [Row] {
    let privacy =
      switch backends.privacy {
      case .localOnly: "nothing leaves this machine"
      case .ask: "asks before anything leaves this machine"
      case .any: "any server of the settings may be used"
      }
    return [[label("Privacy"), Span(privacy)], [label("Colours"), Span(interface.themeName)]]
  }

  private func drawKeyField(_ field: TextField?, of entry: BackendEntry, into canvas: inout Canvas, in area: Rect) {
    guard let field else { return }
    let width = min(54, area.columns - 4)
    let note = Rows.wrapped("It is sent to \(entry.configuration.url ?? "") only.", width: width, style: .muted)
    let inside = canvas.popup(
      Size(columns: width, rows: note.count + 1), title: "API key for \(entry.name)", in: area)
    canvas.draw(rows: note, in: inside)
    field.draw(into: &canvas, in: inside.bottom(1), isFocused: true, placeholder: "type or paste the key")
  }

  private func share(of pull: BackendsState.Pull) -> String {
    guard let progress = pull.progress, let total = progress.totalBytes, total > 0 else { return "" }
    return ", \(ByteCount.text(progress.completedBytes)) of \(ByteCount.text(total))"
  }

  private func age(since date: Date) -> String {
    let seconds = now.timeIntervalSince(date)
    return seconds < 2 ? "just now" : "\(Wording.span(seconds)) ago"
  }

  private func label(_ text: String) -> Span { Span(TextWidth.pad(text, to: 13), .muted) }
}
