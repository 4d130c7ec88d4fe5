import PracticeTests
import Terminal

/// Measures of the screen of a generation.
enum GeneratingLayout {
  /// From this width on the text is shown as it is written.
  static let wide = 110
  static let draftWidth = 44
  private static let headerRows = 4

  /// The rows that the list shows.
  static func listHeight(_ size: Size) -> Int { max(1, Frame(size).body.rows - headerRows) }

  /// The rows around the first that is being written.
  static func window(_ generation: GenerationState, height: Int) -> Range<Int> {
    let active = generation.rows.firstIndex { row in
      switch row.progress {
      case .drafting, .checking, .verifying, .repairing: true
      case .queued, .accepted, .missing: false
      }
    }
    let fallback = generation.rows.firstIndex { $0.progress == .queued } ?? 0
    return Rows.window(around: active ?? fallback, count: generation.rows.count, height: height)
  }
}

extension AppState {
  func drawGenerating(_ screen: GeneratingState, into canvas: inout Canvas, in area: Rect) {
    guard let generation = generations[screen.testID] else {
      canvas.draw("The test is not there any more.", in: area.line(1), style: .muted)
      return
    }
    ProgressBar(fraction: generation.fraction, label: "").draw(into: &canvas, in: area.line(0))
    canvas.draw(countsRow(generation), at: area.line(1).origin, maxWidth: area.columns)
    canvas.draw(phaseRow(generation), at: area.line(2).origin, maxWidth: area.columns)
    if let drafting = generation.drafting { canvas.draw(drafting, in: area.line(3), style: .muted) }
    let rest = area.droppingTop(4)
    let hasDraft = generation.isRunning || !generation.draft.isEmpty
    let isWide = area.columns >= GeneratingLayout.wide && hasDraft
    let listArea = isWide ? rest.droppingRight(GeneratingLayout.draftWidth + 2) : rest
    drawSlots(generation, screen, into: &canvas, in: listArea)
    if isWide { drawDraft(generation, into: &canvas, in: rest.right(GeneratingLayout.draftWidth)) }
  }

  private func countsRow(_ generation: GenerationState) -> Row {
    var row: Row = [Span("\(generation.accepted) of \(generation.rows.count) ready", .success)]
    if generation.missing > 0 { row.append(Span("   \(generation.missing) missing", .danger)) }
    if generation.stats.repairs > 0, generation.stats.outputTokens > 0 {
      row.append(Span("   \(Wording.count(generation.stats.repairs, "repair"))", .muted))
    }
    if generation.stats.fallbacks > 0 {
      row.append(Span("   \(generation.stats.fallbacks) passed on to the built-in writer", .muted))
    }
    return row
  }

  private func phaseRow(_ generation: GenerationState) -> Row {
    switch generation.phase {
    case .running: return [Span(generation.calibration ?? timing(generation), .muted)]
    case .idle: return [Span(generation.open > 0 ? "Not finished: press r to go on." : "", .muted)]
    case .cancelled: return [Span("Cancelled; what is ready is kept. Press r to go on.", .warning)]
    case .stopped(let sentence): return [Span("\(symbols.no) \(sentence)", .danger)]
    case .ended(.complete):
      return [Span("\(symbols.yes) Done in \(Wording.span(generation.seconds(at: now)))", .success)]
    case .ended(.failed): return [Span("\(symbols.no) No question could be made.", .danger)]
    case .ended: return [Span("Done, with some missing: press r to try them again.", .warning)]
    }
  }

  private func timing(_ generation: GenerationState) -> String {
    var parts = [Wording.clock(generation.seconds(at: now))]
    if let rate = generation.perMinute(at: now) { parts.append("\(max(1, Int(min(rate, 1e6)))) a minute") }
    if generation.stats.seconds > 0, generation.stats.outputTokens > 0 {
      parts.append("\(Int(Double(generation.stats.outputTokens) / generation.stats.seconds)) tokens/s")
    }
    if let left = generation.estimate(at: now) { parts.append("about \(Wording.span(left)) left (an estimate)") }
    return parts.joined(separator: "   ")
  }

  // MARK: - Slots

  /// The rows bear no numbers: which number a question has is known when the test is shown.
  private func drawSlots(
    _ generation: GenerationState, _ screen: GeneratingState, into canvas: inout Canvas, in area: Rect
  ) {
    let count = generation.rows.count
    let window =
      screen.scroll?.window(total: count, height: area.rows) ?? GeneratingLayout.window(generation, height: area.rows)
    let room = window.count < count ? area.droppingRight(2) : area
    let topicWidth = room.columns >= 70 ? 26 : 14
    for (line, index) in window.enumerated() {
      let row = generation.rows[index]
      let sign = sign(of: row.progress)
      canvas.draw(
        [
          Span(sign.shape + " ", sign.style),
          Span(TextWidth.pad(row.topic, to: topicWidth, ellipsis: symbols.ellipsis) + "  "),
          Span(
            room.columns >= 70
              ? TextWidth.pad(row.format.shownName, to: 17, ellipsis: symbols.ellipsis) + "  " : "", .muted),
        ], at: room.line(line).origin, maxWidth: room.columns)
      let used = 2 + topicWidth + 2 + (room.columns >= 70 ? 19 : 0)
      canvas.draw(sign.text, in: room.line(line).droppingLeft(used), style: sign.style)
    }
    canvas.scrollIndicator(in: area, offset: window.lowerBound, visible: window.count, total: count)
  }

  private struct SlotSign {
    var shape: String
    var text: String
    var style: Style
  }

  private func sign(of progress: SlotProgress) -> SlotSign {
    switch progress {
    case .queued: SlotSign(shape: "-", text: "queued", style: .muted)
    case .drafting(let attempt):
      SlotSign(shape: symbols.pointer, text: attempt > 1 ? "writing, draft \(attempt)" : "writing", style: .accent)
    case .checking: SlotSign(shape: symbols.pointer, text: "checking", style: .accent)
    case .verifying: SlotSign(shape: symbols.pointer, text: "verifying its key", style: .accent)
    case .repairing(let attempt, let violations):
      SlotSign(
        shape: "~", text: "mending, draft \(attempt): \(violations.first?.message ?? "")", style: .warning)
    case .accepted(let question):
      SlotSign(
        shape: symbols.yes,
        text: question.provenance.origin == .builtin ? "built in" : TestMarkdown.origin(of: question),
        style: .success)
    case .missing(let violations):
      SlotSign(shape: symbols.no, text: "missing: \(violations.last?.message ?? "no reason known")", style: .danger)
    }
  }

  private func drawDraft(_ generation: GenerationState, into canvas: inout Canvas, in area: Rect) {
    let inside = canvas.box(area, title: "Draft", titleStyle: .muted).inset(columns: 1)
    let lines = generation.draft.isEmpty ? [] : TextWidth.wrap(generation.draft, width: inside.columns)
    canvas.draw(lines: lines.suffix(inside.rows), in: inside, style: .muted)
  }
}
