import Foundation
import LanguageModels
import Terminal

/// Measures of the list of models.
enum ModelsLayout {
  /// The rows below the list: what is coming.
  static let footRows = 2

  /// The rows that the list shows.
  static func listHeight(_ size: Size) -> Int { max(1, Frame(size).body.rows - 2 - footRows) }
}

extension AppState {
  func drawModels(_ models: ModelsState, into canvas: inout Canvas, in area: Rect) {
    let parts = area.splitRows([.fixed(1), .fixed(1), .fill, .fixed(ModelsLayout.footRows)])
    let used = canvas.draw("Find: ", at: parts[0].origin, style: .muted)
    models.filter.draw(
      into: &canvas, in: parts[0].droppingLeft(used).left(50), isFocused: true,
      placeholder: models.kind.bringsModels ? "type a name, also of a model to bring" : "type a name")
    drawRows(of: models, into: &canvas, in: parts[2])
    drawPull(backends.pulls[models.backend], models, into: &canvas, in: parts[3])
  }

  private func drawRows(of models: ModelsState, into canvas: inout Canvas, in area: Rect) {
    let rows = models.rows
    if models.present == nil {
      canvas.draw("asking \(models.backend)\(symbols.ellipsis)", in: area.bottom(1), style: .muted)
    } else if let problem = models.problem {
      let lines = Rows.wrapped(problem, width: area.columns, style: .danger)
      canvas.draw(rows: lines, in: area.bottom(min(lines.count, area.rows / 2)))
    } else if rows.isEmpty {
      canvas.draw(wrapping: "\(models.backend) lists no model with a name like that.", in: area, style: .muted)
    }
    let nameWidth = rows.map { TextWidth.of($0.name) }.max() ?? 0
    let current = backends.entries.first { $0.id == models.backend }?.configuration.model
    models.list.draw(into: &canvas, in: area, count: rows.count) {
      spans(of: rows[$0], isChosen: rows[$0].name == current, nameWidth, width: area.columns - 4)
    }
  }

  private func spans(of row: ModelsState.Row, isChosen: Bool, _ longest: Int, width: Int) -> [Span] {
    let isWide = width >= 60
    let nameWidth = isWide ? min(longest + 2, width - 30) : max(8, width - 13)
    let mark = isChosen ? symbols.chosen : symbols.unchosen
    let name = TextWidth.pad(
      TextWidth.truncate(row.name, to: nameWidth, ellipsis: symbols.ellipsis), to: nameWidth)
    func line(_ mark: Span, _ bytes: Int64?, _ remark: String, _ style: Style) -> [Span] {
      let size = bytes.map(ByteCount.text) ?? ""
      let sizeText = String(repeating: " ", count: max(0, 7 - size.count)) + size
      return [mark, Span(" \(name) "), Span(sizeText, .muted)] + (isWide ? [Span("  \(remark)", style)] : [])
    }
    switch row {
    case .present(let model):
      let context = model.contextLength.map { "reads \($0) tokens" } ?? ""
      return line(Span(mark, isChosen ? .accent : .muted), model.bytes, context, .muted)
    case .recommended(let model):
      let isTooLarge = model.memory > Int64(clamping: ProcessInfo.processInfo.physicalMemory)
      return line(
        Span("  +", .accent), model.bytes,
        isTooLarge ? "too large for this machine's memory" : "for \(Wording.tasks(model.tasks))",
        isTooLarge ? .warning : .muted)
    case .named: return line(Span("  +", .accent), nil, "not listed: brought by this name", .muted)
    }
  }

  private func drawPull(_ pull: BackendsState.Pull?, _ models: ModelsState, into canvas: inout Canvas, in area: Rect) {
    guard let pull else {
      if models.kind.bringsModels {
        canvas.draw("+ is not on the machine yet; sizes are about.", in: area.line(1), style: .muted)
      }
      return
    }
    if let problem = pull.problem {
      canvas.draw(rows: Rows.wrapped(problem, width: area.columns, style: .danger), in: area)
    } else if !pull.isRunning {
      canvas.draw("\(symbols.yes) \(pull.model) has come.", in: area.line(1), style: .success)
    } else {
      canvas.draw("Bringing \(pull.model)\(statusText(pull))", in: area.line(0), style: .accent)
      let (done, total) = (pull.progress?.completedBytes ?? 0, pull.progress?.totalBytes ?? 0)
      let label = total > 0 ? "\(ByteCount.text(done)) of \(ByteCount.text(total))" : ""
      let fraction = total > 0 ? Double(done) / Double(total) : 0
      ProgressBar(fraction: fraction, value: Percentage.text(fraction), label: label).draw(
        into: &canvas, in: area.line(1).left(70))
    }
  }

  private func statusText(_ pull: BackendsState.Pull) -> String {
    pull.progress.map { ": \($0.status)" } ?? symbols.ellipsis
  }
}
